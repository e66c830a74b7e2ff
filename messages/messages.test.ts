import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import en from './en.json';
import ko from './ko.json';

type Tree = { readonly [key: string]: string | Tree };

const root = path.join(import.meta.dirname, '..');
const sources = ['app', 'components'].flatMap(sourceFiles).map((file) => readFileSync(file, 'utf8'));
const korean = flatten(ko);
const english = flatten(en);

it('says everything in both languages', () => {
  expect([...english.keys()].sort()).toEqual([...korean.keys()].sort());
});

it('uses the same placeholders in both languages', () => {
  for (const [key, text] of korean)
    expect(placeholders(english.get(key) ?? ''), key).toEqual(placeholders(text));
});

it('has no empty text', () => {
  for (const [key, text] of [...korean, ...english]) expect(text.trim(), key).not.toBe('');
});

it('has no text that no page says', () => {
  const unsaid = [...korean.keys()].filter((key) => !sources.some((source) => says(source, key)));
  expect(unsaid).toEqual([]);
});

/** Whether a file says a text: by its whole key, or by the rest of the key after naming a part of the messages. */
function says(source: string, key: string): boolean {
  const names = key.split('.');
  return (
    source.includes(`'${key}'`) ||
    names.slice(1).some((_, i) => {
      const part = names.slice(0, i + 1).join('.');
      return source.includes(`ranslations('${part}')`) && quotes(source, names.slice(i + 1));
    })
  );
}

/** Keys that come from data are written as a template: `sorts.${sort}`. */
function quotes(source: string, names: readonly string[]): boolean {
  const begun = names.map((_, i) => names.slice(0, i + 1).join('.'));
  return source.includes(`'${names.join('.')}'`) || begun.some((text) => source.includes(`\`${text}.\${`));
}

function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : [...flatten(value, `${prefix}${key}.`)],
  );
  return new Map(entries);
}

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1] ?? ''))]
    .filter(isName)
    .sort();
}

/** `{# product}` inside a plural opens with a brace too, but names nothing. */
function isName(name: string): boolean {
  return /^[a-z]+$/.test(name);
}

function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}
