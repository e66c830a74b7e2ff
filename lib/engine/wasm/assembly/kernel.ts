// The inner loops as WebAssembly SIMD, in AssemblyScript. `../../kernels/kernel.ts` says what each function promises;
// `../../kernels/scalar.ts` is the same in plain loops. No function allocates: the module has no data of its own and
// works on addresses of the imported memory. Rebuild with `npm run build:wasm`.

const BITMAP: usize = 8192;
const VECTOR: usize = 16;

export function and(target: usize, left: usize, right: usize): u32 {
  let sums = i16x8.splat(0);
  for (let i: usize = 0; i < BITMAP; i += 4 * VECTOR) {
    const a = v128.and(v128.load(left + i), v128.load(right + i));
    const b = v128.and(v128.load(left + i, 16), v128.load(right + i, 16));
    const c = v128.and(v128.load(left + i, 32), v128.load(right + i, 32));
    const d = v128.and(v128.load(left + i, 48), v128.load(right + i, 48));
    v128.store(target + i, a);
    v128.store(target + i, b, 16);
    v128.store(target + i, c, 32);
    v128.store(target + i, d, 48);
    sums = addOnes(sums, a, b, c, d);
  }
  return total(sums);
}

export function andNot(target: usize, left: usize, right: usize): u32 {
  let sums = i16x8.splat(0);
  for (let i: usize = 0; i < BITMAP; i += 4 * VECTOR) {
    const a = v128.andnot(v128.load(left + i), v128.load(right + i));
    const b = v128.andnot(v128.load(left + i, 16), v128.load(right + i, 16));
    const c = v128.andnot(v128.load(left + i, 32), v128.load(right + i, 32));
    const d = v128.andnot(v128.load(left + i, 48), v128.load(right + i, 48));
    v128.store(target + i, a);
    v128.store(target + i, b, 16);
    v128.store(target + i, c, 32);
    v128.store(target + i, d, 48);
    sums = addOnes(sums, a, b, c, d);
  }
  return total(sums);
}

export function or(target: usize, left: usize, right: usize): u32 {
  let sums = i16x8.splat(0);
  for (let i: usize = 0; i < BITMAP; i += 4 * VECTOR) {
    const a = v128.or(v128.load(left + i), v128.load(right + i));
    const b = v128.or(v128.load(left + i, 16), v128.load(right + i, 16));
    const c = v128.or(v128.load(left + i, 32), v128.load(right + i, 32));
    const d = v128.or(v128.load(left + i, 48), v128.load(right + i, 48));
    v128.store(target + i, a);
    v128.store(target + i, b, 16);
    v128.store(target + i, c, 32);
    v128.store(target + i, d, 48);
    sums = addOnes(sums, a, b, c, d);
  }
  return total(sums);
}

export function collect(bitmap: usize, out: usize): u32 {
  let at = out;
  for (let i: usize = 0; i < BITMAP; i += VECTOR) {
    if (!v128.any_true(v128.load(bitmap + i))) continue;
    at = collectHalf(load<u64>(bitmap + i), i << 3, at);
    at = collectHalf(load<u64>(bitmap + i, 8), (i << 3) + 64, at);
  }
  return <u32>((at - out) >> 2);
}

function collectHalf(bits: u64, first: usize, at: usize): usize {
  for (let rest = bits; rest != 0; rest &= rest - 1) {
    store<u32>(at, <u32>(first + <usize>ctz(rest)));
    at += 4;
  }
  return at;
}

export function addColumns(counters: usize, planes: u32, shift: u32, columns: usize, n: u32): void {
  const end = counters + (<usize>planes) * BITMAP;
  const first = counters + (<usize>shift) * BITMAP;
  let c: u32 = 0;
  for (; c + 8 <= n; c += 8) addEight(first, end, columns + ((<usize>c) << 2));
  for (; c < n; c++) addOne(first, end, load<u32>(columns + ((<usize>c) << 2)));
}

/** One column: a half adder per plane, until nothing is carried. */
function addOne(first: usize, end: usize, column: usize): void {
  for (let i: usize = 0; i < BITMAP; i += VECTOR) {
    ripple(v128.load(column + i), first + i, end);
  }
}

/**
 * Eight columns: seven full adders (Harley and Seal's tree) take them and the three lowest planes to those planes and
 * one vector of eights, which ripples on.
 *
 *     ones ─┐ c0 c1   c2 c3   c4 c5   c6 c7
 *           └─FA──────FA──────FA──────FA──────► ones
 *              └──FA───┘       └──FA───┘
 *     twos ───────┴─┼──────────────┴─┼────────► twos
 *                   └───────FA───────┘
 *     fours ────────────────┴─┼───────────────► fours
 *                             └► eights
 */
