import type { NewError } from '@/db/queries/imports';
import type { ImportErrorRow } from '@/db/schema';
import { LONGEST_VALUE } from '@/lib/merchant/imports/limits';
import { COLUMNS, ROW_ERRORS, type RowError } from '@/lib/merchant/imports/types';

/** An error as it is kept. */
export function toNewError({ line, column, code, value, detail }: RowError): NewError {
  return { line, column: column ?? '', code, value, detail: detail.slice(0, LONGEST_VALUE) };
}

/** An error as it was kept; one of another version is shown as a refusal. */
export function toRowError({ line, column, code, value, detail }: ImportErrorRow): RowError {
  return {
    line,
    column: COLUMNS.find((one) => one === column) ?? null,
    code: ROW_ERRORS.find((one) => one === code) ?? 'refused',
    value,
    detail,
  };
}
