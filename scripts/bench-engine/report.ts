import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { simd } from '@/lib/engine';
import type { Result } from './measure';

export interface Report {
  readonly machine: string;
  readonly commit: string;
  readonly seed: number;
  readonly queries: number;
  readonly results: readonly Result[];
}

export function machineLine(): string {
  const processors = cpus();
  return [
    `${processors[0]?.model.trim() ?? 'unknown processor'}, ${processors.length} cores`,
    `${Math.round(totalmem() / 2 ** 30)} GiB`,
    `Node ${process.versions.node}`,
    simd.active ? 'WebAssembly SIMD' : 'scalar',
    `load ${loadavg()[0]!.toFixed(1)}`,
  ].join(', ');
}

export function commit(): string {
  return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
}

type Column = readonly [head: string, cell: (result: Result) => string];

const COLUMNS: readonly Column[] = [
  ['n', ({ n }) => whole(n)],
  ['method', ({ method }) => method],
  ['p50 ms', ({ p50Ms }) => milliseconds(p50Ms)],
  ['p95 ms', ({ p95Ms }) => milliseconds(p95Ms)],
  ['p99 ms', ({ p99Ms }) => milliseconds(p99Ms)],
  ['mean ms', ({ meanMs }) => milliseconds(meanMs)],
  ['p50 of runs', ({ spreadMs }) => spreadMs.map(milliseconds).join('–')],
  ['CPU ms', ({ cpuMs }) => milliseconds(cpuMs)],
  ['times faster', ({ timesFaster }) => times(timesFaster)],
  ['by CPU', ({ timesFasterCpu }) => times(timesFasterCpu)],
  ['recall@10', ({ recallAt10 }) => recallAt10?.toFixed(3) ?? ''],
  ['candidates', ({ candidates }) => (candidates === null ? '' : whole(candidates))],
  ['B/product', ({ bytesPerProduct }) => bytesPerProduct?.toFixed(1) ?? ''],
  ['bitmaps B/product', ({ bitmapBytesPerProduct }) => bitmapBytesPerProduct?.toFixed(1) ?? ''],
  [
    'products/s built',
    ({ productsPerSecond }) => (productsPerSecond === null ? '' : whole(productsPerSecond)),
  ],
];

/** All results as a Markdown table. */
export function resultTable(results: readonly Result[]): string {
  return markdownTable(
    COLUMNS.map(([head]) => head),
    results.map((result) => COLUMNS.map(([, cell]) => cell(result))),
  );
}

/** How the median of each method grows with the catalogue, as a Markdown table; nothing if there is but one size. */
export function growthTable(results: readonly Result[]): string {
  const sizes = [...new Set(results.map(({ n }) => n))];
  if (sizes.length < 2) return '';
  const factor = sizes.at(-1)! / sizes[0]!;
  const rows = methodsOf(results).map((method) => {
    const medians = sizes.map((n) => results.find((one) => one.n === n && one.method === method)!.p50Ms);
    return [method, ...medians.map(milliseconds), times(medians.at(-1)! / medians[0]!)];
  });
  return markdownTable(['method, p50 ms', ...sizes.map(whole), `growth (products: ${times(factor)})`], rows);
}

export function methodsOf(results: readonly Result[]): string[] {
  return [...new Set(results.map(({ method }) => method))];
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const whole = (number: number) => number.toLocaleString('en', { maximumFractionDigits: 0 });

const times = (factor: number) => `${factor >= 10 ? factor.toFixed(0) : factor.toPrecision(2)}×`;

/** Three digits that matter. */
function milliseconds(ms: number): string {
  if (ms >= 100) return ms.toFixed(0);
  return ms >= 10 ? ms.toFixed(1) : ms.toFixed(ms >= 1 ? 2 : 3);
}
