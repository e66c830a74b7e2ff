import type { Match } from './types';

/** Takes matches in any order; then `list` has the k best, one per owner, best first. */
export interface Matches {
  /** What a match must at least reach to get in, as far as that is known; -1 while anything may. */
  readonly threshold: number;
  readonly list: Match[];
  offer(match: Match): void;
}

/** From this many on, sorting once costs less than keeping the best in order all the time. */
const MANY = 256;

/** What every ranking collects in: the order and the rule of a result. */
export function bestMatches(k: number): Matches {
  return k < MANY ? new BestMatches(k) : new SortedMatches(k);
}

/** Always in order, so that the threshold is exact: the similarity of the last one. For small k: an offer looks at all k. */
export class BestMatches implements Matches {
  readonly list: Match[] = [];

  constructor(private readonly k: number) {}

  get threshold(): number {
    return this.list.length < this.k ? -1 : (this.list.at(-1)?.similarity ?? Infinity);
  }

  offer(match: Match): void {
    if (match.similarity < this.threshold) return;
    const { list } = this;
    const own = list.findIndex(({ owner }) => owner === match.owner);
    if (own !== -1) {
      if (compare(list[own]!, match) <= 0) return;
      list.splice(own, 1);
    }
    const at = list.findLastIndex((other) => compare(other, match) <= 0) + 1;
    if (at >= this.k) return;
    list.splice(at, 0, match);
    if (list.length > this.k) list.pop();
  }
}

/** The best of every owner, sorted when asked for. For great k: n offers cost n log n. */
class SortedMatches implements Matches {
  readonly threshold = -1;
  readonly #byOwner = new Map<number, Match>();

  constructor(private readonly k: number) {}

  get list(): Match[] {
    return [...this.#byOwner.values()].sort(compare).slice(0, this.k);
  }

  offer(match: Match): void {
    const own = this.#byOwner.get(match.owner);
    if (!own || compare(match, own) < 0) this.#byOwner.set(match.owner, match);
  }
}

/** Similarity descending, then owner ascending, then id ascending. */
function compare(a: Match, b: Match): number {
  return b.similarity - a.similarity || a.owner - b.owner || a.id - b.id;
}
