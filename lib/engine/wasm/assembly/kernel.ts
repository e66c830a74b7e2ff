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

export function andFour(target: usize, left: usize, a: usize, b: usize, c: usize, d: usize): u32 {
  let sums = i16x8.splat(0);
  for (let i: usize = 0; i < BITMAP; i += VECTOR) {
    const both = v128.and(v128.load(a + i), v128.load(b + i));
    const four = v128.and(both, v128.and(v128.load(c + i), v128.load(d + i)));
    const kept = v128.and(v128.load(left + i), four);
    v128.store(target + i, kept);
    sums = i16x8.add(sums, i16x8.extadd_pairwise_i8x16_u(i8x16.popcnt(kept)));
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

/** Bytes of a bitmap that are counted at a time: a page of memory, and few enough for the planes to stay in the cache. */
const STRIP: usize = 4096;
/** Words before the columns; the last weight is 2^(WEIGHTS − 1). */
const WEIGHTS: u32 = 4;
/** Offsets in a tally. */
const LEAST: usize = 4;
const REACHED: usize = 8;
const BY_COUNT: usize = 12;

export function best(
  among: usize,
  base: usize,
  columns: usize,
  counters: usize,
  tally: usize,
  out: usize,
): u32 {
  let at = out;
  for (let strip: usize = 0; strip < BITMAP; strip += STRIP) {
    if (isEmpty(among + strip)) continue;
    const planes = countStrip(base + strip, columns, counters);
    at = pickStrip(among + strip, <u32>(strip << 3), counters, planes, tally, at);
  }
  return <u32>((at - out) >> 2);
}

function isEmpty(strip: usize): bool {
  let any = i64x2.splat(0);
  for (let i: usize = 0; i < STRIP; i += VECTOR) any = v128.or(any, v128.load(strip + i));
  return !v128.any_true(any);
}

/**
 * Counts a strip of all columns in vertical counters: plane p is a strip of bit p of every slot's count. Returns how
 * many planes there are, as many as the greatest possible count has bits.
 */
function countStrip(base: usize, columns: usize, counters: usize): u32 {
  let planes: u32 = 0;
  let most: u32 = 0;
  let next = columns + ((<usize>WEIGHTS) << 2);
  for (let shift: u32 = 0; shift < WEIGHTS; shift++) {
    for (let left = load<u32>(columns + ((<usize>shift) << 2)); left > 0; ) {
      const log = left >= 8 ? 3 : 31 - clz(left);
      for (; planes < shift + log; planes++) clearPlane(counters + (<usize>planes) * STRIP);
      const first = counters + (<usize>shift) * STRIP;
      const end = counters + (<usize>planes) * STRIP;
      if (log == 3) addEight(first, end, base, next);
      else if (log == 2) addFour(first, end, base, next);
      else if (log == 1) addTwo(first, end, base, next);
      else addOne(first, end, base, next);
      most += 1 << (shift + log);
      if (most >> planes) planes++;
      next += (<usize>4) << log;
      left -= 1 << log;
    }
  }
  return planes;
}

function clearPlane(plane: usize): void {
  for (let i: usize = 0; i < STRIP; i += VECTOR) v128.store(plane + i, i64x2.splat(0));
}

/** One column: a half adder per plane. */
function addOne(first: usize, end: usize, base: usize, columns: usize): void {
  const c0 = base + load<u32>(columns);
  for (let i: usize = 0; i < STRIP; i += VECTOR) ripple(v128.load(c0 + i), first + i, end);
}

function addTwo(first: usize, end: usize, base: usize, columns: usize): void {
  const c0 = base + load<u32>(columns);
  const c1 = base + load<u32>(columns, 4);
  for (let i: usize = 0; i < STRIP; i += VECTOR) {
    const at = first + i;
    const ones = v128.load(at);
    const a = v128.load(c0 + i);
    const b = v128.load(c1 + i);
    v128.store(at, parity(ones, a, b));
    ripple(majority(ones, a, b), at + STRIP, end);
  }
}

function addFour(first: usize, end: usize, base: usize, columns: usize): void {
  const c0 = base + load<u32>(columns);
  const c1 = base + load<u32>(columns, 4);
  const c2 = base + load<u32>(columns, 8);
  const c3 = base + load<u32>(columns, 12);
  for (let i: usize = 0; i < STRIP; i += VECTOR) {
    const at = first + i;
    let ones = v128.load(at);
    const twos = v128.load(at + STRIP);
    let a = v128.load(c0 + i);
    let b = v128.load(c1 + i);
    const twosA = majority(ones, a, b);
    ones = parity(ones, a, b);
    a = v128.load(c2 + i);
    b = v128.load(c3 + i);
    const twosB = majority(ones, a, b);
    v128.store(at, parity(ones, a, b));
    v128.store(at + STRIP, parity(twos, twosA, twosB));
    ripple(majority(twos, twosA, twosB), at + 2 * STRIP, end);
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
function addEight(first: usize, end: usize, base: usize, columns: usize): void {
  const c0 = base + load<u32>(columns);
  const c1 = base + load<u32>(columns, 4);
  const c2 = base + load<u32>(columns, 8);
  const c3 = base + load<u32>(columns, 12);
  const c4 = base + load<u32>(columns, 16);
  const c5 = base + load<u32>(columns, 20);
  const c6 = base + load<u32>(columns, 24);
  const c7 = base + load<u32>(columns, 28);
  for (let i: usize = 0; i < STRIP; i += VECTOR) {
    const at = first + i;
    let ones = v128.load(at);
    let twos = v128.load(at + STRIP);
    const fours = v128.load(at + 2 * STRIP);

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

    v128.store(at, ones);
    v128.store(at + STRIP, twos);
    v128.store(at + 2 * STRIP, parity(fours, foursA, foursB));
    ripple(majority(fours, foursA, foursB), at + 3 * STRIP, end);
  }
}

/** Adds a bit per slot to the planes up to `end`; what is carried becomes the plane there, zeros if nothing is. */
// @ts-ignore: decorator of AssemblyScript
@inline
function ripple(carried: v128, at: usize, end: usize): void {
  let carry = carried;
  let plane = at;
  for (; plane < end; plane += STRIP) {
    const bits = v128.load(plane);
    v128.store(plane, v128.xor(bits, carry));
    carry = v128.and(bits, carry);
  }
  v128.store(plane, carry);
}

/** Writes the slots of a counted strip that count enough; `first` is the position of its first slot. */
function pickStrip(
  among: usize,
  first: u32,
  counters: usize,
  planes: u32,
  tally: usize,
  out: usize,
): usize {
  let at = out;
  for (let i: usize = 0; i < STRIP; i += 2 * VECTOR) {
    const least = load<u32>(tally, LEAST);
    if (least >> planes) break;
    let a = i64x2.splat(-1);
    let b = a;
    for (let plane: u32 = 0; plane < planes; plane++) {
      const bits = counters + (<usize>plane) * STRIP + i;
      if ((least >> plane) & 1) {
        a = v128.and(a, v128.load(bits));
        b = v128.and(b, v128.load(bits, 16));
      } else {
        a = v128.or(a, v128.load(bits));
        b = v128.or(b, v128.load(bits, 16));
      }
    }
    a = v128.and(a, v128.load(among + i));
    b = v128.and(b, v128.load(among + i, 16));
    if (!v128.any_true(v128.or(a, b))) continue;
    const position = first + <u32>(i << 3);
    at = pick(i64x2.extract_lane(a, 0), position, counters + i, planes, tally, at);
    at = pick(i64x2.extract_lane(a, 1), position + 64, counters + i + 8, planes, tally, at);
    at = pick(i64x2.extract_lane(b, 0), position + 128, counters + i + 16, planes, tally, at);
    at = pick(i64x2.extract_lane(b, 1), position + 192, counters + i + 24, planes, tally, at);
  }
  return at;
}

/** The same for the slots given as ones of 64 bits; each that is written may raise the least count. */
function pick(
  slots: u64,
  first: u32,
  counters: usize,
  planes: u32,
  tally: usize,
  out: usize,
): usize {
  let at = out;
  for (let rest = slots; rest != 0; rest &= rest - 1) {
    const bit = ctz(rest);
    let count: u32 = 0;
    for (let plane: u32 = 0; plane < planes; plane++) {
      count |= (<u32>(load<u64>(counters + (<usize>plane) * STRIP) >> bit) & 1) << plane;
    }
    if (count < load<u32>(tally, LEAST)) continue;
    store<u32>(at, (first + <u32>bit) | (count << 16));
    at += 4;
    enter(tally, count);
  }
  return at;
}

function enter(tally: usize, count: u32): void {
  const place = tally + BY_COUNT + ((<usize>count) << 2);
  store<u32>(place, load<u32>(place) + 1);
  const k = load<u32>(tally);
  let least = load<u32>(tally, LEAST);
  let reached = load<u32>(tally, REACHED) + 1;
  for (; reached >= k; least++) reached -= load<u32>(tally + BY_COUNT + ((<usize>least) << 2));
  store<u32>(tally, least, LEAST);
  store<u32>(tally, reached, REACHED);
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
