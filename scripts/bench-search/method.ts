/** The parts of a search, in their order. `query` fetches the product that is asked about. */
export const STAGES = ['query', 'narrowing', 'features', 'rerank', 'details'] as const;
export type Stage = (typeof STAGES)[number];

export interface Found {
  /** Product numbers, most similar first. */
  readonly products: readonly number[];
  /** Milliseconds; a part that a method has not, or cannot tell apart from the next, is missing. */
  readonly stages: Partial<Record<Stage, number>>;
}

/** One way to find the products that look like a product. */
export interface SearchMethod {
  readonly name: string;
  search(product: number): Promise<Found>;
}

/** Results asked for. */
export const K = 10;

/** Notes how long each part takes. */
export class StageWatch {
  readonly stages: Partial<Record<Stage, number>> = {};

  async time<T>(stage: Stage, work: () => T | Promise<T>): Promise<T> {
    const startedAt = performance.now();
    const result = await work();
    this.stages[stage] = (this.stages[stage] ?? 0) + performance.now() - startedAt;
    return result;
  }
}
