import { CsvError, parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { fileError } from '@/lib/merchant/imports/file-error';
import { LONGEST_ROW } from '@/lib/merchant/imports/limits';
import { LineCounter } from '@/lib/merchant/imports/line-counter';

export interface CsvRow {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

const SEPARATORS = [',', ';', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** The separator of a file: the one that its first row has most of, outside quotation marks. */
export function separatorOf(head: string): Separator {
  const first = firstRow(head);
  const count = (separator: string) => first.split(separator).length;
  return SEPARATORS.reduce((best, one) => (count(one) > count(best) ? one : best));
}

/**
 * The rows of a CSV as they come; rows without any text are left out. Quoted cells may hold line breaks; a quotation mark
 * inside an unquoted cell is a character like any other.
 * @throws ImportFileError for a quotation mark that is never closed, or a row that is longer than any can be
 */
export async function* readCsv(text: AsyncIterable<string>, separator: Separator): AsyncGenerator<CsvRow> {
  const lines = new LineCounter();
  /** The parser is ahead of us; when it fails, what it has parsed and we have not seen is lost. */
  let parsed = 0;
  const parser = parse({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
    info: true,
    on_record(record: string[], { bytes }) {
      parsed = bytes;
      return record;
    },
  });
  const source = Readable.from(counted(text, lines));
  source.on('error', (error) => parser.destroy(error)).pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRecord>) {
      const line = lines.lineOfRow(info.bytes);
      if (record.some((cell) => cell.trim() !== '')) yield { line, cells: record };
    }
  } catch (error) {
    throw asFileError(error, () => lines.lineAfter(parsed));
  } finally {
    source.destroy();
  }
}

interface ParsedRecord {
  readonly record: string[];
  /** `bytes`: where the record ended, in what was given to the parser. */
  readonly info: { readonly bytes: number };
}

/** Up to the first line break outside quotation marks; without their content. */
function firstRow(head: string): string {
  const withoutQuoted = head.replace(/^\uFEFF/, '').replace(/"(?:[^"]|"")*"/g, '');
  return withoutQuoted.trimStart().split(/[\r\n]/, 1)[0] ?? '';
}

async function* counted(text: AsyncIterable<string>, lines: LineCounter): AsyncGenerator<Buffer> {
  for await (const piece of text) {
    const bytes = Buffer.from(piece);
    lines.take(bytes);
    yield bytes;
  }
}

function asFileError(error: unknown, line: () => number): unknown {
  if (!(error instanceof CsvError)) return error;
  const number = line();
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return fileError('quote-open', { number }, error);
  if (error.code === 'CSV_MAX_RECORD_SIZE') return fileError('row-too-long', { number }, error);
  return error;
}
