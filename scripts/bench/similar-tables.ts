import { SHOWN, type SimilarBench } from '@/scripts/bench/measure-similar';

/** The measurement as two Markdown tables. */
export function similarTables({
  modelId,
  products,
  pictures,
  queries,
  timings,
  quality,
}: SimilarBench): string {
  const times = Object.entries(timings).map(([part, { p50Ms, p95Ms }]) => [
    part,
    p50Ms.toFixed(2),
    p95Ms.toFixed(2),
  ]);
  const shares = quality.map((one) => [
    one.method,
    percent(one.sameFamily),
    percent(one.sameFamilyOfAttainable),
    percent(one.sameCategory),
    percent(one.sameCategoryOfAttainable),
  ]);
  return [
    `${queries} of ${products} products (${pictures} pictures), model ${modelId}, top ${SHOWN}`,
    table(['similar products', 'p50 ms', 'p95 ms'], times),
    table(['top 8', 'same family', 'of attainable', 'same category', 'of attainable'], shares),
  ].join('\n\n');
}

function table(head: string[], rows: string[][]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]!.length)));
  const line = (row: string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? `:${'-'.repeat(width + 1)}` : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
