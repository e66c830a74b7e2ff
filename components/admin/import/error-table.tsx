import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { RowError } from '@/lib/merchant/imports/types';

interface ErrorPage {
  readonly errors: readonly RowError[];
  readonly page: number;
  readonly pageCount: number;
}

/** What is wrong with which cell; a list of cards on narrow screens. */
export function ErrorTable({ runId, page: { errors, page, pageCount } }: { runId: number; page: ErrorPage }) {
  const t = useTranslations('importing');
  return (
    <>
      <table className="mt-6 block w-full text-left md:table">
        <thead className="sr-only md:not-sr-only md:table-header-group">
          <tr className="border-b border-line text-sm text-soft">
            {(['line', 'column', 'value', 'error'] as const).map((title) => (
              <th key={title} scope="col" className="py-2 pr-4 font-semibold">
                {t(`file.${title}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="block md:table-row-group">
          {errors.map((error, i) => (
            <ErrorRow key={i} error={error} />
          ))}
        </tbody>
      </table>
      {pageCount > 1 && (
        <nav aria-label={t('pages')} className="mt-6 flex items-center justify-center gap-4">
          <PageLink runId={runId} page={page - 1} shown={page > 1} label={t('previous')} />
          <span className="text-sm text-soft">{t('pageOf', { page, total: pageCount })}</span>
          <PageLink runId={runId} page={page + 1} shown={page < pageCount} label={t('next')} />
        </nav>
      )}
    </>
  );
}

function ErrorRow({ error: { line, column, code, value, detail } }: { error: RowError }) {
  const t = useTranslations('importing');
  return (
    <tr className="block border-b border-line py-3 md:table-row md:py-0">
      <td className="inline pr-2 text-sm text-soft tabular-nums md:table-cell md:py-3 md:pr-4">
        <span className="md:hidden">{t('file.line')} </span>
        {line}
      </td>
      <td className="inline font-semibold md:table-cell md:py-3 md:pr-4">
        {column ? t(`columns.${column}`) : t('wholeRow')}
      </td>
      <td className="block max-w-full text-sm break-words text-soft md:table-cell md:max-w-64 md:py-3 md:pr-4">
        {value || <span>{t('emptyCell')}</span>}
      </td>
      <td className="block md:table-cell md:py-3">{t(`reasons.${code}`, { value, detail })}</td>
    </tr>
  );
}

function PageLink({
  runId,
  page,
  shown,
  label,
}: {
  runId: number;
  page: number;
  shown: boolean;
  label: string;
}) {
  if (!shown) return null;
  return (
    <Link
      href={`/admin/import/${runId}?page=${page}`}
      className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4 hover:text-twin"
    >
      {label}
    </Link>
  );
}
