import { ORDER_OF } from '@/lib/merchant/products/list-products';
import { countOwn } from '@/db/queries/own-list';
import type { Scope } from '@/lib/auth';
import { database } from '@/lib/database';
import { listProducts } from '@/lib/merchant/products';
import { pageMark } from '@/lib/merchant/products/page-mark';
import type { OwnListQuery, Place } from '@/lib/merchant/products/types';
import { spread, type Spread } from '@/scripts/bench-search/spread';
import { keyBefore, MEASURED_SORTS, numberedPage } from './numbered-pages';
import { GREAT_MERCHANT } from './open-table';

const PER_PAGE = 25;
const EVERYTHING = 1_000_000_000;

export interface TableResult extends Spread {
  readonly name: string;
  readonly who: 'merchant' | 'admin';
  /** What the ratio is against: the same page by number. Null for what has no such twin. */
  readonly baseline: Spread | null;
}

interface Job {
  readonly name: string;
  readonly who: TableResult['who'];
  readonly run: () => Promise<{ readonly length: number }>;
  readonly twin?: () => Promise<{ readonly length: number }>;
}

/** Times every kind of page, and its numbered twin, in rounds that take turns, after one to warm up. */
export async function measurePages(rounds: number): Promise<TableResult[]> {
  const jobs = (
    await Promise.all([jobsOf('merchant', { merchantId: GREAT_MERCHANT }), jobsOf('admin', 'all')])
  ).flat();
  const times = new Map(jobs.map((job) => [job, { own: [] as number[], twin: [] as number[] }]));
  for (let round = 0; round <= rounds; round++) {
    for (const [job, { own, twin }] of times) {
      const mine = await timed(job.run);
      const theirs = job.twin && (await timed(job.twin));
      if (round === 0) continue;
      own.push(mine);
      if (theirs !== undefined) twin.push(theirs);
    }
  }
  return [...times].map(([{ name, who }, { own, twin }]) => ({
    ...{ name, who },
    ...spread([own]),
    baseline: twin.length > 0 ? spread([twin]) : null,
  }));
}

async function timed(run: Job['run']): Promise<number> {
  const start = performance.now();
  const { length } = await run();
  const ms = performance.now() - start;
  if (length === 0) throw new Error('A page of the benchmark is empty: it would measure nothing.');
  return ms;
}

async function jobsOf(who: TableResult['who'], scope: Scope): Promise<Job[]> {
  const total = await countOwn(database(), { scope, deleted: false }, EVERYTHING);
  const page = (name: string, query: Partial<OwnListQuery>): Job => ({
    ...{ name, who },
    run: async () => (await listProducts(scope, { ...PLAIN, ...query })).items,
  });
  const sorted = await Promise.all(
    MEASURED_SORTS.flatMap((sort) =>
      [0, 0.5, 0.99].map(async (share): Promise<Job> => {
        const offset = Math.floor(total * share);
        const place: Place =
          offset === 0
            ? { from: 'start' }
            : { after: pageMark(ORDER_OF[sort].order, await keyBefore(scope, sort, offset)) };
        const job = page(`${sort}, ${share * 100} % deep`, { sort, place });
        return { ...job, twin: () => numberedPage(scope, sort, offset, PER_PAGE) };
      }),
    ),
  );
  return [
    ...sorted,
    page('last page', { place: { from: 'end' } }),
    page('sold out', { view: 'sold-out' }),
    page('one category, low stock, by price', { view: 'low', category: 'drinks', sort: 'price-asc' }),
    page('search for a common word', { text: '우유' }),
    page('search for a rare word', { text: '77' }),
    page('search for a sku', { text: 'BENCH-77' }),
  ];
}

const PLAIN: OwnListQuery = { view: 'all', sort: 'newest', place: { from: 'start' }, perPage: PER_PAGE };
