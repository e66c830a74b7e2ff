import { type Progress, seedProgress } from '@/scripts/seed-progress';
import type { Arguments } from './arguments';
import type { Condition } from './condition';
import { type EvalData, labelOf } from './data';
import { describe } from './describe';
import { writeWhole } from './files';
import { Gallery } from './gallery';
import { measure, type Watcher } from './measure';
import { aboutLines, type Evaluation, evaluationOf, jsonOf, tableOf, writeReport } from './report';
import { checkColumns, select, type Selection } from './selection';

const CACHE = '.data/eval';

/** The whole command: describes the pictures, measures the methods, prints the figures and writes what was asked for. */
export async function evaluate(data: EvalData, given: Arguments, cache = CACHE): Promise<Evaluation> {
  const selection = selectionOf(data, given);
  checkColumns(selection, data.columns);
  select(data.pictures, selection);
  const watch = progressBars();
  const described = await describe(data.pictures, {
    modelId: given.modelId,
    cache,
    withActivations: true,
    onProgress: watch('Pictures', data.pictures.length),
  });
  const { queries, gallery } = select(described.pictures, selection);
  const measured = await measure(new Gallery(queries, gallery, selection.exclude), described, {
    label: selection.label,
    seed: selection.seed,
    watch,
  });
  watch.end();
  const evaluation = evaluationOf(measured, {
    name: given.name ?? nameOf(data, selection),
    modelId: given.modelId,
    label: selection.label,
    command: commandOf(data, given),
    unreadable: described.unreadable,
  });
  console.log(`${aboutLines(evaluation)}\n\n${tableOf(evaluation.rows)}`);
  if (given.json !== undefined) await writeWhole(given.json, jsonOf(evaluation));
  if (given.out !== undefined) console.log(`\nReport: ${await writeReport(evaluation, given.out)}`);
  return evaluation;
}

/** What was asked for, else what the data bring. */
function selectionOf(data: EvalData, given: Arguments): Selection {
  const { defaults } = data;
  return {
    ...given,
    label: labelOf(data, given.label),
    query: given.query.length > 0 ? given.query : (defaults?.query ?? []),
    exclude: given.exclude ?? defaults?.exclude,
  };
}

/** `grocery-fine-Packages` */
function nameOf({ name }: EvalData, { label, where }: Selection): string {
  const parts = [name, label, ...where.flatMap(({ values }) => values)];
  return parts.join('-').replaceAll(/[^\w.-]+/g, '-');
}

function commandOf({ name, defaults }: EvalData, given: Arguments): string {
  const conditions = (option: string, all: readonly Condition[]) =>
    all.map(({ column, values }) => `--${option} ${column}=${values.join(',')}`);
  return [
    `npm run eval -- --data ${defaults ? name : `…/${name}`}`,
    ...(given.label === undefined ? [] : [`--label ${given.label}`]),
    ...conditions('query', given.query),
    ...conditions('gallery', given.gallery),
    ...conditions('where', given.where),
    ...(given.exclude === undefined ? [] : [`--exclude ${given.exclude}`]),
    `--queries ${given.mostQueries} --seed ${given.seed}`,
  ].join(' ');
}

/** One bar after the other: a new stretch of work ends the one before. */
function progressBars(): Watcher & { end(): void } {
  let bar: Progress | undefined;
  const watch = (what: string, steps: number) => {
    bar?.end();
    const own = (bar = seedProgress(what, steps));
    return (by: number) => own.step(by);
  };
  return Object.assign(watch, { end: () => bar?.end() });
}