function addEight(first: usize, end: usize, columns: usize): void {
  const c0: usize = load<u32>(columns);
  const c1: usize = load<u32>(columns, 4);
  const c2: usize = load<u32>(columns, 8);
  const c3: usize = load<u32>(columns, 12);
  const c4: usize = load<u32>(columns, 16);
  const c5: usize = load<u32>(columns, 20);
  const c6: usize = load<u32>(columns, 24);
  const c7: usize = load<u32>(columns, 28);
  for (let i: usize = 0; i < BITMAP; i += VECTOR) {
    const at = first + i;
    let ones = v128.load(at);
    let twos = v128.load(at + BITMAP);
    let fours = v128.load(at + 2 * BITMAP);

    let a = v128.load(c0 + i);
    let b = v128.load(c1 + i);
    const twosA = majority(ones, a, b);
    ones = parity(ones, a, b);
    a = v128.load(c2 + i);
    b = v128.load(c3 + i);
    const twosB = majority(ones, a, b);
    ones = parity(ones, a, b);
    const foursA = majority(twos, twosA, twosB);
    twos = parity(twos, twosA, twosB);

    a = v128.load(c4 + i);
    b = v128.load(c5 + i);
    const twosC = majority(ones, a, b);
    ones = parity(ones, a, b);
    a = v128.load(c6 + i);
    b = v128.load(c7 + i);
    const twosD = majority(ones, a, b);
    ones = parity(ones, a, b);
    const foursB = majority(twos, twosC, twosD);
    twos = parity(twos, twosC, twosD);

    const eights = majority(fours, foursA, foursB);
    fours = parity(fours, foursA, foursB);
    v128.store(at, ones);
    v128.store(at + BITMAP, twos);
    v128.store(at + 2 * BITMAP, fours);
    ripple(eights, at + 3 * BITMAP, end);
  }
}

// @ts-ignore: decorator of AssemblyScript
@inline
function ripple(carried: v128, at: usize, end: usize): void {
  let carry = carried;
  for (let plane = at; plane < end && v128.any_true(carry); plane += BITMAP) {
    const bits = v128.load(plane);
    v128.store(plane, v128.xor(bits, carry));
    carry = v128.and(bits, carry);
  }
}

// @ts-ignore: decorator of AssemblyScript
@inline
function parity(a: v128, b: v128, c: v128): v128 {
  return v128.xor(v128.xor(a, b), c);
}

// @ts-ignore: decorator of AssemblyScript
@inline
function majority(a: v128, b: v128, c: v128): v128 {
  const different = v128.xor(a, b);
  return v128.or(v128.and(a, b), v128.and(different, c));
}

export function ones(address: usize, bytes: usize): u32 {
  return intersection(address, address, bytes);
}

export function intersection(left: usize, right: usize, bytes: usize): u32 {
  let sums = i16x8.splat(0);
  for (let i: usize = 0; i < bytes; i += 4 * VECTOR) {
    const a = v128.and(v128.load(left + i), v128.load(right + i));
    const b = v128.and(v128.load(left + i, 16), v128.load(right + i, 16));
    const c = v128.and(v128.load(left + i, 32), v128.load(right + i, 32));
    const d = v128.and(v128.load(left + i, 48), v128.load(right + i, 48));
    sums = addOnes(sums, a, b, c, d);
  }
  return total(sums);
}

/** Eight sums of 16 bits: four vectors add at most 64 to each, so 1,023 times four vectors fit. */
// @ts-ignore: decorator of AssemblyScript
@inline
function addOnes(sums: v128, a: v128, b: v128, c: v128, d: v128): v128 {
  const two = i8x16.add(i8x16.popcnt(a), i8x16.popcnt(b));
  const four = i8x16.add(two, i8x16.add(i8x16.popcnt(c), i8x16.popcnt(d)));
  return i16x8.add(sums, i16x8.extadd_pairwise_i8x16_u(four));
}

// @ts-ignore: decorator of AssemblyScript
@inline
function total(sums: v128): u32 {
  return lanes(i32x4.extadd_pairwise_i16x8_u(sums));
}

// @ts-ignore: decorator of AssemblyScript
@inline
function lanes(sums: v128): u32 {
  return (
    i32x4.extract_lane(sums, 0) +
    i32x4.extract_lane(sums, 1) +
    i32x4.extract_lane(sums, 2) +
    i32x4.extract_lane(sums, 3)
  );
}

export function dot(left: usize, right: usize, bytes: usize): u32 {
  let sums = i32x4.splat(0);
  for (let i: usize = 0; i < bytes; i += VECTOR) {
    const a = v128.load(left + i);
    const b = v128.load(right + i);
    const low = i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(a), i16x8.extend_low_i8x16_u(b));
    const high = i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(a), i16x8.extend_high_i8x16_u(b));
    sums = i32x4.add(sums, i32x4.add(low, high));
  }
  return lanes(sums);
}

export function minHash(signature: usize, seeds: usize, hashes: u32, positions: usize, n: u32): void {
  const end = positions + ((<usize>n) << 2);
  for (let i: usize = 0; i < (<usize>hashes) << 2; i += VECTOR) {
    const seed = v128.load(seeds + i);
    let least = i32x4.splat(-1);
    for (let at = positions; at < end; at += 4) {
      const spread = i32x4.mul(i32x4.add(v128.load32_splat(at), seed), i32x4.splat(0x9e3779b1));
      const mixed = v128.xor(spread, i32x4.shr_u(spread, 15));
      least = i32x4.min_u(least, i32x4.mul(mixed, i32x4.splat(0x85ebca6b)));
    }
    v128.store(signature + i, least);
  }
}
