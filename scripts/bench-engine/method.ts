import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** A way of narrowing a catalogue to candidates. */
export interface Method extends Cost {
  readonly name: string;
  /** Ids of the candidates for the query of a number; valid until the next call. */
  readonly candidates: (query: number) => Uint32Array;
  /** Whether its index is one of bitmaps. */
  readonly hasBitmaps?: true;
}

/** What an index costs. */
export interface Cost {
  /** Growth of the process while it was built, divided by the number of products. */
  readonly bytesPerProduct: number;
  readonly productsPerSecond: number;
}

setFlagsFromString('--expose-gc');
const collectOnce = runInNewContext('gc') as () => void;

/** Twice more, since array buffers are given back by a thread that the next collection waits for. */
function collectGarbage(): void {
  for (let round = 0; round < 3; round++) collectOnce();
}

/** Builds an index, and what that cost. */
export function built<Index>(n: number, build: () => Index): { readonly index: Index; readonly cost: Cost } {
  collectGarbage();
  const before = process.memoryUsage.rss();
  const start = performance.now();
  const index = build();
  const seconds = (performance.now() - start) / 1000;
  collectGarbage();
  const bytesPerProduct = (process.memoryUsage.rss() - before) / n;
  return { index, cost: { bytesPerProduct, productsPerSecond: n / seconds } };
}
