import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KERNELS } from '../test-support';
import { createKernel, simd } from './index';
import { BITMAP_BYTES, type Kernel, SLOTS_PER_BLOCK, Tally, WEIGHTS } from './kernel';
import { CopiedMemory, PAGE_BYTES } from './memory';
import { createScalarKernel } from './scalar';

/** A bitmap in the dumbest form: the positions of its ones. Edges of words, vectors and the bitmap are likely. */
const positions = fc.uniqueArray(
  fc.oneof(
    fc.nat(SLOTS_PER_BLOCK - 1),
    fc.constantFrom(0, 31, 32, 63, 64, 127, 128, 511, 512, SLOTS_PER_BLOCK - 1),
  ),
  { maxLength: 200 },
);
const LEFT = 0;
const RIGHT = BITMAP_BYTES;
const TARGET = 2 * BITMAP_BYTES;
/** 256 KiB. */
const OUT = 4 * BITMAP_BYTES;
const TALLY = 40 * BITMAP_BYTES;
const COLUMNS = 41 * BITMAP_BYTES;
const COUNTERS = 42 * BITMAP_BYTES;
const BASE = 50 * BITMAP_BYTES;
const PAGES = 16;

test('the SIMD kernel is the one in use: this platform runs WebAssembly SIMD', () => {
  expect(simd.active).toBe(true);
  expect(createKernel().name).toBe('simd');
});

