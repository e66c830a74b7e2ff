import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { ProductCard } from '@/components/product/product-card';
import { CARD_SIZES, ProductGrid } from '@/components/product/product-grid';
import { EmptyResult, PastTheEnd } from '@/components/search/empty-result';
import { CategoryLinks, InStockLink, SortLinks, TextChip } from '@/components/search/list-controls';
import { Pagination } from '@/components/search/pagination';
import { categories, listProducts } from '@/lib/catalogue';
import type { Page, ProductCard as Product } from '@/lib/catalogue/types';
import { listHref, parseListState, productHref, type ListState, type RawParams } from '@/lib/url-state';
import { ListFrame } from './list-frame';
import { PER_PAGE } from './shape';

interface Props {
  readonly searchParams: Promise<RawParams>;
}

const shelves = cache(categories);

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const state = parseListState(await searchParams);
  const { page, category } = state;
  return {
    title: await titleOf(state),
    alternates: { canonical: listHref({ page, category }) },
    // Searches and filters are views of pages that are indexed already.
    robots: state.q || state.inStockOnly || state.sort !== 'newest' ? { index: false } : undefined,
  };
}

export default async function ListPage({ searchParams }: Props) {
  const state = parseListState(await searchParams);
  const [all, found, title, t] = await Promise.all([
    shelves(),
    listProducts({ ...state, text: state.q, perPage: PER_PAGE }),
    titleOf(state),
    getTranslations('list'),
  ]);
  return (
    <ListFrame
      title={title}
      count={t(found.capped ? 'countOrMore' : 'count', { count: found.total })}
      aside={<CategoryLinks categories={all} state={state} />}
      controls={
        <>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <TextChip state={state} />
            <InStockLink state={state} />
          </div>
          <SortLinks state={state} />
        </>
      }
    >
      <Results state={state} found={found} />
    </ListFrame>
  );
}

function Results({ state, found }: { state: ListState; found: Page<Product> }) {
  const t = useTranslations('list');
  if (found.total === 0) return <EmptyResult state={state} />;
  if (found.items.length === 0) return <PastTheEnd state={state} pageCount={found.pageCount} />;
  return (
    <>
      <h2 className="sr-only">{t('results')}</h2>
      <ProductGrid shape="wide">
        {found.items.map((product, index) => (
          <li key={product.id}>
            <ProductCard
              product={product}
              href={productHref(product.id)}
              sizes={CARD_SIZES.wide}
              preload={index === 0}
            />
          </li>
        ))}
      </ProductGrid>
      <Pagination state={state} pageCount={found.pageCount} />
    </>
  );
}

/** What the list shows, in words. An address with a category that does not exist is not found. */
async function titleOf(state: ListState): Promise<string> {
  const [t, locale, all] = await Promise.all([getTranslations('list'), getLocale(), shelves()]);
  const category = all.find(({ slug }) => slug === state.category);
  if (state.category && !category) notFound();
  if (state.q) return t('searchTitle', { text: state.q });
  return category ? category.title[locale] : t('title');
}
