import { CsvError, parse, type Options } from 'csv-parse';
import { Readable } from 'node:stream';
import { fileError } from '@/lib/merchant/imports/file-error';
import { LONGEST_ROW, MOST_LINES } from '@/lib/merchant/imports/limits';
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
 * @param most rows that there may be, empty ones included
 * @throws ImportFileError for a quotation mark that is never closed, a row that is longer than any can be, or too many rows
 */
export async function* readCsv(
  text: AsyncIterable<string>,
  separator: Separator,
  most = MOST_LINES,
): AsyncGenerator<CsvRow> {
  const lines = new LineCounter();
  const parser = parse({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
    // Its types know rows of cells only.
    on_record: rowReader(lines, most) as unknown as Options['on_record'],
  });
  const source = Readable.from(counted(text, lines));
  source.on('error', (error) => parser.destroy(error)).pipe(parser);
  try {
    yield* parser as AsyncIterable<CsvRow>;
  } catch (error) {
    throw asFileError(error, lines.line);
  } finally {
    source.destroy();
  }
}

/** Sees every row as it is parsed, and lets none without text go further: of those there may be more than memory holds. */
function rowReader(lines: LineCounter, most: number) {
  let rows = 0;
  return (cells: string[], { bytes }: { bytes: number }): CsvRow | null => {
    if (++rows > most) throw fileError('too-many-lines', { number: most });
    const line = lines.lineOfRow(bytes);
    return cells.some((cell) => cell.trim() !== '') ? { line, cells } : null;
  };
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

function asFileError(error: unknown, number: number): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return fileError('quote-open', { number }, error);
  if (error.code === 'CSV_MAX_RECORD_SIZE') return fileError('row-too-long', { number }, error);
  return error;
}
