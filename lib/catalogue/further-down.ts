import type { Match } from '@/lib/engine';

/**
 * For looking further down an order that was made anew: by owner, since the index may have heard of changes meanwhile,
 * and nothing may come twice.
 */
export function byOthersThan(first: readonly Match[]): (match: Match) => boolean {
  const seen = new Set(first.map(({ owner }) => owner));
  return ({ owner }) => !seen.has(owner);
}
