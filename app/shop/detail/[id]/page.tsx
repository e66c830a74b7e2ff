import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { siteAddress } from '@/app/site';
import { Breadcrumbs } from '@/components/product/breadcrumbs';
import { ProductSummary } from '@/components/product/product-summary';
import { Reviews } from '@/components/product/reviews';
import { SimilarBoundary } from '@/components/product/similar-boundary';
import { SimilarFrame, SimilarSkeleton } from '@/components/product/similar-strip';
import { Trail } from '@/components/product/trail';
import { getProduct, listReviews } from '@/lib/catalogue';
import { formatPrice } from '@/lib/i18n/format';
import { pictureAddress } from '@/lib/picture-loader';
import { listHref, parseTrail, productHref, type RawParams } from '@/lib/url-state';
import { DetailFrame } from './detail-frame';
import { productOf } from './product';
import { ProductGallery } from './product-gallery';
import { ProductJsonLd } from './product-json-ld';
import { SimilarProducts } from './similar-products';

const REVIEWS_SHOWN = 10;

interface Props {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<RawParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [product, locale] = await Promise.all([productOf((await params).id), getLocale()]);
  const title = product.title[locale];
  const description = `${formatPrice(product.priceKrw, locale)} · ${product.description[locale]}`;
  const [picture] = product.pictures;
  const images = picture && [
    { url: pictureAddress(picture, 1080), width: picture.width, height: picture.height },
  ];
  return {
    title,
    description,
    alternates: { canonical: productHref(product.id) },
    openGraph: { type: 'website', title, description, url: productHref(product.id), images },
  };
}

export default async function DetailPage({ params, searchParams }: Props) {
  const product = await productOf((await params).id);
  const walked = parseTrail(await searchParams).filter((id) => id !== product.id);
  const [reviews, steps, locale, t] = await Promise.all([
    listReviews(product.id, REVIEWS_SHOWN),
    trailSteps(walked),
    getLocale(),
    getTranslations('product'),
  ]);
  const { category } = product;
  return (
    <>
      <ProductJsonLd product={product} locale={locale} site={siteAddress()} />
      <DetailFrame
        path={
          <>
            <Breadcrumbs
              steps={[
                { href: '/shop/main', label: t('home') },
                { href: listHref({ category: category.slug }), label: category.title[locale] },
              ]}
              here={product.title[locale]}
            />
            {steps.length > 0 && <Trail steps={steps} here={product.pictures[0]} />}
          </>
        }
        gallery={<ProductGallery product={product} />}
        summary={<ProductSummary product={product} />}
      />
      <SimilarFrame inStock={product.inStock}>
        <SimilarBoundary>
          <Suspense key={product.id} fallback={<SimilarSkeleton />}>
            <SimilarProducts product={product} trail={[...steps.map(({ id }) => id), product.id]} />
          </Suspense>
        </SimilarBoundary>
      </SimilarFrame>
      <Reviews product={product} reviews={reviews} />
    </>
  );
}

/** The products of the trail that still exist and have a picture. */
async function trailSteps(ids: readonly number[]) {
  const products = await Promise.all(ids.map(getProduct));
  return products.flatMap((product) => {
    const picture = product?.pictures[0];
    return product && picture ? [{ id: product.id, title: product.title, picture }] : [];
  });
}
