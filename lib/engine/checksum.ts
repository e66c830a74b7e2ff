/** What a checksum begins with, before the first word. */
const START = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * FNV-1a over 32-bit words. Each step is a bijection of the state, so any change of a single word changes the result.
 * It guards against torn and rotten files, not against an adversary.
 * @param before the checksum of the words that stand before these; omitted: there are none
 */
export function checksum(words: Uint32Array, before = START): number {
  let hash = before;
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words[i]!, PRIME);
  return hash >>> 0;
}
