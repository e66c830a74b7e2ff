import { FEATURE_BYTES, INTENSITY_BYTES, type Match } from '@/lib/engine';
import { BestMatches } from '@/lib/engine/best-matches';
import { createKernel } from '@/lib/engine/kernels';
import type { Kernel } from '@/lib/engine/kernels/kernel';
import { PAGE_BYTES } from '@/lib/engine/kernels/memory';
import type { BenchCatalogue } from '@/scripts/bench/catalogue';

/** How two products are compared: what is read of each, and the similarity by the engine's own inner loops. */
export interface Likeness<Own> {
  readonly bytes: number;
  readonly read: (catalogue: BenchCatalogue, product: number, out: Uint8Array) => void;
  /** What one product comes to. */
  readonly own: (kernel: Kernel, address: number) => Own;
  /** Of two products, by their addresses and what each comes to. */
  readonly similarity: (kernel: Kernel, left: number, right: number, ownLeft: Own, ownRight: Own) => number;
}

/** Cosine of the intensities. */
export const byIntensities: Likeness<number> = {
  bytes: INTENSITY_BYTES,
  read: (catalogue, product, out) => void catalogue.intensitiesOf(product, out),
  own: (kernel, address) => kernel.dot(address, address, INTENSITY_BYTES),
  similarity: (kernel, left, right, ownLeft, ownRight) => {
    const common = kernel.dot(left, right, INTENSITY_BYTES);
    return common === 0 ? 0 : common / Math.sqrt(ownLeft * ownRight);
  },
};

/** Jaccard similarity of the feature bits. */
export const byFeatures: Likeness<number> = {
  bytes: FEATURE_BYTES,
  read: (catalogue, product, out) => void catalogue.featuresOf(product, out),
  own: (kernel, address) => kernel.ones(address, FEATURE_BYTES),
  similarity: (kernel, left, right, ownLeft, ownRight) => {
    const common = kernel.intersection(left, right, FEATURE_BYTES);
    return common === 0 ? 0 : common / (ownLeft + ownRight - common);
  },
};

/** Mean of the two: intensities and feature bits lie one after the other. */
export const byBoth: Likeness<readonly [intensities: number, features: number]> = {
  bytes: INTENSITY_BYTES + FEATURE_BYTES,
  read: (catalogue, product, out) => {
    byIntensities.read(catalogue, product, out.subarray(0, INTENSITY_BYTES));
    byFeatures.read(catalogue, product, out.subarray(INTENSITY_BYTES));
  },
  own: (kernel, address) => [
    byIntensities.own(kernel, address),
    byFeatures.own(kernel, address + INTENSITY_BYTES),
  ],
  similarity: (kernel, left, right, [leftNorm, leftOnes], [rightNorm, rightOnes]) => {
    const [leftBits, rightBits] = [left + INTENSITY_BYTES, right + INTENSITY_BYTES];
    const cosine = byIntensities.similarity(kernel, left, right, leftNorm, rightNorm);
    return (cosine + byFeatures.similarity(kernel, leftBits, rightBits, leftOnes, rightOnes)) / 2;
  },
};

const CANDIDATE = 64;

/**
 * The true `k` nearest of each query among all products but itself, best first: every product is made once and compared
 * with all queries.
 */
export function nearest<Own>(
  catalogue: BenchCatalogue,
  queries: readonly number[],
  k: number,
  { bytes, read, own, similarity }: Likeness<Own>,
  onProgress: (products: number) => void = () => {},
): Match[][] {
  const kernel = createKernel();
  kernel.memory.grow(Math.ceil(((queries.length + 1) * bytes + CANDIDATE) / PAGE_BYTES));
  const memory = new Uint8Array(kernel.memory.buffer);
  const at = (address: number) => memory.subarray(address, address + bytes);
  const addresses = queries.map((_, q) => CANDIDATE + (q + 1) * bytes);
  queries.forEach((product, q) => read(catalogue, product, at(addresses[q]!)));
  const weights = addresses.map((address) => own(kernel, address));
  const best = queries.map(() => new BestMatches(k));
  const candidate = at(CANDIDATE);
  for (let id = 0; id < catalogue.size; id++) {
    read(catalogue, id, candidate);
    const weight = own(kernel, CANDIDATE);
    for (let q = 0; q < queries.length; q++) {
      const value = similarity(kernel, addresses[q]!, CANDIDATE, weights[q]!, weight);
      if (value >= best[q]!.threshold && id !== queries[q])
        best[q]!.offer({ id, owner: id, similarity: value });
    }
    if (id % REPORTED === 0) onProgress(Math.min(REPORTED, catalogue.size - id));
  }
  return best.map(({ list }) => list);
}

const REPORTED = 1_000;
