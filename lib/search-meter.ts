import {
  build,
  decodeFromCompressedBase64,
  encodeIntoCompressedBase64,
  type Histogram,
} from 'hdr-histogram-js';

/** Seconds that are looked at together, and how many such spans are kept for the charts. */
export const SPAN_SECONDS = 5;
const SPANS_KEPT = 60;
/** The spans that make "the last minute". */
const SPANS_OF_A_MINUTE = 60 / SPAN_SECONDS;
/** Whatever took longer counts as this long. */
const LONGEST_MS = 60_000;
const MICROSECONDS = 1_000;

/** Times are in milliseconds; null while there was no search. */
export interface Quantiles {
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
}

/** A span of five seconds that is over. */
export interface SearchSpan extends Quantiles {
  /** When it began, milliseconds since 1970; spans begin at whole multiples of five seconds. */
  readonly at: number;
  readonly searches: number;
  readonly errors: number;
}

export interface SearchFigures {
  /** Since the process began. */
  readonly searches: number;
  readonly errors: number;
  readonly lastMinute: {
    readonly searches: number;
    readonly errors: number;
    /** The histogram in its library's own form, for adding up over processes. */
    readonly times: string;
  } & Quantiles;
  /** The last five minutes, oldest first, without the span under way. */
  readonly spans: readonly SearchSpan[];
}

interface OpenSpan {
  readonly at: number;
  searches: number;
  errors: number;
  readonly times: Histogram;
}

/**
 * Counts searches and how long they took: a histogram per five seconds, with two significant digits, some 10 KB each. What
 * is noted costs less than a microsecond.
 */
export class SearchMeter {
  #searches = 0;
  #errors = 0;
  #spans: OpenSpan[] = [];

  /** @param now milliseconds since 1970 */
  constructor(private readonly now: () => number = Date.now) {}

  /** A search has been answered after so many milliseconds. */
  answered(ms: number): void {
    const span = this.#current();
    this.#searches++;
    span.searches++;
    const microseconds = Math.round(Math.min(Math.max(ms, 0), LONGEST_MS) * MICROSECONDS);
    span.times.recordValue(Math.max(microseconds, 1));
  }

  /** A search has ended with an error of ours. */
  failed(): void {
    this.#errors++;
    this.#current().errors++;
  }

  figures(): SearchFigures {
    const current = this.#current();
    const minute = this.#spans.filter(({ at }) => at > current.at - SPANS_OF_A_MINUTE * SPAN_SECONDS * 1_000);
    const times = newHistogram();
    minute.forEach((span) => times.add(span.times));
    return {
      searches: this.#searches,
      errors: this.#errors,
      lastMinute: { ...sums(minute), times: encodeIntoCompressedBase64(times), ...quantilesOf(times) },
      spans: this.#spans.filter((span) => span !== current).map(closed),
    };
  }

  #current(): OpenSpan {
    const at = Math.floor(this.now() / (SPAN_SECONDS * 1_000)) * SPAN_SECONDS * 1_000;
    const last = this.#spans.at(-1);
    if (last && last.at >= at) return last;
    const span = { at, searches: 0, errors: 0, times: newHistogram() };
    const oldest = at - SPANS_KEPT * SPAN_SECONDS * 1_000;
    this.#spans = [...this.#spans.filter((kept) => kept.at >= oldest), span];
    return span;
  }
}

/** The quantiles of several processes' searches together. */
export function quantilesOfAll(times: readonly string[]): Quantiles {
  const all = newHistogram();
  for (const encoded of times) all.add(decodeFromCompressedBase64(encoded));
  return quantilesOf(all);
}

function newHistogram(): Histogram {
  return build({
    lowestDiscernibleValue: 1,
    highestTrackableValue: LONGEST_MS * MICROSECONDS,
    numberOfSignificantValueDigits: 2,
    bitBucketSize: 32,
    useWebAssembly: false,
  });
}

function sums(spans: readonly OpenSpan[]) {
  const sum = (what: 'searches' | 'errors') => spans.reduce((total, span) => total + span[what], 0);
  return { searches: sum('searches'), errors: sum('errors') };
}

function closed({ at, searches, errors, times }: OpenSpan): SearchSpan {
  return { at, searches, errors, ...quantilesOf(times) };
}

function quantilesOf(times: Histogram): Quantiles {
  const at = (percent: number) =>
    times.totalCount === 0 ? null : times.getValueAtPercentile(percent) / MICROSECONDS;
  return { p50: at(50), p95: at(95), p99: at(99) };
}

const KEY = Symbol.for('dalma.search-meter');
const store = globalThis as { [KEY]?: SearchMeter };

/** The process's one meter, whichever bundle asks. */
export function searchMeter(): SearchMeter {
  return (store[KEY] ??= new SearchMeter());
}
