import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

// What a browser may import. A server's file among their imports would end up in its bundle.
const doors = [
  'preprocess.ts',
  'signature.ts',
  'manifest.ts',
  'errors.ts',
  'network.ts',
  'picture-widths.ts',
];

/** A file of ours and all it imports, types left out; packages by name. */
function reach(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name] of readFileSync(file, 'utf8').matchAll(
    /^(?:import|export) (?!type )[^;]*?from '([^']+)'/gm,
  )) {
    if (name!.startsWith('./')) reach(path.join(path.dirname(file), `${name}.ts`), seen);
    else seen.add(name!);
  }
  return seen;
}

test.each(doors)('%s can be imported by the browser', (door) => {
  const packages = [...reach(path.join(import.meta.dirname, door))].filter((name) => !path.isAbsolute(name));
  expect(['zod', '@/models/manifest.json']).toEqual(expect.arrayContaining(packages));
});

test('the server door is not among what the browser can import', () => {
  const packages = reach(path.join(import.meta.dirname, 'index.ts'));
  expect([...packages]).toEqual(expect.arrayContaining(['sharp', 'onnxruntime-node', 'node:crypto']));
});
