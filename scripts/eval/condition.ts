import { CallerError } from '@/lib/errors';
import type { EvalPicture } from './picture';

/** `split=train,val`: a picture meets it if its column has one of the values. */
export interface Condition {
  readonly column: string;
  readonly values: readonly string[];
}

/** Reads `COLUMN=VALUE[,VALUE…]`, as given to `option`. Throws a CallerError for anything else. */
export function parseCondition(text: string, option: string): Condition {
  const [, column, values] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (column === undefined || values === undefined) {
    throw new CallerError(
      'invalid-input',
      `--${option} ${text} is not understood: expected COLUMN=VALUE or COLUMN=VALUE,VALUE, such as split=test.`,
    );
  }
  return { column, values: values.split(',') };
}

export function meetsAll({ labels }: Pick<EvalPicture, 'labels'>, conditions: readonly Condition[]): boolean {
  return conditions.every(({ column, values }) => values.includes(labels[column] ?? ''));
}
