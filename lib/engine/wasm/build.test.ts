import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { compileKernel, embed } from './build';

let binary: Buffer<ArrayBuffer>;
beforeAll(async () => {
  binary = Buffer.from(await compileKernel());
}, 60_000);

test('the committed binary is what the source compiles to, byte for byte', () => {
  expect(embed(binary)).toBe(readFileSync(new URL('./binary.ts', import.meta.url), 'utf8'));
});

test('the binary is small enough to be compiled synchronously on the main thread of every browser', () => {
  expect(binary.length).toBeLessThan(4096);
});

test('the binary counts with the SIMD instruction i8x16.popcnt, and asks for nothing but a memory', () => {
  expect(binary.includes(Buffer.from([0xfd, 0x62]))).toBe(true);
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(binary));
  expect(imports).toEqual([{ module: 'env', name: 'memory', kind: 'memory' }]);
});
