import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';

const ENTRIES = ['../demo.mjs', '../dev.mjs', '../test.mjs'];

const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');

const written = (text: string, target: ts.ScriptTarget) =>
  ts.transpileModule(text, { compilerOptions: { target, module: ts.ModuleKind.ESNext } }).outputText;

it.each([...ENTRIES, './node-version.mjs'])(
  '%s can be read by an old Node, which then says what it needs',
  (path) => {
    const text = read(path);
    expect(written(text, ts.ScriptTarget.ES2019)).toBe(written(text, ts.ScriptTarget.ESNext));
    expect(text).not.toMatch(/\bawait\b/);
  },
);

it.each(ENTRIES)('%s loads nothing before the version was checked', (path) => {
  const imports = read(path).match(/^import .*$/gm);
  expect(imports).toEqual(["import './bootstrap/node-version.mjs';"]);
});
