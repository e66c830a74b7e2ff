import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { simd } from '@/lib/engine';
import type { Result } from './measure';

export interface Report {
  readonly machine: string;
  readonly commit: string;
  readonly seed: number;
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

const COLUMNS = [
  'n',
  'method',
  'p50 ms',
  'p95 ms',
  'p99 ms',
  'p50 of runs',
  'CPU ms',
  'p50 ratio',
  'CPU ratio',
  'recall@10',
  'left',
  'B/product',
  'built/s',
];

/** A Markdown table. Ratios: how many times faster than the row scan (or byte-wise ranking) of the same n. */
export function table(results: readonly Result[]): string {
  const rows = results.map((result) => [
    result.n.toLocaleString('en'),
    result.method,
    result.p50Ms.toFixed(3),
    result.p95Ms.toFixed(3),
    result.p99Ms.toFixed(3),
    result.spreadMs.map((ms) => ms.toFixed(3)).join('–'),
    result.cpuMs.toFixed(3),
    `${(baselineOf(result, results).p50Ms / result.p50Ms).toFixed(1)}×`,
    `${(baselineOf(result, results).cpuMs / result.cpuMs).toFixed(1)}×`,
    result.recallAt10?.toFixed(3) ?? '',
    result.candidates?.toFixed(0) ?? '',
    result.bytesPerProduct?.toFixed(1) ?? '',
    result.productsPerSecond?.toLocaleString('en', { maximumFractionDigits: 0 }) ?? '',
  ]);
  return [COLUMNS, COLUMNS.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function baselineOf({ n, method }: Result, results: readonly Result[]): Result {
  const name = method.startsWith('rerank') ? 'rerank-bytewise' : 'row-scan';
  return results.find((other) => other.n === n && other.method === name)!;
}
