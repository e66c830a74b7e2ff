import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { placesOf } from '@/lib/merchant/imports/columns';
import { fromSpreadsheet, toSpreadsheet } from '@/lib/merchant/imports/spreadsheet-text';
import { decodedText, encodingOf } from '@/lib/merchant/imports/text-encoding';

const KOREAN = '상품번호,상품명\n1,뷁 똠방각하';

it.each([
  ['UTF-8', Buffer.from(KOREAN), 'utf-8'],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${KOREAN}`), 'utf-8'],
  ['EUC-KR as Excel writes it', iconv.encode(KOREAN, 'cp949'), 'cp949'],
] as const)('reads %s, however the bytes are cut', async (_, bytes, encoding) => {
  for (const length of [1, 2, 3, 1_000]) {
    expect((await encodingOf(cut(bytes, length), 1_000)).encoding).toBe(encoding);
    let text = '';
    for await (const piece of decodedText(cut(bytes, length), encoding)) text += piece;
    expect(text).toBe(KOREAN);
  }
});

it('what is no text, nothing, or too much is refused', async () => {
  await expect(encodingOf(cut(Buffer.from('a\0b'), 9), 99)).rejects.toMatchObject({
    problems: [{ code: 'not-text' }],
  });
  await expect(encodingOf(cut(Buffer.from(''), 9), 99)).rejects.toMatchObject({
    problems: [{ code: 'empty' }],
  });
  await expect(encodingOf(cut(Buffer.from('abc'), 1), 2)).rejects.toMatchObject({
    problems: [{ code: 'too-many-bytes', number: 2 }],
  });
});

it('no text is a formula for a spreadsheet, and every text comes back', () => {
  const nasty = fc.string({
    unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', 'a', '한'),
    maxLength: 5,
  });
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string()), (text) => {
      expect(toSpreadsheet(text)).not.toMatch(/^[=+\-@\t\r]/);
      expect(fromSpreadsheet(toSpreadsheet(text))).toBe(text);
    }),
  );
});

it('a header is understood in both languages, and each wrong column is named', () => {
  const places = placesOf([
    '상품번호',
    'Title KO',
    '상품명(영어)',
    '카테고리',
    '가격(원)',
    '재고',
    '',
    'line',
    'error',
  ]);
  expect([...places]).toEqual([
    ['sku', 0],
    ['title_ko', 1],
    ['title_en', 2],
    ['category', 3],
    ['price_krw', 4],
    ['stock', 5],
  ]);
  expect(() => placesOf(['sku', 'SKU', 'colour', 'title_ko', 'title_en', 'category', 'stock'])).toThrow(
    expect.objectContaining({
      problems: [
        { code: 'column-twice', name: 'sku' },
        { code: 'column-unknown', name: 'colour' },
        { code: 'column-missing', name: 'price_krw' },
      ],
    }),
  );
});

async function* cut(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += length) yield bytes.subarray(i, i + length);
}
