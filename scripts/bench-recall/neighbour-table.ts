import { byIntensities, nearest } from './nearest';
import type { PhotoCatalogue } from './photos';

/** Queries at once: their 128 kB stay in the processor's cache. */
const AT_ONCE = 256;

/** By photo, the numbers of its `count` nearest by intensities, best first. */
export function neighbourTable(
  photos: PhotoCatalogue,
  count: number,
  onProgress: (photos: number) => void,
): Uint32Array[] {
  const table: Uint32Array[] = [];
  for (let start = 0; start < photos.size; start += AT_ONCE) {
    const queries = Array.from({ length: Math.min(AT_ONCE, photos.size - start) }, (_, i) => start + i);
    for (const matches of nearest(photos, queries, count, byIntensities)) {
      table.push(Uint32Array.from(matches, ({ id }) => id));
    }
    onProgress(queries.length);
  }
  return table;
}