describe.each(KERNELS)('the %s kernel', (name) => {
  const kernel = createKernel(name);
  kernel.memory.grow(PAGES);

  test('and, andNot and or agree with sets of positions and count the ones', () => {
    fc.assert(
      fc.property(positions, positions, (left, right) => {
        write(kernel, LEFT, left);
        write(kernel, RIGHT, right);
        const both = left.filter((p) => right.includes(p));
        const only = left.filter((p) => !right.includes(p));
        const either = [...new Set([...left, ...right])];
        for (const [operation, expected] of [
          ['and', both],
          ['andNot', only],
          ['or', either],
        ] as const) {
          expect(kernel[operation](TARGET, LEFT, RIGHT)).toBe(expected.length);
          expect(read(kernel, TARGET)).toEqual(ascending(expected));
        }
        expect(kernel.intersection(LEFT, RIGHT, BITMAP_BYTES)).toBe(both.length);
        expect(kernel.ones(LEFT, BITMAP_BYTES)).toBe(left.length);
      }),
    );
  });

  test('andFour keeps what five bitmaps have in common and counts it', () => {
    const shared = fc.tuple(positions, fc.array(positions, { minLength: 5, maxLength: 5 }));
    fc.assert(
      fc.property(shared, ([common, own]) => {
        const bitmaps = own.map((some, i) => {
          write(kernel, BASE + i * BITMAP_BYTES, [...common, ...some]);
          return BASE + i * BITMAP_BYTES;
        }) as [number, number, number, number, number];
        const inAll = (p: number) => own.every((some) => common.includes(p) || some.includes(p));
        const expected = [...new Set([...common, ...own.flat()])].filter(inAll);
        expect(kernel.andFour(TARGET, ...bitmaps)).toBe(expected.length);
        expect(read(kernel, TARGET)).toEqual(ascending(expected));
      }),
    );
    bytes(kernel).fill(255, LEFT, LEFT + BITMAP_BYTES);
    expect(kernel.andFour(TARGET, LEFT, LEFT, LEFT, LEFT, LEFT)).toBe(SLOTS_PER_BLOCK);
  });

  test('the target may be an operand', () => {
    write(kernel, LEFT, [1, 2, 3, 500]);
    write(kernel, RIGHT, [2, 500, 501]);
    expect(kernel.and(LEFT, LEFT, RIGHT)).toBe(2);
    expect(read(kernel, LEFT)).toEqual([2, 500]);
    expect(kernel.andNot(RIGHT, RIGHT, LEFT)).toBe(1);
    expect(read(kernel, RIGHT)).toEqual([501]);
  });

  test('a full bitmap is counted and collected to its last slot', () => {
    bytes(kernel).fill(255, LEFT, LEFT + BITMAP_BYTES);
    expect(kernel.ones(LEFT, BITMAP_BYTES)).toBe(SLOTS_PER_BLOCK);
    expect(kernel.ones(LEFT, 65_472)).toBeGreaterThan(0);
    expect(kernel.collect(LEFT, OUT)).toBe(SLOTS_PER_BLOCK);
    const found = words(kernel).subarray(OUT / 4, OUT / 4 + SLOTS_PER_BLOCK);
    expect(found.every((position, i) => position === i)).toBe(true);
  });

  test('the most bytes it may count are counted right', () => {
    bytes(kernel).fill(255, 0, 65_472);
    expect(kernel.ones(0, 65_472)).toBe(65_472 * 8);
  });

  test('dot sums the products of pairs of bytes, of the greatest ones too', () => {
    const greatest = fc.uint8Array({ minLength: 512, maxLength: 512 }).map((given) => given.fill(255, 100));
    fc.assert(
      fc.property(greatest, greatest, (left, right) => {
        bytes(kernel).set(left, LEFT);
        bytes(kernel).set(right, RIGHT);
        expect(kernel.dot(LEFT, RIGHT, 512)).toBe(left.reduce((sum, byte, i) => sum + byte * right[i]!, 0));
      }),
    );
    bytes(kernel).fill(255, 0, 32_768);
    expect(kernel.dot(0, 0, 32_768)).toBe(32_768 * 255 ** 2);
  });

  test('best gives out every slot that fewer than K earlier ones equal or exceed, with its count', () => {
    const block = fc.record({
      among: positions,
      columns: fc.array(positions, { minLength: 40, maxLength: 40 }),
    });
    const byWeight = fc.array(fc.nat(10), { minLength: WEIGHTS, maxLength: WEIGHTS });
    fc.assert(
      fc.property(
        fc.array(block, { maxLength: 3 }),
        byWeight,
        fc.integer({ min: 1, max: 60 }),
        (blocks, ns, k) => {
          const weights = ns.flatMap((n, w) => Array.from({ length: n }, () => 1 << w));
          words(kernel).fill(0, TALLY / 4, COLUMNS / 4);
          words(kernel)[TALLY / 4 + Tally.k] = k;
          words(kernel).set([...ns, ...weights.map((_, c) => c * BITMAP_BYTES)], COLUMNS / 4);
          const earlier: number[] = [];
          for (const { among, columns } of blocks) {
            write(kernel, LEFT, among);
            columns.forEach((column, c) => write(kernel, BASE + c * BITMAP_BYTES, column));
            const expected = ascending(among).flatMap((position) => {
              const count = weights.reduce((sum, w, c) => sum + (columns[c]!.includes(position) ? w : 0), 0);
              const isGiven = earlier.filter((other) => other >= count).length < k;
              earlier.push(count);
              return isGiven ? [position | (count << 16)] : [];
            });
            const given = kernel.best(LEFT, BASE, COLUMNS, COUNTERS, TALLY, OUT);
            expect([...words(kernel).subarray(OUT / 4, OUT / 4 + given)]).toEqual(expected);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('best counts 64 columns of the greatest weight', () => {
    write(kernel, LEFT, [0, SLOTS_PER_BLOCK - 1]);
    write(kernel, BASE, [0, SLOTS_PER_BLOCK - 1]);
    words(kernel).fill(0, TALLY / 4, COLUMNS / 4);
    words(kernel)[TALLY / 4 + Tally.k] = 2;
    words(kernel).set([0, 0, 0, 64, ...Array<number>(64).fill(0)], COLUMNS / 4);
    expect(kernel.best(LEFT, BASE, COLUMNS, COUNTERS, TALLY, OUT)).toBe(2);
    const given = [...words(kernel).subarray(OUT / 4, OUT / 4 + 2)];
    expect(given).toEqual([512 << 16, (512 << 16) | (SLOTS_PER_BLOCK - 1)].map((word) => word >>> 0));
  });
});

test('both kernels give the same MinHash signatures, of no number too', () => {
  const numbers = fc.uniqueArray(fc.nat(25_087), { maxLength: 60 });
  const seeds = fc.array(fc.nat(2 ** 32 - 1), { minLength: 12, maxLength: 12 });
  const both = KERNELS.map((name) => createKernel(name));
  fc.assert(
    fc.property(numbers, seeds, (positions, seedList) => {
      const [scalar, vector] = both.map((kernel) => {
        words(kernel).set(seedList, 16);
        words(kernel).set(positions, 64);
        kernel.minHash(1024, 64, 12, 256, positions.length);
        return [...words(kernel).subarray(256, 268)];
      });
      expect(vector).toEqual(scalar);
      if (positions.length === 0) expect(vector).toEqual(Array(12).fill(2 ** 32 - 1));
    }),
  );
});

test('without WebAssembly the scalar kernel works in a memory that is copied as it grows', () => {
  const memory = new CopiedMemory();
  const kernel = createScalarKernel(memory);
  write(kernel, LEFT, [3, 70]);
  expect(memory.grow(2)).toBe(1);
  expect(memory.buffer.byteLength).toBe(3 * PAGE_BYTES);
  expect(kernel.ones(LEFT, BITMAP_BYTES)).toBe(2);
  write(kernel, 2 * PAGE_BYTES, [70, 71]);
  expect(kernel.and(TARGET, LEFT, 2 * PAGE_BYTES)).toBe(1);
});

function write(kernel: Kernel, bitmap: number, ones: readonly number[]): void {
  const target = words(kernel).subarray(bitmap / 4, (bitmap + BITMAP_BYTES) / 4);
  target.fill(0);
  for (const p of ones) target[p >> 5]! |= 1 << (p & 31);
}

function read(kernel: Kernel, bitmap: number): number[] {
  const found = kernel.collect(bitmap, OUT);
  return [...words(kernel).subarray(OUT / 4, OUT / 4 + found)];
}

function words(kernel: Kernel): Uint32Array {
  return new Uint32Array(kernel.memory.buffer);
}

function bytes(kernel: Kernel): Uint8Array {
  return new Uint8Array(kernel.memory.buffer);
}

function ascending(numbers: readonly number[]): number[] {
  return [...numbers].sort((a, b) => a - b);
}
