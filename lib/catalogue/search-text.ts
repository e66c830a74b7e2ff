import type { SearchWord } from '@/db/queries/cards';

/**
 * Text search in any language on a plain full-text index, the same on MySQL and MariaDB (which has no ngram parser).
 * We cut words ourselves and store them as 7-bit tokens, so that no collation, minimum token size or stop word of
 * the server has a say:
 *   `en` + word            Latin words and numbers, lower case, accents dropped: `Café` → `encafe`
 *   `x` + two code points  every pair of neighbours of a run in another script (Korean above all), 5 hexadecimal
 *                          digits each, and the run's last character alone: 단팥빵 → 단팥, 팥빵, 빵
 * A query asks for all of its tokens. Latin words match from their beginning (`choc` finds chocolate), a single
 * character of another script anywhere.
 */

const LONGEST_WORD = 60;
const MOST_QUERY_WORDS = 16;
const LONGEST_QUERY = 200;
/** Bytes of the column, a TEXT. Tokens are 7-bit, so characters. */
const MOST_STORED = 65_535;

/**
 * What is stored in `search_text` for the given texts: distinct tokens, separated by spaces. Of texts with more
 * tokens than the column holds, the last ones are not searched: give the titles first.
 */
export function searchText(texts: readonly string[]): string {
  const all = [...new Set(texts.flatMap(runs).flatMap(storedTokens))].join(' ');
  return all.length <= MOST_STORED ? all : all.slice(0, all.lastIndexOf(' ', MOST_STORED));
}

/** The words to look for, for what a visitor typed; none if there is nothing to search for in it. */
export function searchWords(typed: string): SearchWord[] {
  const words = new Map(
    runs(typed.slice(0, LONGEST_QUERY))
      .flatMap(queryWords)
      .map((word) => [word.token, word]),
  );
  return [...words.values()].slice(0, MOST_QUERY_WORDS);
}

interface Run {
  readonly latin: boolean;
  readonly characters: readonly string[];
}

/** Letters and digits in a row, Latin apart from the rest; everything else only separates. */
function runs(text: string): Run[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
  return [...plain.matchAll(/([a-z0-9]+)|((?:(?![a-z0-9])[\p{L}\p{N}])+)/gu)].map(([run, latin]) => ({
    latin: latin !== undefined,
    characters: [...run],
  }));
}

function storedTokens({ latin, characters }: Run): string[] {
  if (latin) return [wordToken(characters)];
  return characters.map((character, i) => pairToken(character, characters[i + 1]));
}

function queryWords({ latin, characters }: Run): SearchWord[] {
  if (latin) return [{ token: wordToken(characters), prefix: true }];
  const [first = '', ...others] = characters;
  if (others.length === 0) return [{ token: pairToken(first), prefix: true }];
  return others.map((second, i) => ({ token: pairToken(characters[i] ?? '', second), prefix: false }));
}

function wordToken(characters: readonly string[]): string {
  return `en${characters.slice(0, LONGEST_WORD).join('')}`;
}

function pairToken(first: string, second?: string): string {
  return `x${codePoint(first)}${second === undefined ? '' : codePoint(second)}`;
}

function codePoint(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).padStart(5, '0');
}
