import { rankByJaccard } from './ranking';
import { emptyRequest, readRequest, type Request } from './request';
import { bestRows, ownersOf, type Row, Rows, tagSet } from './rows';
import { pack, unpack } from './snapshot';
import {
  type Candidate,
  type Entry,
  FEATURE_BYTES,
  type Match,
  type NarrowOptions,
  type PictureIndex,
  type Signature,
} from './types';
import { refuse } from './validation';
import { weightOf } from './weights';

/**
 * The yardstick: every answer comes from looking at every picture, in plain JavaScript, straight from the definitions
 * in types.ts. Slow, and obviously right: `BitwiseIndex` must give the same candidates, and recall is measured
 * against `search`.
 */
export class ExhaustiveIndex implements PictureIndex<ArrayLike<number>> {
  readonly #rows = new Rows(true);

  get size(): number {
    return this.#rows.size;
  }

  has(id: number): boolean {
    return this.#rows.get(id) !== undefined;
  }

  add(entry: Entry): void {
    this.#rows.add(entry);
  }

  update(entry: Entry): void {
    this.#rows.update(entry);
  }

  remove(id: number): boolean {
    return this.#rows.remove(id) !== undefined;
  }

  /** Ids of the candidates for a query, by ascending slot: the row scan that `NarrowMode` describes. */
  narrow(topFilters: ArrayLike<number>, options: NarrowOptions = {}): Uint32Array {
    const request = emptyRequest();
    readRequest(topFilters, options, request);
    return Uint32Array.from(this.#candidates(request), ({ id }) => id);
  }

  /** Exact: every picture that meets `where` is compared, by the feature bits it was added with. */
  search(
    { featureBits }: Pick<Signature, 'featureBits'>,
    k: number,
    options: Pick<NarrowOptions, 'where' | 'excludeOwner'> = {},
  ): Match[] {
    return rankByJaccard(featureBits, this.#rows.meeting(options).map(candidateOf), k);
  }

  serialize(modelId: string): Uint8Array {
    const rows = this.#rows.meeting({});
    const details = rows.map(({ slot, id, owner, filters, tags, featureBits }): PackedRow => [
      slot,
      id,
      owner,
      [...filters],
      [...tags],
      featureBits !== undefined,
    ]);
    const parts = rows.flatMap(({ featureBits }) => featureBits ?? []);
    return pack({ kind: 'exhaustive', modelId, pictures: this.size, details }, parts);
  }

  /** What `serialize` wrote; throws a SnapshotError if it is not that, or of another model. */
  static from(snapshot: Uint8Array, { modelId }: { modelId: string }): ExhaustiveIndex {
    const { details, body } = unpack(snapshot, 'exhaustive', modelId);
    const index = new ExhaustiveIndex();
    let at = 0;
    for (const [slot, id, owner, filters, tags, hasFeatures] of details as PackedRow[]) {
      const featureBits = hasFeatures ? body.slice(at, (at += FEATURE_BYTES)) : undefined;
      index.#rows.put({
        slot,
        id,
        owner,
        filters: Uint16Array.from(filters),
        tags: tagSet(tags),
        featureBits,
      });
    }
    return index;
  }

  #candidates(request: Request): readonly Row[] {
    const { mode, limit, atLeast } = request;
    const filters = [...request.filters.subarray(0, request.n)];
    const all = this.#rows.meeting(request);
    if (all.length <= limit) return all;
    const floor = mode === 'published' ? 0 : Math.min(atLeast, ownersOf(all));
    const left = mode === 'overlap' ? all : walk(all, filters, limit, floor);
    if (mode === 'published' || left.length <= limit) return left;
    return best(left, filters, request, floor);
  }
}

/** Slot, id, owner, filters, tags, and whether its feature bits are in the body. */
type PackedRow = [number, number, number, number[], string[], boolean];

/** The progressive AND. */
function walk(all: readonly Row[], filters: readonly number[], limit: number, floor: number): readonly Row[] {
  let left = all;
  for (const filter of filters) {
    if (left.length <= limit) break;
    const having = left.filter((row) => row.filters.includes(filter));
    if (ownersOf(having) >= floor) left = having;
  }
  return left;
}

/** The best `limit` rows by shared filters, from at least `floor` owners; by slot. */
function best(
  rows: readonly Row[],
  filters: readonly number[],
  { limit, ranked }: Request,
  floor: number,
): Row[] {
  const weights = filters.map((_, rank) => weightOf(rank, filters.length, ranked));
  const shared = (row: Row) =>
    filters.reduce((sum, filter, rank) => sum + (row.filters.includes(filter) ? weights[rank]! : 0), 0);
  const ordered = rows
    .map((row) => ({ row, count: shared(row) }))
    .sort((a, b) => b.count - a.count || a.row.slot - b.row.slot)
    .map(({ row }) => row);
  return bestRows(ordered, limit, floor);
}

function candidateOf({ id, owner, featureBits }: Row): Candidate {
  if (featureBits) return { id, owner, featureBits };
  return refuse(
    'bad-feature-bits',
    `picture ${id} was added without feature bits: add them to search by them.`,
  );
}
