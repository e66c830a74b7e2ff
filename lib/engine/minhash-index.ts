import { MinHashBuckets } from './minhash-buckets';
import { type MinHashOptions, MinHashFamily } from './minhash-family';
import { rankByJaccard } from './ranking';
import { emptyRequest, readOptions, withFloor } from './request';
import {
  bestRows,
  firstOfEachOwner,
  isCandidate,
  ownersOf,
  type Row,
  Rows,
  tagSet,
  UNKNOWN_FILTERS,
} from './rows';
import { pack, unpack } from './snapshot';
import type { Entry, FetchCandidates, Match, NarrowOptions, PictureIndex, Signature } from './types';
import { checkFeatureBits, refuse } from './validation';

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
  readonly #rows = new Rows(false);
  readonly #buckets: MinHashBuckets;

  constructor(options: MinHashOptions = {}) {
    this.#family = new MinHashFamily(options);
    this.#buckets = new MinHashBuckets(this.#family.bands);
  }

  get size(): number {
    return this.#rows.size;
  }

  has(id: number): boolean {
    return this.#rows.get(id) !== undefined;
  }

  /** The entry must have its feature bits. */
  add(entry: Entry): void {
    const complete = withBits(entry);
    const { slot } = this.#rows.add(complete);
    this.#enter(slot, this.#family.keys(complete.featureBits));
  }

  update(entry: Entry): void {
    const complete = withBits(entry);
    const { slot } = this.#rows.update(complete);
    this.#buckets.leave(slot);
    this.#enter(slot, this.#family.keys(complete.featureBits));
  }

  remove(id: number): boolean {
    const row = this.#rows.remove(id);
    if (row) this.#buckets.leave(row.slot);
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

  search(query: Signature, k: number, options: NarrowOptions, fetch: FetchCandidates): Match[] {
    const ids = this.narrow(query.featureBits, withFloor(options, k));
    return rankByJaccard(query.featureBits, fetch(ids), k);
  }

  serialize(modelId: string): Uint8Array {
    const rows = this.#rows.meeting({});
    const placed = rows.filter(({ slot }) => this.#buckets.has(slot));
    const packed = rows.map(({ slot, id, owner, tags }): PackedRow => [
      slot,
      id,
      owner,
      [...tags],
      this.#buckets.has(slot),
    ]);
    const parts = placed.map(({ slot }) => bytesOf(this.#buckets.keysOf(slot)));
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
    for (const [slot, id, owner, tags, isPlaced] of rows) {
      const row = { slot, id, owner, tags: tagSet(tags) };
      index.#rows.put({ ...row, filters: UNKNOWN_FILTERS, featureBits: undefined });
      index.#enter(slot, isPlaced ? new Uint32Array(body.slice(at, (at += keyBytes)).buffer) : undefined);
    }
    return index;
  }

  /** Pictures that share a bucket with the query, those that share most first, then lower slot first. */
  #meeting(featureBits: Uint8Array): Row[] {
    const keys = this.#family.keys(featureBits);
    if (!keys) return [];
    const shared = [...this.#buckets.sharing(keys)];
    return shared.sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([slot]) => this.#rows.at(slot)!);
  }

  #filledUp(met: readonly Row[], options: NarrowOptions, owners: number): Row[] {
    const known = new Set(met.map(({ owner }) => owner));
    const further = this.#rows.meeting(options).filter(({ owner }) => !known.has(owner));
    return [...met, ...firstOfEachOwner(further).slice(0, owners - known.size)];
  }

  #enter(slot: number, keys: Uint32Array | undefined): void {
    if (keys) this.#buckets.enter(slot, keys);
  }
}

interface Details {
  readonly options: MinHashOptions;
  readonly rows: readonly PackedRow[];
}

/** Slot, id, owner, tags, and whether its bucket keys are in the body. */
type PackedRow = [number, number, number, string[], boolean];

/** Throws if the entry has no feature bits. */
function withBits(entry: Entry): Entry & { readonly featureBits: Uint8Array } {
  const { featureBits } = entry;
  if (!featureBits) {
    refuse('bad-feature-bits', `picture ${entry.id} has no feature bits: this index is made of them.`);
  }
  return { ...entry, featureBits };
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
