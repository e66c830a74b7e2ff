import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EmptyTable, PastTheTable } from '@/components/admin/products/empty-table';
import { FilterForm } from '@/components/admin/products/filter-form';
import { PageSteps } from '@/components/admin/products/page-steps';
import { ProductTable } from '@/components/admin/products/product-table';
import { TableFrame } from '@/components/admin/products/table-frame';
import { ViewLinks } from '@/components/admin/products/view-links';
import { pageAccount, scopeOf } from '@/lib/auth';
import { categories } from '@/lib/catalogue';
import { listMerchants } from '@/lib/merchant/merchants';
import { listProducts } from '@/lib/merchant/products';
import { parseTableState, tableHref, type TableState } from '@/lib/merchant/products/list-state';
import type { OwnPage } from '@/lib/merchant/products/types';
import type { RawParams } from '@/lib/url-state';
import { deleteProductsAction, restoreProductsAction, setStocksAction, undoStocksAction } from './actions';
import { PER_PAGE } from './shape';

interface Props {
  readonly searchParams: Promise<RawParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('merchantProducts');
  return { title: t('title') };
}

export default async function ProductsPage({ searchParams }: Props) {
  const account = await pageAccount();
  const state = parseTableState(await searchParams);
  const [all, merchants, t] = await Promise.all([
    categories(),
    account.role === 'admin' ? listMerchants() : [],
    getTranslations('merchantProducts'),
  ]);
  const chosen = merchants.find(({ slug }) => slug === state.merchant);
  const page = await listProducts(chosen ? { merchantId: chosen.id } : scopeOf(account), {
    ...state,
    text: state.q,
    perPage: PER_PAGE,
  });
  return (
    <TableFrame
      title={t('title')}
      count={t(page.capped ? 'countOrMore' : 'count', { count: page.total })}
      controls={
        <>
          <ViewLinks state={state} />
          <FilterForm state={state} categories={all} merchants={merchants} />
        </>
      }
    >
      <Table key={tableHref(state)} page={page} state={state} withMerchant={account.role === 'admin'} />
    </TableFrame>
  );
}

function Table({ page, state, withMerchant }: { page: OwnPage; state: TableState; withMerchant: boolean }) {
  if (page.total === 0) return <EmptyTable state={state} />;
  if (page.items.length === 0) return <PastTheTable state={state} />;
  return (
    <>
      <ProductTable
        items={page.items}
        state={state}
        withMerchant={withMerchant}
        actions={{
          setStocks: setStocksAction,
          undoStocks: undoStocksAction,
          deleteProducts: deleteProductsAction,
          restoreProducts: restoreProductsAction,
        }}
      />
      <PageSteps state={state} before={page.before} after={page.after} />
    </>
  );
}
