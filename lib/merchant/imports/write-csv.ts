import { stringify } from 'csv-stringify/sync';
import { toSpreadsheet } from '@/lib/merchant/imports/spreadsheet-text';

/** Without it Excel reads UTF-8 as the machine's own old encoding. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A CSV that every spreadsheet opens, in pieces; texts that would be formulas are kept from it. */
export async function* csvOf(
  header: readonly string[],
  batches: AsyncIterable<readonly (readonly string[])[]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(BYTE_ORDER_MARK + lines([header]));
  for await (const rows of batches) yield encoder.encode(lines(rows));
}

function lines(rows: readonly (readonly string[])[]): string {
  const safe = rows.map((cells) => cells.map(toSpreadsheet));
  return stringify(safe, { record_delimiter: '\r\n', quoted_match: /[\r\n;\t]|^\s|\s$/ });
}
