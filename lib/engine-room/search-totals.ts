import type { ProcessFigures, RoomStatus, SearchSpan } from '@/lib/engine-room/types';
import { quantilesOfAll } from '@/lib/search-meter';

type Searches = ProcessFigures['searches'];

/**
 * Searches of all processes together. The last minute's quantiles are those of all its searches; of the spans behind it
 * only each process's own quantiles are known, and the greatest of them is taken.
 */
export function searchTotals(processes: readonly Searches[]): RoomStatus['searches'] {
  const sum = (of: (searches: Searches) => number) => processes.reduce((total, one) => total + of(one), 0);
  return {
    ...quantilesOfAll(processes.map(({ lastMinute }) => lastMinute.times)),
    total: sum(({ searches }) => searches),
    lastMinute: sum(({ lastMinute }) => lastMinute.searches),
    errorsLastMinute: sum(({ lastMinute }) => lastMinute.errors),
    spans: joinedSpans(processes.flatMap(({ spans }) => spans)),
  };
}

function joinedSpans(spans: readonly SearchSpan[]): SearchSpan[] {
  const byTime = new Map<number, SearchSpan>();
  for (const span of spans) {
    const known = byTime.get(span.at);
    byTime.set(span.at, known ? joined(known, span) : span);
  }
  return [...byTime.values()].sort((a, b) => a.at - b.at);
}

function joined(a: SearchSpan, b: SearchSpan): SearchSpan {
  return {
    at: a.at,
    searches: a.searches + b.searches,
    errors: a.errors + b.errors,
    p50: greater(a.p50, b.p50),
    p95: greater(a.p95, b.p95),
    p99: greater(a.p99, b.p99),
  };
}

function greater(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
