import { type MinHashOptions, MinHashFamily } from './minhash-family';
import { NumberMap } from './number-map';
import { emptyRequest, readOptions } from './request';
import { bestRows, firstOfEachOwner, isCandidate, ownersOf, type Row, Rows } from './rows';
import { pack, unpack } from './snapshot';
import type { Entry, NarrowOptions, PictureIndex } from './types';
import { checkFeatureBits, refuse } from './validation';

/** Where a picture is in the tables: by band, its bucket and the next slot of that bucket. */
interface Place {
  readonly keys: Uint32Array;
  readonly next: Uint32Array;
}

/** End of a bucket's list of slots. */
const END = 0xffffffff;

/**
 * MinHash and locality-sensitive hashing over the feature bits. Pictures whose signatures agree in all rows of some
 * band meet in a bucket; with b bands of r rows, two pictures of Jaccard similarity s meet with the probability
 * 1 − (1 − s^r)^b. The default, 100 bands of 5 rows:
 *
 *     s    0.1    0.2    0.3    0.4    0.5    0.6    0.7
 *     P    0.001  0.03   0.22   0.64   0.96   1.00   1.00
 *
 * More bands find more and compare more; more rows per band do the opposite. The hash functions depend on `seed` only,
 * so two processes with the same options have the same buckets.
 */
export class MinHashIndex implements PictureIndex<Uint8Array> {
  readonly #family: MinHashFamily;
  readonly #rows = new Rows();
  /** By band: the first slot of each bucket. */
  readonly #buckets: readonly NumberMap[];
  /** By slot; a picture without a bit is in no bucket. */
  readonly #places: (Place | undefined)[] = [];

  constructor(options: MinHashOptions = {}) {
    this.#family = new MinHashFamily(options);
    this.#buckets = Array.from({ length: this.#family.bands }, () => new NumberMap());
  }

  get size(): number {
    return this.#rows.size;
  }

  has(id: number): boolean {
    return this.#rows.get(id) !== undefined;
  }

  /** The entry must have its feature bits. */
  add(entry: Entry): void {
    const { slot } = this.#rows.add(withoutBits(entry));
    this.#enter(slot, this.#family.keys(entry.featureBits!));
  }

  update(entry: Entry): void {
    const { slot } = this.#rows.update(withoutBits(entry));
    this.#leave(slot);
    this.#enter(slot, this.#family.keys(entry.featureBits!));
  }

  remove(id: number): boolean {
    const row = this.#rows.remove(id);
    if (row) this.#leave(row.slot);
    return row !== undefined;
  }

  /**
   * Ids of the pictures that meet the query in some bucket, by ascending slot; if there are more than `limit`, those
   * that do in most bands, ties to the lower slot. Where these have fewer owners than `atLeast`, the pictures of the
   * lowest slots of further owners fill up. `mode` and `weights` have no meaning here.
   */
  narrow(featureBits: Uint8Array, options: NarrowOptions = {}): Uint32Array {
    checkFeatureBits(featureBits, 'the query');
    const request = emptyRequest();
    readOptions(options, request);
    const met = this.#meeting(featureBits).filter((row) => isCandidate(row, options));
    const rows = ownersOf(met) < request.atLeast ? this.#filledUp(met, options, request.atLeast) : met;
    const floor = Math.min(request.atLeast, ownersOf(rows));
    return Uint32Array.from(bestRows(rows, request.limit, floor), ({ id }) => id);
  }

  serialize(modelId: string): Uint8Array {
    const rows = this.#rows.meeting({});
    const packed = rows.map(({ slot, id, owner, filters, tags }): PackedRow => [
      slot,
      id,
      owner,
      [...filters],
      [...tags],
      this.#places[slot] !== undefined,
    ]);
    const parts = rows.flatMap(({ slot }) => {
      const place = this.#places[slot];
      return place ? new Uint8Array(place.keys.buffer) : [];
    });
    const details: Details = { options: this.#family.options, rows: packed };
    return pack({ kind: 'minhash', modelId, pictures: this.size, details }, parts);
  }

  /** What `serialize` wrote; throws a SnapshotError if it is not that, or of another model. */
  static from(snapshot: Uint8Array, { modelId }: { modelId: string }): MinHashIndex {
    const { details, body } = unpack(snapshot, 'minhash', modelId);
    const { options, rows } = details as Details;
    const index = new MinHashIndex(options);
    const keyBytes = index.#family.bands * 4;
    let at = 0;
    for (const [slot, id, owner, filters, tags, isPlaced] of rows) {
      const row = { slot, id, owner, filters: Uint16Array.from(filters), tags: new Set(tags) };
      index.#rows.put({ ...row, featureBits: undefined });
      index.#enter(slot, isPlaced ? new Uint32Array(body.slice(at, (at += keyBytes)).buffer) : undefined);
    }
    return index;
  }

  /** Pictures that share a bucket with the query, those that share most first, then lower slot first. */
  #meeting(featureBits: Uint8Array): Row[] {
    const shared = new Map<number, number>();
    this.#family.keys(featureBits)?.forEach((key, band) => {
      for (let slot = this.#buckets[band]!.get(key); slot !== -1; slot = this.#after(slot, band)) {
        shared.set(slot, (shared.get(slot) ?? 0) + 1);
      }
    });
    return [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([slot]) => this.#rows.at(slot)!);
  }

  #filledUp(met: readonly Row[], options: NarrowOptions, owners: number): Row[] {
    const known = new Set(met.map(({ owner }) => owner));
    const further = this.#rows.meeting(options).filter(({ owner }) => !known.has(owner));
    return [...met, ...firstOfEachOwner(further).slice(0, owners - known.size)];
  }

  #enter(slot: number, keys: Uint32Array | undefined): void {
    if (!keys) {
      this.#places[slot] = undefined;
      return;
    }
    const next = new Uint32Array(keys.length);
    keys.forEach((key, band) => {
      const first = this.#buckets[band]!.get(key);
      next[band] = first === -1 ? END : first;
      this.#buckets[band]!.set(key, slot);
    });
    this.#places[slot] = { keys, next };
  }

  #leave(slot: number): void {
    const place = this.#places[slot];
    place?.keys.forEach((key, band) => {
      const bucket = this.#buckets[band]!;
      let before = bucket.get(key);
      if (before !== slot) {
        while (this.#after(before, band) !== slot) before = this.#after(before, band);
        this.#places[before]!.next[band] = place.next[band]!;
      } else if (place.next[band] === END) {
        bucket.delete(key);
      } else {
        bucket.set(key, place.next[band]!);
      }
    });
    this.#places[slot] = undefined;
  }

  /** The next slot of the same bucket, or -1. */
  #after(slot: number, band: number): number {
    const next = this.#places[slot]!.next[band]!;
    return next === END ? -1 : next;
  }
}

interface Details {
  readonly options: MinHashOptions;
  readonly rows: readonly PackedRow[];
}

/** Slot, id, owner, filters, tags, and whether its bucket keys are in the body. */
type PackedRow = [number, number, number, number[], string[], boolean];

/** The entry as the rows keep it. Throws if it has no feature bits. */
function withoutBits(entry: Entry): Entry {
  const { featureBits } = entry;
  if (!featureBits) {
    refuse('bad-feature-bits', `picture ${entry.id} has no feature bits: this index is made of them.`);
  }
  checkFeatureBits(featureBits, `picture ${entry.id}`);
  return { ...entry, featureBits: undefined };
}
