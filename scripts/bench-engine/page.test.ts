import { describe, expect, test } from 'vitest';
import type { Result } from './measure';
import { reportFiles } from './page';
import { growthTable, type Report, resultTable } from './report';

function result(n: number, method: string, p50Ms: number, more: Partial<Result> = {}): Result {
  return {
    ...{
      n,
      method,
      p50Ms,
      p95Ms: p50Ms,
      p99Ms: p50Ms,
      meanMs: p50Ms,
      cpuMs: p50Ms,
      spreadMs: [p50Ms, p50Ms],
    },
    ...{ timesFaster: 1, timesFasterCpu: 1, bytesPerProduct: null, bitmapBytesPerProduct: null },
    ...{ productsPerSecond: null, recallAt10: null, candidates: null },
    ...more,
  };
}

const overlap = {
  ...{ timesFaster: 20.4, timesFasterCpu: 8.26, bytesPerProduct: 94.25, bitmapBytesPerProduct: 64.6 },
  ...{ productsPerSecond: 812_345.6, recallAt10: 0.98765, candidates: 300 },
};
const results = [
  result(10_000, 'row-scan', 0.05),
  result(10_000, 'overlap', 0.04, overlap),
  result(1_000_000, 'row-scan', 8.2),
  result(1_000_000, 'overlap', 0.402, overlap),
];
const report: Report = { machine: 'a machine', commit: 'abc1234', seed: 1, queries: 100, results };

describe('the report', () => {
  test('has a row for every result, with what there is of it', () => {
    const rows = resultTable(results).split('\n');
    expect(rows).toHaveLength(2 + results.length);
    expect(rows.at(-1)).toBe(
      '| 1,000,000 | overlap | 0.402 | 0.402 | 0.402 | 0.402 | 0.402–0.402 | 0.402 | 20× | 8.3× | 0.988 | 300 ' +
        '| 94.3 | 64.6 | 812,346 |',
    );
    expect(rows[2]).toContain('| row-scan | 0.050 |');
  });

  test('says how each method grows from the smallest to the largest catalogue', () => {
    expect(growthTable(results).split('\n').slice(2)).toEqual([
      '| row-scan | 0.050 | 8.20 | 164× |',
      '| overlap | 0.040 | 0.402 | 10× |',
    ]);
    expect(growthTable(results.slice(0, 2))).toBe('');
  });

  test('is a page that names machine, commit and seed and shows each chart that is written beside it', () => {
    const files = reportFiles(report);
    const page = files.get('engine.md')!;
    for (const text of ['a machine', 'abc1234', 'seed 1', '100 queries']) expect(page).toContain(text);
    const shown = [...page.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map((match) => match[1]);
    expect(shown.sort()).toEqual([...files.keys()].filter((name) => name.endsWith('.svg')).sort());
    expect(shown).toHaveLength(3);
  });

  test('of a single size has no chart of growth', () => {
    const files = reportFiles({ ...report, results: results.slice(0, 2) });
    expect(files.has('engine-growth.svg')).toBe(false);
    expect(files.get('engine.md')).not.toContain('growth.svg');
  });

  test('draws charts as SVG with every method and its value', () => {
    const chart = reportFiles(report).get('engine-time.svg')!;
    expect(chart).toMatch(/^<svg /);
    for (const text of ['row-scan', 'overlap', '8.2', '0.402']) expect(chart).toContain(text);
  });
});
