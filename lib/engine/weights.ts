/** Weight of the query's filter of a rank: 1, or from 16 for the strongest of n down to 8 for the weakest (2 → 1). */
export function weightOf(rank: number, n: number, ranked: boolean): number {
  if (!ranked) return 1;
  return n === 1 ? 16 : 16 - Math.round((8 * rank) / (n - 1));
}
