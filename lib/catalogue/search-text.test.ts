import fc from 'fast-check';
import { expect, it } from 'vitest';
import { searchText, searchWords } from '@/lib/catalogue/search-text';

it.each([
  ['초콜릿 우유', '초콜릿', true],
  ['초콜릿 우유', '콜릿', true],
  ['초콜릿 우유', '초콜릿우유', false],
  ['단팥빵', '빵', true],
  ['단팥빵', '팥', true],
  ['단팥빵', '식빵', false],
  ['Dark Chocolate 70%', 'CHOC', true],
  ['Dark Chocolate 70%', '70', true],
  ['Dark Chocolate 70%', 'olate', false],
  ['Café au lait', 'cafe', true],
  ['Ｗｉｄｅ letters', 'wide', true],
  ['신라면 500ml', '라면 500', true],
  ['the and of', 'the', true],
])('%s, searched for %s: %s', (stored, typed, found) => {
  expect(finds(stored, typed)).toBe(found);
});

it('every text is found by itself', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => finds(text, text)));
});

it('whatever is typed, only 7-bit letters and digits reach the database', () => {
  fc.assert(
    fc.property(
      fc
        .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 200 })
        .map((points) => String.fromCodePoint(...points)),
      (typed) => searchWords(typed).every(({ token }) => /^[a-z0-9]{3,64}$/.test(token)),
    ),
  );
});

it.each(['', '   ', '+-*"()<>~@%_\\', "';--", '🍫', '*'])('nothing to search for in %j', (typed) => {
  expect(searchWords(typed)).toEqual([]);
});

it('a text typed without end asks for few words', () => {
  expect(searchWords('가나다라마바사아자차카타파하'.repeat(50)).length).toBeLessThanOrEqual(16);
});

it('of a text with more words than the column holds, the first ones are kept whole', () => {
  const hangul = Array.from({ length: 11_000 }, (_, i) => String.fromCodePoint(0xac00 + i)).join('');
  const stored = searchText(['딸기 우유', hangul]);
  expect(stored.length).toBeLessThanOrEqual(65_535);
  expect(stored.length).toBeGreaterThan(65_500);
  expect(stored.split(' ').every((token) => /^x([0-9a-f]{5}){1,2}$/.test(token))).toBe(true);
  expect(stored.startsWith(searchText(['딸기 우유']))).toBe(true);
});

/** As the database's boolean mode: every word among the tokens. */
function finds(stored: string, typed: string): boolean {
  const tokens = searchText([stored]).split(' ');
  return searchWords(typed).every(({ token, prefix }) =>
    tokens.some((known) => (prefix ? known.startsWith(token) : known === token)),
  );
}
