import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { RUNTIME_FILES, RUNTIME_VERSION } from './runtime-files';

const PACKAGE = 'node_modules/onnxruntime-web';

it('names the version that is installed, so that browsers never run an old copy', () => {
  const { version } = JSON.parse(readFileSync(`${PACKAGE}/package.json`, 'utf8'));
  expect(RUNTIME_VERSION).toBe(version);
});

it.each(Object.entries(RUNTIME_FILES))('names all that the runtime for %s loads', (_, [entry, ...loaded]) => {
  for (const name of [entry, ...loaded]) expect(existsSync(`${PACKAGE}/dist/${name}`)).toBe(true);
  const text = readFileSync(`${PACKAGE}/dist/${entry}`, 'utf8');
  const glue = [...new Set(text.match(/ort-wasm-simd-threaded[\w.]*\.mjs/g))];
  expect(loaded).toEqual(expect.arrayContaining(glue));
});
