import { DalmaError } from '@/lib/errors';
import type { FileProblem, FileProblemCode } from '@/lib/merchant/imports/types';

/** The file cannot be used: its sender's mistake. Holds everything that was found wrong with it. */
export class ImportFileError extends DalmaError {
  override readonly name = 'ImportFileError';
  constructor(
    readonly problems: readonly FileProblem[],
    options?: ErrorOptions,
  ) {
    super(`The file cannot be used: ${problems.map(sentence).join(', ')}.`, options);
  }
}

/** The error for one problem. */
export function fileError(
  code: FileProblemCode,
  facts: Omit<FileProblem, 'code'> = {},
  cause?: unknown,
): ImportFileError {
  return new ImportFileError([{ code, ...facts }], cause === undefined ? undefined : { cause });
}

function sentence({ code, name, number }: FileProblem): string {
  return [code, name && JSON.stringify(name), number].filter((part) => part !== undefined).join(' ');
}
