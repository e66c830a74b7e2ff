'use client';

import { useEffect, useRef } from 'react';
import type { ChartLine, ChartWords } from './draw-lines';

/** Lines over time. Decorative to a screen reader: whoever shows it says the same in words and as a table. */
export function LineChart({ lines, locale, timeZone, whole }: { lines: readonly ChartLine[] } & ChartWords) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<{ draw: (lines: readonly ChartLine[]) => void } | null>(null);
  const newest = useRef(lines);

  useEffect(() => {
    newest.current = lines;
    chart.current?.draw(lines);
  }, [lines]);

  useEffect(() => {
    let gone = false;
    let end = () => {};
    // The library is fetched only where a chart is seen.
    void import('./draw-lines').then(({ openChart }) => {
      if (gone || !box.current) return;
      const opened = openChart(box.current, { locale, timeZone, whole });
      opened.draw(newest.current);
      chart.current = opened;
      end = opened.close;
    });
    return () => {
      gone = true;
      end();
      chart.current = null;
    };
  }, [locale, timeZone, whole]);

  return <div ref={box} aria-hidden="true" className="mt-3 h-44 w-full" />;
}
