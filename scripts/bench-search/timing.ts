import { spread, type Spread } from './spread';
import { STAGES, type Found, type SearchMethod, type Stage } from './method';

const RUNS = 5;

export interface MethodTiming extends Spread {
  readonly method: string;
  readonly stages: Partial<Record<Stage, Spread>>;
  /** Narrowing, fetching what is compared, and comparing: a search without its beginning and its end. */
  readonly core: Spread;
  /** For each query, the products found. */
  readonly found: readonly (readonly number[])[];
}

interface Sample extends Found {
  readonly wholeMs: number;
}

/**
 * Asks every method for every product, in five runs after one to warm up. Methods take turns with each product, each
 * as often the first, so that a noisy minute of the machine, or a page another one has just read, favours none.
 */
export async function timeMethods(
  methods: readonly SearchMethod[],
  products: readonly number[],
): Promise<MethodTiming[]> {
  const runs: Map<SearchMethod, Sample[]>[] = [];
  for (let run = 0; run <= RUNS; run++) runs.push(await oneRun(methods, products, run));
  return methods.map((method) =>
    summary(
      method.name,
      runs.slice(1).map((run) => run.get(method)!),
    ),
  );
}

async function oneRun(methods: readonly SearchMethod[], products: readonly number[], run: number) {
  const samples = new Map<SearchMethod, Sample[]>(methods.map((method) => [method, []]));
  for (const [q, product] of products.entries()) {
    for (let turn = 0; turn < methods.length; turn++) {
      const method = methods[(turn + q + run) % methods.length]!;
      const startedAt = performance.now();
      const found = await method.search(product);
      samples.get(method)!.push({ ...found, wholeMs: performance.now() - startedAt });
    }
  }
  return samples;
}

function summary(method: string, runs: readonly (readonly Sample[])[]): MethodTiming {
  const times = (of: (sample: Sample) => number) => spread(runs.map((samples) => samples.map(of)));
  const has = (stage: Stage) => runs[0]!.some(({ stages }) => stages[stage] !== undefined);
  return {
    method,
    ...times(({ wholeMs }) => wholeMs),
    core: times(({ stages }) => (stages.narrowing ?? 0) + (stages.features ?? 0) + (stages.rerank ?? 0)),
    stages: Object.fromEntries(
      STAGES.filter(has).map((stage) => [stage, times(({ stages }) => stages[stage] ?? 0)]),
    ),
    found: runs[0]!.map(({ products }) => products),
  };
}
