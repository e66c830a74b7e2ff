import type { Match } from './types';

/** The k best of the matches offered, one per owner, best first: the order and the rule of every ranking. */
export class BestMatches {
  readonly list: Match[] = [];

  constructor(private readonly k: number) {}

  /** What a match must at least reach to get in: similarity of the last one, or -1 while there is room. */
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

/** Similarity descending, then owner ascending, then id ascending. */
function compare(a: Match, b: Match): number {
  return b.similarity - a.similarity || a.owner - b.owner || a.id - b.id;
}
