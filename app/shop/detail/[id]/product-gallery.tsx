import { useLocale, useTranslations } from 'next-intl';
import { Gallery } from '@/components/product/gallery';
import { ProductPicture } from '@/components/product/product-picture';
import type { ProductDetail } from '@/lib/catalogue/types';

const SIZES = '(min-width: 1280px) 600px, (min-width: 768px) 46vw, 92vw';

/** The product's pictures, drawn on the server and handed to the gallery that moves them. */
export function ProductGallery({ product: { pictures, title } }: { product: ProductDetail }) {
  const t = useTranslations('product');
  const name = title[useLocale()];
  const numbers = pictures.map((_, index) => index + 1);
  return (
    <Gallery
      pictures={pictures.map((picture, index) => (
        <ProductPicture
          key={picture.src}
          picture={picture}
          alt={t('picture', { title: name, index: index + 1, total: pictures.length })}
          sizes={SIZES}
          preload={index === 0}
        />
      ))}
      thumbnails={pictures.map((picture) => (
        <ProductPicture key={picture.src} picture={picture} alt="" sizes="80px" />
      ))}
      words={{
        gallery: t('gallery'),
        help: t('galleryHelp'),
        previous: t('previousPicture'),
        next: t('nextPicture'),
        show: numbers.map((index) => t('showPicture', { index })),
      }}
    />
  );
}
