import { EngineInputError } from '@/lib/engine';

/** Filter numbers as stored: uint16, little-endian, strongest first. */
export function encodeTopFilters(topFilters: Uint16Array): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(topFilters.length * 2));
  topFilters.forEach((filter, i) => bytes.setUint16(i * 2, filter, true));
  return new Uint8Array(bytes.buffer);
}

/**
 * The inverse of `encodeTopFilters`. A plain loop: every picture comes through here when the index is loaded.
 * @throws EngineInputError for half a filter number: the row is damaged, and none of its filters can be believed
 */
export function decodeTopFilters(bytes: Uint8Array): Uint16Array {
  if (bytes.length % 2 !== 0) throw oddLength(bytes.length);
  const topFilters = new Uint16Array(bytes.length >> 1);
  for (let i = 0; i < topFilters.length; i++) topFilters[i] = bytes[2 * i]! | (bytes[2 * i + 1]! << 8);
  return topFilters;
}

const oddLength = (length: number) =>
  new EngineInputError(
    'bad-filters',
    `the top filters are ${length} bytes: expected two per filter. \`npm run db:describe\` describes the picture anew.`,
  );
