import { CallerError } from '@/lib/errors';
import type { Condition } from './condition';
import type { EvalPicture } from './picture';

/** Pictures to evaluate, wherever they come from. */
export interface EvalData {
  readonly name: string;
  /** Columns of labels. */
  readonly columns: readonly string[];
  readonly pictures: readonly EvalPicture[];
  /** What the data bring when nothing else is asked for. */
  readonly defaults?: {
    readonly label: string;
    readonly query: readonly Condition[];
    readonly exclude: string;
  };
}

/** The column of labels: the one asked for, the data's own, the only one there is, or `label`. */
export function labelOf({ columns, defaults }: EvalData, asked: string | undefined): string {
  const label = asked ?? defaults?.label ?? (columns.length === 1 ? columns[0] : undefined);
  if (label !== undefined) return label;
  if (columns.includes('label')) return 'label';
  throw new CallerError(
    'invalid-input',
    `Which column says what a picture shows? Give --label with one of ${columns.join(', ')}.`,
  );
}
