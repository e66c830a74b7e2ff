/** Of the query's filters, strongest first: down to which share of them a shared one counts how much. */
const STEPS = [
  { upTo: 1 / 5, weight: 4 },
  { upTo: 3 / 5, weight: 2 },
  { upTo: 1, weight: 1 },
] as const;

/**
 * What a shared filter counts, by its rank among the query's n: 1, or with `ranked` 4 for the strongest fifth, 2 for the
 * next two fifths and 1 for the rest. Powers of two, so that each column of bits is added once.
 */
export function weightOf(rank: number, n: number, ranked: boolean): number {
  if (!ranked) return 1;
  return STEPS.find(({ upTo }) => rank / n < upTo)!.weight;
}
