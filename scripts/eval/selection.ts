import { CallerError } from '@/lib/errors';
import { seededRandom } from '@/lib/engine/seeded-random';
import { type Condition, meetsAll } from './condition';
import type { EvalPicture } from './picture';

/** Which pictures are asked with, and which are searched. */
export interface Selection {
  /** The column that says what a picture shows. */
  readonly label: string;
  /** Met by every picture that takes part. */
  readonly where: readonly Condition[];
  /** Met by the queries, and by the pictures searched; none: all of them. */
  readonly query: readonly Condition[];
  readonly gallery: readonly Condition[];
  /** Results that share this column's value with the query are left out. */
  readonly exclude?: string;
  /** At most so many queries, chosen by chance. */
  readonly mostQueries: number;
  readonly seed: number;
}

/** Throws a CallerError that names the columns there are, if one that is asked for is not among them. */
export function checkColumns(
  {
    label,
    where,
    query,
    gallery,
    exclude,
  }: Pick<Selection, 'label' | 'where' | 'query' | 'gallery' | 'exclude'>,
  columns: readonly string[],
): void {
  const asked: [string, string | undefined][] = [
    ['label', label],
    ...where.map(({ column }): [string, string] => ['where', column]),
    ...query.map(({ column }): [string, string] => ['query', column]),
    ...gallery.map(({ column }): [string, string] => ['gallery', column]),
    ['exclude', exclude],
  ];
  for (const [option, column] of asked) {
    if (column === undefined || columns.includes(column)) continue;
    throw new CallerError(
      'invalid-input',
      `--${option} names the column "${column}", which the data does not have: its columns are ${columns.join(', ')}.`,
    );
  }
}

/** Splits pictures into queries and gallery. Throws a CallerError if one of them is empty. */
export function select<Picture extends Pick<EvalPicture, 'labels'>>(
  pictures: readonly Picture[],
  { label, where, query, gallery, mostQueries, seed }: Selection,
): { queries: Picture[]; gallery: Picture[] } {
  const taking = pictures.filter((picture) => meetsAll(picture, where));
  const asking = taking.filter((picture) => meetsAll(picture, query) && picture.labels[label] !== '');
  const searched = taking.filter((picture) => meetsAll(picture, gallery));
  if (asking.length === 0) throw nothing('queries', 'query', [...where, ...query]);
  if (searched.length === 0) throw nothing('pictures to search', 'gallery', [...where, ...gallery]);
  return { queries: sample(asking, mostQueries, seed), gallery: searched };
}

/** `count` of the items by chance, in their own order; all of them if they are no more. */
function sample<T>(items: readonly T[], count: number, seed: number): T[] {
  if (items.length <= count) return [...items];
  const random = seededRandom(seed);
  const drawn = items.map((item, at) => ({ item, at, lot: random() })).sort((a, b) => a.lot - b.lot);
  return drawn
    .slice(0, count)
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

function nothing(what: string, option: string, conditions: readonly Condition[]): CallerError {
  const said = conditions.map(({ column, values }) => `${column}=${values.join(',')}`).join(' and ');
  return new CallerError(
    'invalid-input',
    `There are no ${what}: no picture meets ${said || 'the selection'}. Check the values of --where and --${option}.`,
  );
}
