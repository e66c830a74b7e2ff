import { barChart } from '@/scripts/bench/chart';
import { BUFFER_POOL_GIB } from '@/scripts/bench-million/server';
import { markdownTable, milliseconds } from '@/scripts/bench-million/markdown';
import type { PageResult } from './measure';

export interface HttpReport {
  readonly machine: string;
  readonly commit: string;
  readonly seed: number;
  readonly seconds: number;
  /** From the start of the server until similar products could be found. */
  readonly readyMs: number;
  readonly results: readonly PageResult[];
}

/** The page about the shop under load. */
export function httpPage({ machine, commit, seed, seconds, readyMs, results }: HttpReport): string {
  const n = results[0]!.n.toLocaleString('en');
  const rss = Math.max(...results.map(({ rssBytes }) => rssBytes));
  return `# The shop under load, ${n} products

\`npm run bench:http\`, commit ${commit}, seed ${seed}: ${machine}. The production build, its MariaDB (buffer pool
${BUFFER_POOL_GIB} GiB), and the program that asks for pages share the machine's cores. Three runs of ${seconds} s per kind
of page, taking turns, each after two seconds to warm up. Pages are drawn at random; gzip; milliseconds to the last byte.

![Pages per second by kind](http.svg)

${pageTable(results)}

Delay: how late the server's event loop was, in the worst run. CPU: processor time of the server per page. The server was
ready ${(readyMs / 1000).toFixed(1)} s after its start and took ${(rss / 2 ** 20).toFixed(0)} MiB at most.
`;
}

/** Pages per second of each kind. */
export function httpChart({ results }: HttpReport): string {
  return barChart({
    title: `Pages per second, ${results[0]!.n.toLocaleString('en')} products`,
    unit: 'pages/s',
    rows: results.map(({ method }) => method),
    series: [{ name: 'pages/s', values: results.map(({ requestsPerSecond }) => requestsPerSecond) }],
  });
}

function pageTable(results: readonly PageResult[]): string {
  return markdownTable(
    [
      'page',
      'connections',
      'pages/s',
      'p50',
      'p95',
      'p99',
      'p50 of runs',
      'errors',
      'delay p50',
      'delay p99',
      'CPU',
    ],
    results.map((result) => [
      result.method,
      String(result.connections),
      result.requestsPerSecond.toFixed(1),
      ...[result.p50Ms, result.p95Ms, result.p99Ms].map(milliseconds),
      result.spreadMs.map(milliseconds).join('–'),
      `${result.errors} of ${result.requests}`,
      milliseconds(result.eventLoopDelayMs.p50),
      milliseconds(result.eventLoopDelayMs.p99),
      milliseconds(result.cpuMs),
    ]),
  );
}
