import { checkEntry, checkFeatureBits, refuse } from './validation';
import { rankByJaccard } from './ranking';
import { emptyRequest, readRequest, type Request } from './request';
import {
  type Candidate,
  type Entry,
  type Match,
  MOST_TOP_FILTERS,
  type NarrowOptions,
  type Where,
} from './types';
import { weightOf } from './weights';

interface Row {
  readonly slot: number;
  readonly id: number;
  readonly owner: number;
  readonly filters: Uint16Array;
  readonly tags: ReadonlySet<string>;
  readonly featureBits: Uint8Array | undefined;
}

/**
 * The yardstick: every answer comes from looking at every picture, in plain JavaScript, straight from the definitions
 * in types.ts. Slow, and obviously right: `BitwiseIndex` must give the same candidates, and recall is measured
 * against `search`.
 */
export class ExhaustiveIndex {
  readonly #rows = new Map<number, Row>();
  /** By slot; `undefined` is a dead slot. */
  readonly #slots: (Row | undefined)[] = [];

  /** Number of pictures. */
  get size(): number {
    return this.#rows.size;
  }

  has(id: number): boolean {
    return this.#rows.has(id);
  }

  /** Puts a new picture into the lowest free slot. */
  add(entry: Entry): void {
    const row = rowOf(entry);
    if (this.has(row.id))
      refuse('duplicate-id', `picture ${row.id} is in the index already: use update to replace it.`);
    const slot = this.size < this.#slots.length ? this.#slots.indexOf(undefined) : this.#slots.length;
    this.#put({ ...row, slot });
  }

  /** Replaces a picture; it keeps its slot. */
  update(entry: Entry): void {
    const row = rowOf(entry);
    const before = this.#rows.get(row.id);
    if (!before)
      return refuse('unknown-id', `picture ${row.id} is not in the index: use add to put it there.`);
    this.#put({ ...row, slot: before.slot });
  }

  /** Takes a picture out; false if it was not there. */
  remove(id: number): boolean {
    const row = this.#rows.get(id);
    if (!row) return false;
    this.#slots[row.slot] = undefined;
    return this.#rows.delete(id);
  }

  /** Ids of the candidates for a query, by ascending slot: the row scan that `NarrowMode` describes. */
  narrow(topFilters: ArrayLike<number>, options: NarrowOptions = {}): Uint32Array {
    const request = emptyRequest();
    readRequest(topFilters, options, request);
    return Uint32Array.from(this.#candidates(request), ({ id }) => id);
  }

  /** The k pictures most similar by feature bits, one per owner, of all that meet `where`. Exact. */
  search(
    queryFeatureBits: Uint8Array,
    k: number,
    options: Pick<NarrowOptions, 'where' | 'excludeOwner'> = {},
  ): Match[] {
    return rankByJaccard(queryFeatureBits, this.#meeting(options).map(candidateOf), k);
  }

  #candidates(request: Request): readonly Row[] {
    const { mode, limit, atLeast } = request;
    const filters = [...request.filters.subarray(0, request.n)];
    const all = this.#meeting(request);
    if (all.length <= limit) return all;
    const floor = mode === 'published' ? 0 : Math.min(atLeast, ownersOf(all));
    const left = mode === 'overlap' ? all : walk(all, filters, limit, floor);
    if (mode === 'published' || left.length <= limit) return left;
    return best(left, filters, request, floor);
  }

  #meeting({ where, excludeOwner }: Pick<NarrowOptions, 'where' | 'excludeOwner'>): Row[] {
    return this.#slots.filter(
      (row) => row !== undefined && row.owner !== excludeOwner && meets(row, where),
    ) as Row[];
  }

  #put(row: Row): void {
    this.#rows.set(row.id, row);
    this.#slots[row.slot] = row;
  }
}

/** A copy of the entry: what the caller does to its arrays later changes nothing. */
function rowOf(entry: Entry): Omit<Row, 'slot'> {
  const { id, owner, tags, featureBits } = entry;
  const filters = new Uint16Array(MOST_TOP_FILTERS);
  const n = checkEntry(entry, filters);
  if (featureBits) checkFeatureBits(featureBits, `picture ${id}`);
  return { id, owner, filters: filters.slice(0, n), tags: new Set(tags), featureBits: featureBits?.slice() };
}

function meets({ tags }: Row, where: Where | undefined): boolean {
  const every = where?.every ?? [];
  const none = where?.none ?? [];
  return (
    every.every((group) => [group].flat().some((tag) => tags.has(tag))) && !none.some((tag) => tags.has(tag))
  );
}

function ownersOf(rows: readonly Row[]): number {
  return new Set(rows.map(({ owner }) => owner)).size;
}

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
  const enough = ownersOf(ordered.slice(0, limit)) >= floor;
  const chosen = new Set(enough ? [] : firstOfEachOwner(ordered).slice(0, floor));
  for (const row of ordered) if (chosen.size < limit) chosen.add(row);
  return [...chosen].sort((a, b) => a.slot - b.slot);
}

function firstOfEachOwner(rows: readonly Row[]): Row[] {
  const met = new Set<number>();
  return rows.filter(({ owner }) => !met.has(owner) && met.add(owner));
}

function candidateOf({ id, owner, featureBits }: Row): Candidate {
  if (featureBits) return { id, owner, featureBits };
  return refuse(
    'bad-feature-bits',
    `picture ${id} was added without feature bits: add them to search by them.`,
  );
}
