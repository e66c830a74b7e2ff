import { expect, it } from 'vitest';
import { checksum } from './checksum';

it('is FNV-1a with words in the place of bytes', () => {
  expect(checksum(Uint32Array.of())).toBe(0x811c9dc5);
  const byDefinition = BigInt.asUintN(32, (0x811c9dc5n ^ 0xdeadbeefn) * 0x01000193n);
  expect(checksum(Uint32Array.of(0xdeadbeef))).toBe(Number(byDefinition));
});

it('may be taken in parts', () => {
  const words = Uint32Array.of(1, 2, 3, 0xffffffff);
  expect(checksum(words.subarray(1), checksum(words.subarray(0, 1)))).toBe(checksum(words));
});
