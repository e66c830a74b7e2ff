import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { goodRows, type ImportRun } from '@/lib/merchant/imports/types';

/** Imports, newest first. */
export function RunList({ runs }: { runs: readonly ImportRun[] }) {
  const t = useTranslations('importing');
  const format = useFormatter();
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
