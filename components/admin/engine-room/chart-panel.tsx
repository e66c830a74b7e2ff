import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ChartLine } from './draw-lines';
import { LineChart } from './line-chart';
import { useFigures } from './use-figures';

const ROWS_SHOWN = 60;

/** A chart with what it says in a sentence, and in a table whoever wants one can open. */
export function ChartPanel({
  title,
  text,
  lines,
  digits = 1,
}: {
  title: string;
  text: ReactNode;
  lines: readonly ChartLine[];
  digits?: number;
}) {
  const [locale, timeZone] = [useLocale(), useTimeZone()];
  return (
    <section aria-label={title} className="min-w-0 rounded-card border border-line p-4 md:p-5">
      <h3 className="font-bold">{title}</h3>
      <p className="mt-1 text-sm text-soft tabular-nums">{text}</p>
      <LineChart lines={lines} locale={locale} timeZone={timeZone} whole={digits === 0} />
      <ChartTable title={title} lines={lines} digits={digits} />
    </section>
  );
}

function ChartTable({
  title,
  lines,
  digits,
}: {
  title: string;
  lines: readonly ChartLine[];
  digits: number;
}) {
  const [t, figures] = [useTranslations('engineRoom.charts'), useFigures()];
  const times = lines[0]?.points.slice(-ROWS_SHOWN).toReversed() ?? [];
  const values = lines.map(({ points }) => new Map(points));
  return (
    <details className="mt-2 text-sm">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-soft underline underline-offset-4 hover:text-ink">
        {t('table')}
      </summary>
      {times.length === 0 ? (
        <p className="text-soft">{t('empty')}</p>
      ) : (
        <div className="max-h-64 overflow-y-auto" tabIndex={0} role="region" aria-label={title}>
          <table className="w-full text-left tabular-nums">
            <thead>
              <tr className="text-soft">
                <th scope="col" className="py-1 font-semibold">
                  {t('time')}
                </th>
                {lines.map(({ name }) => (
                  <th key={name} scope="col" className="py-1 text-right font-semibold">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {times.map(([at]) => (
                <tr key={at} className="border-t border-line">
                  <th scope="row" className="py-1 font-normal">
                    {figures.clock(at)}
                  </th>
                  {values.map((of, i) => {
                    const value = of.get(at) ?? null;
                    return (
                      <td key={i} className="py-1 text-right">
                        {value === null ? '–' : figures.decimal(value, digits)}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
