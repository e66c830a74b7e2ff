import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCsv, separatorOf, type CsvRow, type Separator } from '@/lib/merchant/imports/read-csv';

const LINE_BREAK = /\r\n|\r|\n/g;

it.each([
  ['sku,title;with,more\n1;2;3', ','],
  ['sku;title_ko;price\n1,5;2,5;3,5', ';'],
  ['sku\ttitle, long\tprice\n', '\t'],
  ['"a;b;c;d",title,price\n', ','],
  ['\ufeffsku;title\n', ';'],
  ['sku\n1\n', ','],
])('the separator is what the first row has most of outside quotation marks: %j', (head, separator) => {
  expect(separatorOf(head)).toBe(separator);
});

it('rows come with the line on which they begin, whatever line breaks and empty lines lie between and inside them', async () => {
  const text = 'a,b\r\n\r\n1,"x\r\ny"\r\n\n\n"p\nq",2\n,,\n \n3,4\r5,6';
  expect(await rowsOf(text)).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 3, cells: ['1', 'x\r\ny'] },
    { line: 7, cells: ['p\nq', '2'] },
    { line: 11, cells: ['3', '4'] },
    { line: 12, cells: ['5', '6'] },
  ]);
});

it('any cells that were written come back as they were, each row on its line, however the bytes are cut', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.string({
      unit: fc.constantFrom('"', ',', ';', '\t', '\n', '\r', "'", '=', '한', '🍜', ' '),
      maxLength: 8,
    }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell, cell), { maxLength: 6 }),
      fc.constantFrom<Separator>(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n'),
      fc.integer({ min: 1, max: 9 }),
      async (rows, separator, end, cut) => {
        const text = stringify(rows, { delimiter: separator, record_delimiter: end, quoted: true });
        const full = rows.filter((cells) => cells.some((one) => one.trim() !== ''));
        const read = await rowsOf(text, separator, cut);
        expect(read.map(({ cells }) => cells)).toEqual(full);
        expect(read.map(({ line }) => line)).toEqual(linesOf(rows));
      },
    ),
  );
});

it('a quotation mark that is never closed is told with the line of its row', async () => {
  await expect(rowsOf('a,b\n1,2\n\n3,"open\n4,5\n6,7\n')).rejects.toMatchObject({
    problems: [{ code: 'quote-open', number: 4 }],
  });
});

it('a row longer than any can be is told with its line, and read no further', async () => {
  const endless = `a,b\n1,2\n3,"${'x\n'.repeat(200_000)}`;
  await expect(rowsOf(endless)).rejects.toMatchObject({ problems: [{ code: 'row-too-long', number: 3 }] });
});

it('a quotation mark inside an unquoted cell is a character like any other', async () => {
  expect((await rowsOf('5" pan,2\n'))[0]?.cells).toEqual(['5" pan', '2']);
});

it.each(['\n', ',\n'])(
  'more lines than there may be are refused and read no further, though nothing stands on them: %j',
  async (line) => {
    let given = 0;
    async function* text() {
      for (; given < 100_000; given += 100) yield line.repeat(100);
    }
    await expect(readCsv(text(), ',', 1_000).next()).rejects.toMatchObject({
      problems: [{ code: 'too-many-lines', number: 1_000 }],
    });
    expect(given).toBeLessThan(100_000);
  },
);

/** Lines counted row by row from what was written, without the reader's ways. */
function linesOf(rows: readonly (readonly string[])[]): number[] {
  let line = 1;
  return rows.flatMap((cells) => {
    const start = line;
    line += 1 + cells.reduce((sum, one) => sum + (one.match(LINE_BREAK)?.length ?? 0), 0);
    return cells.some((one) => one.trim() !== '') ? [start] : [];
  });
}

async function rowsOf(text: string, separator: Separator = ',', cut = 1 << 16): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const row of readCsv(pieces(text, cut), separator)) rows.push(row);
  return rows;
}

async function* pieces(text: string, length: number): AsyncGenerator<string> {
  const characters = [...text];
  for (let i = 0; i < characters.length; i += length) yield characters.slice(i, i + length).join('');
}
