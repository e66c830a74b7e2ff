import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sourceHash } from './source-hash';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sources-'));
  write('app/page.tsx', 'export default 1');
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

it('stays the same while nothing changes', () => {
  expect(sourceHash(root)).toBe(sourceHash(root));
});

it.each(['app/page.tsx', 'app/new.tsx', 'messages/ko.json', 'package-lock.json', 'public/icon.svg'])(
  'changes with %s',
  (path) => {
    const before = sourceHash(root);
    write(path, 'something else');
    expect(sourceHash(root)).not.toBe(before);
  },
);

it.each(['lib/engine/index.test.ts', 'README.md', 'e2e/shop.spec.ts', 'public/ort/ort.wasm'])(
  'needs no new build for %s',
  (path) => {
    const before = sourceHash(root);
    write(path, 'something else');
    expect(sourceHash(root)).toBe(before);
  },
);
