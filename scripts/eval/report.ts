import path from 'node:path';
import { commit, machineLine } from '@/scripts/bench-engine/report';
import { precisionChart, recallChart } from './charts';
import { writeWhole } from './files';
import type { Measured, Row } from './measure';

/** A measurement and what it was made of. */
export interface Evaluation extends Measured {
  readonly machine: string;
  readonly commit: string;
  readonly name: string;
  readonly modelId: string;
  readonly label: string;
  /** The command that repeats it, without the place of the data. */
  readonly command: string;
  readonly unreadable: readonly { readonly name: string; readonly reason: string }[];
}

const NAMED = 10;

export function evaluationOf(
  measured: Measured,
  about: Omit<Evaluation, keyof Measured | 'machine' | 'commit'>,
): Evaluation {
  return { machine: machineLine(), commit: commit(), ...about, ...measured };
}

/** The rows as the benches write theirs. */
export function jsonOf({ rows, ...about }: Evaluation): string {
  return `${JSON.stringify({ ...about, results: rows }, null, 2)}\n`;
}

/** Writes the report and its charts into a folder; returns the report's path. */
export async function writeReport(evaluation: Evaluation, folder: string): Promise<string> {
  const { name, rows } = evaluation;
  const file = (ending: string) => path.join(folder, `${name}${ending}`);
  await writeWhole(file('-precision.svg'), precisionChart(rows, `${name}: precision, all pictures compared`));
  await writeWhole(file('-recall.svg'), recallChart(rows, `${name}: what narrowing keeps`));
  await writeWhole(file('.md'), markdownOf(evaluation));
  return file('.md');
}

function markdownOf(evaluation: Evaluation): string {
  const { name } = evaluation;
  return `${[
    `# ${name}`,
    `\`${evaluation.command}\``,
    aboutLines(evaluation),
    `![Precision of each comparison](${name}-precision.svg)`,
    `![Recall by number of candidates](${name}-recall.svg)`,
    tableOf(evaluation.rows),
  ].join('\n\n')}\n`;
}

/** What was asked, in a few lines. */
export function aboutLines({
  queries,
  hopeless,
  rows,
  modelId,
  label,
  machine,
  commit,
  unreadable,
}: Evaluation): string {
  const lines = [
    `${queries} queries, ${rows[0]?.n ?? 0} pictures searched, relevant: the same \`${label}\`. Model ${modelId}, commit ${commit}.`,
    machine,
  ];
  if (hopeless > 0)
    lines.push(`${hopeless} queries have nothing relevant in the gallery and do not count in P@k.`);
  if (unreadable.length > 0) lines.push(unreadableLine(unreadable));
  return lines.join('\n');
}

function unreadableLine(unreadable: Evaluation['unreadable']): string {
  const named = unreadable.slice(0, NAMED).map(({ name, reason }) => `${name} (${reason})`);
  const more = unreadable.length > NAMED ? ` and ${unreadable.length - NAMED} more` : '';
  return `${unreadable.length} pictures could not be read and were left out: ${named.join('; ')}${more}.`;
}

const HEAD = [
  ...['method', 'filters', 'weights', 'at most', 're-ranker', 'P@1', 'P@5', 'P@10', 'recall@10'],
  ...['compared', 'p50 ms', 'p95 ms', 'B/picture'],
];

/** A Markdown table. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row) => [
    row.method,
    row.bands === null ? (row.filters ?? '') : `${row.bands} bands`,
    row.weights ?? '',
    row.limit ?? '',
    row.reranker,
    ...[row.pAt1, row.pAt5, row.pAt10].map((share) => share.toFixed(3)),
    row.recallAt10?.toFixed(3) ?? '',
    row.candidates.toFixed(0),
    row.p50Ms.toFixed(2),
    row.p95Ms.toFixed(2),
    row.bytesPerProduct.toLocaleString('en'),
  ]);
  return [HEAD, HEAD.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
