import path from 'node:path';
import { recallLines } from '@/scripts/bench/recall-chart';
import { writeWhole } from '@/scripts/eval/files';
import {
  type Nearness,
  type RecallMeasured,
  type RecallRow,
  type RerankerName,
  RERANKERS,
} from './measure-recall';
import type { Mixture } from './mixed-catalogue';

export interface RecallReport extends RecallMeasured {
  readonly machine: string;
  readonly commit: string;
  readonly modelId: string;
  readonly photos: number;
  readonly queries: number;
  readonly seed: number;
  readonly mixture: Mixture;
}

const NAME = 'recall-by-size';

/** The rows as the benches write theirs. */
export function jsonOf({ rows, ...about }: RecallReport): string {
  return `${JSON.stringify({ ...about, results: rows }, null, 2)}\n`;
}

/** Writes the report and its charts into a folder; returns the report's path. */
export async function writeReport(report: RecallReport, folder: string): Promise<string> {
  for (const reranker of RERANKERS) {
    await writeWhole(path.join(folder, `${NAME}-${reranker}.svg`), recallChart(report.rows, reranker));
  }
  const file = path.join(folder, `${NAME}.md`);
  await writeWhole(file, markdownOf(report));
  return file;
}

function markdownOf(report: RecallReport): string {
  const { photos, queries, seed, mixture, modelId, commit, machine } = report;
  return `${[
    '# What narrowing keeps as the catalogue grows',
    `\`npm run bench:recall\`: ${photos} photos, ${queries} queries, seed ${seed}, mixture ${JSON.stringify(mixture)}. ` +
      `Model ${modelId}, commit ${commit}.\n${machine}`,
    'Share of the true ten nearest, of all products but the query itself, that are among the candidates; by both (the ' +
      "shop's way) that are among the best 100 of the candidates by intensities.",
    ...RERANKERS.map((reranker) => `![Recall, ${reranker}](${NAME}-${reranker}.svg)`),
    ...RERANKERS.flatMap((reranker) => [
      `## The ten nearest by ${reranker}`,
      recallTable(report.rows.filter((row) => row.reranker === reranker)),
    ]),
    '## How near the nearest are\n\nQuantiles (10 %, 50 %, 90 %) of the similarity of the first and of the tenth.',
    nearnessTable(report.nearness),
  ].join('\n\n')}\n`;
}

/** One line per catalogue and way of narrowing, one column per number of candidates. */
export function recallTable(rows: readonly RecallRow[]): string {
  const limits = [...new Set(rows.map(({ limit }) => limit))].sort((a, b) => a - b);
  const lines = new Map<string, RecallRow[]>();
  for (const row of rows) lines.set(lineOf(row), [...(lines.get(lineOf(row)) ?? []), row]);
  const cells = [...lines.values()].map((line) => {
    const [first] = line;
    const { catalogue, n, method, filters, asked, weights, reranker } = first!;
    const at = (limit: number) => line.find((row) => row.limit === limit);
    const times = limits.map((limit) => at(limit)?.p50Ms).filter((ms) => ms !== undefined);
    return [
      catalogue,
      n.toLocaleString('en'),
      reranker,
      `${method} ${filters} ← ${asked}, ${weights}`,
      ...limits.map((limit) => at(limit)?.recallAt10.toFixed(3) ?? ''),
      `${Math.min(...times).toFixed(2)}–${Math.max(...times).toFixed(2)}`,
    ];
  });
  const head = ['catalogue', 'n', 'nearest by', 'narrowing', ...limits.map((limit) => `${limit}`), 'p50 ms'];
  return tableOf(head, cells);
}

function nearnessTable(nearness: readonly Nearness[]): string {
  const spread = ({ p10, p50, p90 }: Nearness['first']) =>
    [p10, p50, p90].map((value) => value.toFixed(3)).join(' / ');
  const cells = nearness.map(({ catalogue, n, reranker, first, tenth }) => [
    catalogue,
    n.toLocaleString('en'),
    reranker,
    spread(first),
    spread(tenth),
  ]);
  return tableOf(['catalogue', 'n', 'similarity', 'first', 'tenth'], cells);
}

function tableOf(head: readonly string[], cells: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...cells].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

/** Recall by number of candidates, one line per catalogue, with 50 weighted filters on both sides. */
function recallChart(rows: readonly RecallRow[], reranker: RerankerName): string {
  const shown = rows.filter(
    (row) =>
      row.reranker === reranker && row.filters === 50 && row.weights === 'rank' && row.method === 'overlap',
  );
  const names = [...new Set(shown.map(({ catalogue, n }) => `${catalogue}, ${n.toLocaleString('en')}`))];
  const pointsOf = (name: string) =>
    shown
      .filter(({ catalogue, n }) => `${catalogue}, ${n.toLocaleString('en')}` === name)
      .map(({ limit, recallAt10 }) => [limit, recallAt10] as const);
  return recallLines(
    `The ten nearest by ${reranker}: share among the candidates`,
    names.map((name) => ({ name, points: pointsOf(name) })),
  );
}

function lineOf({ catalogue, n, method, filters, asked, weights, reranker }: RecallRow): string {
  return [catalogue, n, method, filters, asked, weights, reranker].join();
}
