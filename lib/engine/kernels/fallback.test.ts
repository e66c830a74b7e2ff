import { afterEach, describe, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

const withoutSimd = {
  Memory: WebAssembly.Memory,
  CompileError: WebAssembly.CompileError,
  Module: class {
    constructor() {
      throw new WebAssembly.CompileError('invalid value type');
    }
  },
};

describe.each([
  ['WebAssembly has no SIMD', withoutSimd],
  ['there is no WebAssembly', undefined],
])('where %s', (_, webAssembly) => {
  test('the index and the ranking work on the scalar kernel, and say so', async () => {
    vi.stubGlobal('WebAssembly', webAssembly);
    const { BitwiseIndex, FEATURE_BYTES, rankByJaccard, simd } = await import('../index');
    expect(simd.active).toBe(false);

    const index = new BitwiseIndex();
    expect(index.kernel).toBe('scalar');
    for (let id = 0; id < 5; id++) index.add({ id, owner: id, topFilters: [id, 9] });
    expect([...index.narrow([3], { limit: 1 })]).toEqual([3]);

    const featureBits = new Uint8Array(FEATURE_BYTES).fill(3);
    expect(rankByJaccard(featureBits, [{ id: 1, owner: 1, featureBits }], 1)[0]?.similarity).toBe(1);
    expect(() => new BitwiseIndex({ kernel: 'simd' })).toThrow("kernel 'simd' is not available");
  });
});
