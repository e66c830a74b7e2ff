import { performance } from 'node:perf_hooks';
import { ACTIVATION_BYTES, searchActivations } from './activation-search';
import type { Described } from './describe';
import type { Entry } from './entry';
import type { Gallery } from './gallery';
import { K, type Method, methodsOn } from './method';
import { mean, precisionAt, recallOf } from './precision';

/** One method's figures: a row of the reports. */
export interface Row extends Omit<Method, 'search' | 'truth' | 'narrowing'>, Times, Precision {
  /** Pictures searched. */
  readonly n: number;
  readonly method: Method['narrowing'];
  /** Pictures compared, on average. */
  readonly candidates: number;
  /** Of the ten results of the exhaustive re-ranking, the share that was found; null where none is named. */
  readonly recallAt10: number | null;
}

/** Per query. */
interface Times {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly meanMs: number;
}

interface Precision {
  readonly pAt1: number;
  readonly pAt5: number;
  readonly pAt10: number;
}

export interface Measured {
  readonly queries: number;
  /** Queries without anything relevant in the gallery: precision leaves them out. */
  readonly hopeless: number;
  readonly rows: readonly Row[];
}

export interface Watcher {
  /** A stretch of work begins; the function it gives is told of the steps done. */
  (what: string, steps: number): (by: number) => void;
}

interface Answer {
  readonly ids: readonly number[];
  readonly candidates: number;
  readonly ms: number;
}

const WARM_UP = 20;

/** Asks every method with every query. */
export async function measure(
  gallery: Gallery,
  described: Described,
  { label, seed, watch }: { label: string; seed: number; watch: Watcher },
): Promise<Measured> {
  const judge = new Judge(gallery, label);
  const truths = new Map<string, readonly Answer[]>();
  const rows = [await activationRow(gallery, described, judge, watch)];
  const methods = methodsOn(gallery, seed);
  const step = watch('Methods', methods.length * gallery.queries.length);
  for (const method of methods) {
    const answers = ask(method, gallery.queries, step);
    if (method.narrowing === 'exhaustive') truths.set(method.reranker, answers);
    rows.push(rowOf(method, gallery, answers, judge, truths.get(method.truth ?? '')));
    await breath();
  }
  return { queries: gallery.queries.length, hopeless: judge.hopeless, rows };
}

function ask(method: Method, queries: readonly Entry[], step: (by: number) => void): Answer[] {
  for (const query of queries.slice(0, WARM_UP)) method.search(query);
  return queries.map((query) => {
    const startedAt = performance.now();
    const found = method.search(query);
    const ms = performance.now() - startedAt;
    step(1);
    return { ...found, ms };
  });
}

async function activationRow(
  gallery: Gallery,
  described: Described,
  judge: Judge,
  watch: Watcher,
): Promise<Row> {
  const step = watch('Activations', described.pictures.length);
  const found = await searchActivations(gallery, described, K, step);
  const method: Omit<Method, 'search'> = {
    narrowing: 'exhaustive',
    filters: null,
    weights: null,
    bands: null,
    limit: null,
    reranker: 'float-activations',
    bytesPerProduct: ACTIVATION_BYTES,
    truth: null,
  };
  const candidates = gallery.entries.length;
  const answers = found.map((one) => ({ ...one, candidates }));
  return rowOf(method, gallery, answers, judge, undefined);
}

function rowOf(
  method: Omit<Method, 'search'>,
  gallery: Gallery,
  answers: readonly Answer[],
  judge: Judge,
  truth: readonly Answer[] | undefined,
): Row {
  const { narrowing, filters, weights, bands, limit, reranker, bytesPerProduct } = method;
  return {
    n: gallery.entries.length,
    method: narrowing,
    filters,
    weights,
    bands,
    limit,
    reranker,
    bytesPerProduct,
    ...timesOf(answers.map(({ ms }) => ms)),
    candidates: mean(answers.map(({ candidates }) => candidates)),
    ...judge.precision(answers),
    recallAt10: truth ? mean(answers.map(({ ids }, q) => recallOf(ids, truth[q]!.ids))) : null,
  };
}

/** Knows what is relevant to each query: the owners it may find that have its label. */
class Judge {
  readonly #label: string;
  readonly #relevant: readonly number[];

  constructor(
    private readonly gallery: Gallery,
    label: string,
  ) {
    this.#label = label;
    this.#relevant = gallery.queries.map((query) => {
      const owners = new Set<number>();
      for (const entry of gallery.allowed(query)) {
        if (this.#isRelevant(query, entry)) owners.add(entry.owner);
      }
      return owners.size;
    });
  }

  get hopeless(): number {
    return this.#relevant.filter((count) => count === 0).length;
  }

  precision(answers: readonly Answer[]): Precision {
    const judged = answers.flatMap(({ ids }, q) => {
      const query = this.gallery.queries[q]!;
      const relevant = ids.map((id) => this.#isRelevant(query, this.gallery.entries[id]!));
      return this.#relevant[q] === 0 ? [] : [{ relevant, inGallery: this.#relevant[q]! }];
    });
    const at = (k: number) =>
      mean(judged.map(({ relevant, inGallery }) => precisionAt(k, relevant, inGallery)));
    return { pAt1: at(1), pAt5: at(5), pAt10: at(10) };
  }

  #isRelevant(query: Entry, { picture }: Entry): boolean {
    return picture.labels[this.#label] === query.picture.labels[this.#label];
  }
}

function timesOf(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), meanMs: mean(times) };
}

/** Lets a bar be drawn. */
function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
