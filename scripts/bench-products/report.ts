import { barChart } from '@/scripts/bench/chart';
import { markdownTable, milliseconds } from '@/scripts/bench-million/markdown';
import { BUFFER_POOL_GIB } from '@/scripts/bench-million/server';
import type { TableResult } from './measure';

export interface TableReport {
  readonly machine: string;
  readonly commit: string;
  readonly products: number;
  readonly rounds: number;
  readonly seed: number;
  readonly results: readonly TableResult[];
}

/** The page about the merchant's table. */
export function tablePage({ machine, commit, products, rounds, results }: TableReport): string {
  return `# The merchant’s table, ${products.toLocaleString('en')} products

\`npm run bench:products\`, commit ${commit}: ${machine}. MariaDB with a buffer pool of ${BUFFER_POOL_GIB} GiB on the same
machine, over a unix socket. One merchant has 95 % of the products; an admin sees those of all. ${rounds} rounds after one to
warm up; pages take turns. Milliseconds from the call of \`listProducts\` to its 25 products, the count included.

\`OFFSET\`, the baseline, is the same page by number, from the same keys, without a count: the server reads past all products
before it.

![Time of a page, and of the same page by OFFSET](products.svg)

${table(results, 'merchant')}

The same for an admin:

${table(results, 'admin')}
`;
}

/** Pages of the great merchant that have a numbered twin. */
export function tableChart({ products, results }: TableReport): string {
  const rows = results.filter(({ who, baseline }) => who === 'merchant' && baseline);
  return barChart({
    title: `A page of ${products.toLocaleString('en')} products, median`,
    unit: 'ms',
    scale: 'log',
    rows: rows.flatMap(({ name }) => [name, `${name}, OFFSET`]),
    series: [{ name: 'p50', values: rows.flatMap(({ p50Ms, baseline }) => [p50Ms, baseline!.p50Ms]) }],
  });
}

function table(results: readonly TableResult[], of: TableResult['who']): string {
  return markdownTable(
    ['page', 'p50', 'p95', 'OFFSET p50', 'OFFSET p95', 'ratio'],
    results
      .filter(({ who }) => who === of)
      .map(({ name, p50Ms, p95Ms, baseline }) => [
        name,
        ...[p50Ms, p95Ms].map(milliseconds),
        ...(baseline ? [baseline.p50Ms, baseline.p95Ms].map(milliseconds) : ['', '']),
        baseline ? `${(baseline.p50Ms / p50Ms).toFixed(1)}×` : '',
      ]),
  );
}
