import { askProbe, type ProbeAnswer } from './probe-client';
import { load, type Load } from './load';
import type { Pages } from './pages';
import type { Shop } from './shop';

const RUNS = 3;
const WARM_UP_SECONDS = 2;
/** More requests than these in one run tell nothing new. */
const MOST_REQUESTS = 20_000;

export interface PageResult {
  readonly n: number;
  readonly method: string;
  readonly connections: number;
  readonly requests: number;
  readonly errors: number;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly meanMs: number;
  /** Least and greatest median of the runs. */
  readonly spreadMs: readonly [number, number];
  /** How late the server's event loop was, in the worst of the runs. */
  readonly eventLoopDelayMs: { readonly p50: number; readonly p99: number; readonly max: number };
  /** Processor time of the server per request. */
  readonly cpuMs: number;
  /** Resident memory of the server afterwards. */
  readonly rssBytes: number;
}

interface Run {
  readonly load: Load;
  readonly probe: ProbeAnswer;
}

/** Every kind of page in three runs that take turns, each after a short warm-up. */
export async function measurePages(
  shop: Shop,
  kinds: readonly Pages[],
  { n, connections, seconds }: { n: number; connections: number; seconds: number },
): Promise<PageResult[]> {
  const runs = new Map<Pages, Run[]>(kinds.map((kind) => [kind, []]));
  for (let run = 0; run < RUNS; run++) {
    for (const kind of kinds) {
      await runOnce(shop, kind, connections, WARM_UP_SECONDS, run);
      const one = await runOnce(shop, kind, connections, seconds, run);
      runs.get(kind)!.push(one);
      console.log(`run ${run + 1}, ${kind.method}: ${one.load.requestsPerSecond.toFixed(1)} requests/s`);
    }
  }
  return kinds.map((kind) => summary(n, kind, kind.alone ? 1 : connections, runs.get(kind)!));
}

/** Runs ask for different pages of the list, so that none is asked for twice. */
async function runOnce(
  shop: Shop,
  { paths, alone }: Pages,
  connections: number,
  seconds: number,
  run: number,
) {
  const start = Math.floor((run * paths.length) / RUNS);
  await askProbe(shop.probeSocket);
  const done = await load({
    address: shop.address,
    paths: [...paths.slice(start), ...paths.slice(0, start)],
    connections: alone ? 1 : connections,
    seconds,
    most: MOST_REQUESTS,
  });
  return { load: done, probe: await askProbe(shop.probeSocket) };
}

function summary(n: number, { method }: Pages, connections: number, runs: readonly Run[]): PageResult {
  const times = runs.flatMap(({ load }) => load.times);
  const medians = runs.map(({ load }) => percentile(load.times, 0.5));
  const requests = total(runs.map(({ load }) => load.requests));
  const worst = (part: keyof ProbeAnswer['delayMs']) =>
    Math.max(...runs.map(({ probe }) => probe.delayMs[part]));
  return {
    ...{ n, method, connections, requests },
    errors: total(runs.map(({ load }) => load.errors)),
    requestsPerSecond: total(runs.map(({ load }) => load.requestsPerSecond)) / runs.length,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    p99Ms: percentile(times, 0.99),
    meanMs: total(times) / times.length,
    spreadMs: [Math.min(...medians), Math.max(...medians)],
    eventLoopDelayMs: { p50: worst('p50'), p99: worst('p99'), max: worst('p100') },
    cpuMs: total(runs.map(({ probe }) => probe.cpuMs)) / requests,
    rssBytes: runs.at(-1)!.probe.memory.rss,
  };
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
