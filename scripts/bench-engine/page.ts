import { barChart, growthChart } from '@/scripts/bench/chart';
import type { Result } from './measure';
import { growthTable, methodsOf, type Report, resultTable } from './report';

/** The files of a report by name: a page in Markdown and its charts. */
export function reportFiles(report: Report): ReadonlyMap<string, string> {
  const largest = report.results.filter(({ n }) => n === report.results.at(-1)!.n);
  const files = new Map([
    ['engine.md', page(report)],
    ['engine-time.svg', timeChart(largest)],
    ['engine-memory.svg', memoryChart(largest)],
  ]);
  if (hasSizes(report)) files.set('engine-growth.svg', growth(report.results));
  return files;
}

function page(report: Report): string {
  const { machine, commit, seed, queries, results } = report;
  return `# The engine

\`npm run bench:engine\`, commit ${commit}, seed ${seed}, ${queries} queries, five runs: ${machine}.

One process per size, one thread, each method warmed up, the methods taking turns from run to run. The catalogue is made
up (\`scripts/bench-engine/synthetic-catalogue.ts\`): popular filters, clusters of look-alikes. Its look-alikes are easy to
tell apart, which flatters every recall; how much narrowing keeps on real photos is in \`docs/evaluation\`.

- \`row-scan\`: the original algorithm, a row of 64 bytes per product filtered filter by filter to at most 300.
- \`bitwise-and\`: the same answer from bitmaps, mode \`published\`; \`bitwise-and-floor\`: mode \`and\`.
- \`overlap\`: the 300 products that share most of the query's 25 filters, weighted by rank; \`overlap-equal\` unweighted;
  \`overlap-50\`: 50 filters per product and query, in an index of its own.
- \`minhash-lsh\`: the original's first method, signatures of 500 over the feature bits, 100 bands.
- \`usearch\`: HNSW from npm over the same 512 bits, Tanimoto distance, its default parameters, 300 nearest.
- \`exhaustive\`: the feature bits of all products compared; what recall is measured against. They are made in blocks and
  only the comparing is timed, from the cache.
- \`rerank\`: ordering 300 candidates by feature bits, \`rerank-intensities\` by 512 intensities; compared with
  \`rerank-bytewise\`, the original's way. All others are compared with \`row-scan\`.

![Time of a query](engine-time.svg)

${resultTable(results)}

B/product is the growth of the process while an index was built. Of the bitwise ones most of it is bitmaps, of which the next
column says what filling them alone makes the process grow by; the rest is ids, owners, tables to find them by, and working
sets. It is a matter of some ten megabytes more or less, which
only a large catalogue outweighs; one of less than a block of 65,536 products pays for pages it does not fill.

![Memory](engine-memory.svg)
${hasSizes(report) ? `\n## Growth\n\n![Growth](engine-growth.svg)\n\n${growthTable(results)}\n` : ''}`;
}

const hasSizes = ({ results }: Report) => results.at(-1)!.n !== results[0]!.n;

function timeChart(results: readonly Result[]): string {
  return barChart({
    title: `A query on ${sizeOf(results)} products`,
    unit: 'median, ms (logarithmic)',
    rows: results.map(({ method }) => method),
    series: [{ name: 'p50', values: results.map(({ p50Ms }) => p50Ms) }],
    scale: 'log',
  });
}

function memoryChart(results: readonly Result[]): string {
  const indexes = ['row-scan', 'overlap', 'overlap-50', 'minhash-lsh', 'usearch'];
  const built = results.filter(({ method, bytesPerProduct }) => indexes.includes(method) && bytesPerProduct);
  return barChart({
    title: `Memory of ${sizeOf(results)} products`,
    unit: 'bytes per product, growth of the process (logarithmic)',
    rows: built.map(({ method }) => method),
    series: [{ name: 'bytes', values: built.map(({ bytesPerProduct }) => bytesPerProduct!) }],
    scale: 'log',
  });
}

function growth(results: readonly Result[]): string {
  const series = methodsOf(results)
    .filter((method) => !method.startsWith('rerank'))
    .map((name) => ({
      name,
      points: results.filter(({ method }) => method === name).map(({ n, p50Ms }) => [n, p50Ms] as const),
    }));
  return growthChart({ title: 'Time of a query by size', xUnit: 'products', yUnit: 'median, ms', series });
}

const sizeOf = (results: readonly Result[]) => results[0]!.n.toLocaleString('en');
