import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { goodRows, type ImportRun } from '@/lib/merchant/imports/types';
import type { MerchantChoice } from './merchant-select';

/** Imports, newest first; an admin, who sees those of all merchants, is told whose they are. */
export function RunList({
  runs,
  merchants,
}: {
  runs: readonly ImportRun[];
  merchants: readonly MerchantChoice[];
}) {
  const t = useTranslations('importing');
  const format = useFormatter();
  const names = new Map(merchants.map(({ id, name }) => [id, name]));
  if (runs.length === 0) return <p className="mt-3 text-soft">{t('noRuns')}</p>;
  return (
    <ul className="mt-4 divide-y divide-line border-y border-line">
      {runs.map((run) => (
        <li key={run.id}>
          <Link
            href={`/admin/import/${run.id}`}
            className="flex min-h-16 flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3 hover:text-twin"
          >
            <span className="min-w-0">
              <span className="block truncate font-semibold">{run.fileName}</span>
              <span className="text-sm text-soft">
                {names.has(run.merchantId) && `${names.get(run.merchantId)} · `}
                {format.dateTime(run.createdAt, {
                  dateStyle: 'medium',
                  timeStyle: 'short',
                  hourCycle: 'h23',
                })}
              </span>
            </span>
            <span className="text-sm">
              <span className="font-semibold">{t(`states.${run.state}`)}</span>
              {run.totalRows > 0 && run.state !== 'failed' && (
                <span className="ml-3 text-soft">
                  {t('runRows', { done: run.doneRows, good: goodRows(run), bad: run.badRows })}
                </span>
              )}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
