import type { Locale, ProductDetail } from '@/lib/catalogue/types';
import { pictureAddress } from '@/lib/picture-loader';
import { productHref } from '@/lib/url-state';

/** The product as search engines read it: https://schema.org/Product. */
export function ProductJsonLd({
  product,
  locale,
  site,
}: {
  product: ProductDetail;
  locale: Locale;
  site: URL;
}) {
  const data = describe(product, locale, site);
  // A `<` in a title would otherwise be able to end the script.
  const json = JSON.stringify(data).replace(/</g, '\\u003c');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

function describe(product: ProductDetail, locale: Locale, site: URL) {
  const absolute = (path: string) => new URL(path, site).href;
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.title[locale],
    description: product.description[locale],
    sku: product.sku,
    category: product.category.title[locale],
    image: product.pictures.map((picture) => absolute(pictureAddress(picture, 1080))),
    offers: {
      '@type': 'Offer',
      url: absolute(productHref(product.id)),
      price: product.priceKrw,
      priceCurrency: 'KRW',
      availability: `https://schema.org/${product.inStock ? 'InStock' : 'OutOfStock'}`,
      seller: { '@type': 'Organization', name: product.merchant[locale] },
    },
    ...(product.rating !== null && {
      aggregateRating: {
        '@type': 'AggregateRating',
        ratingValue: Number(product.rating.toFixed(2)),
        reviewCount: product.reviewCount,
      },
    }),
  };
}
