import { type Entry, MOST_TOP_FILTERS, type NarrowOptions, type Where } from './types';
import { checkEntry, checkFeatureBits, NO_TAGS, refuse } from './validation';

/** A picture as plain data. */
export interface Row {
  readonly slot: number;
  readonly id: number;
  readonly owner: number;
  /** Empty in an index that does not ask for them. */
  readonly filters: Uint16Array;
  readonly tags: ReadonlySet<string>;
  readonly featureBits: Uint8Array | undefined;
}

/** Pictures in slots, without bitmaps: what the indexes other than the bitwise one are built on. */
export class Rows {
  readonly #byId = new Map<number, Row>();
  /** `undefined` is a dead slot. */
  readonly #slots: (Row | undefined)[] = [];

  /** Only a complete row keeps its filters and feature bits. */
  constructor(private readonly areComplete: boolean) {}

  /** Number of pictures. */
  get size(): number {
    return this.#byId.size;
  }

  get(id: number): Row | undefined {
    return this.#byId.get(id);
  }

  at(slot: number): Row | undefined {
    return this.#slots[slot];
  }

  /** Puts a new picture into the lowest free slot. */
  add(entry: Entry): Row {
    const row = readEntry(entry, this.areComplete);
    if (this.#byId.has(row.id)) {
      refuse('duplicate-id', `picture ${row.id} is in the index already: use update to replace it.`);
    }
    const full = this.size === this.#slots.length;
    return this.put({ ...row, slot: full ? this.size : this.#slots.indexOf(undefined) });
  }

  /** Replaces a picture; it keeps its slot. */
  update(entry: Entry): Row {
    const row = readEntry(entry, this.areComplete);
    const before = this.#byId.get(row.id);
    if (before) return this.put({ ...row, slot: before.slot });
    return refuse('unknown-id', `picture ${row.id} is not in the index: use add to put it there.`);
  }

  /** Takes a picture out and returns it; undefined if it was not there. */
  remove(id: number): Row | undefined {
    const row = this.#byId.get(id);
    if (!row) return undefined;
    this.#byId.delete(id);
    this.#slots[row.slot] = undefined;
    return row;
  }

  /** Places a row, over what its slot and id held before. */
  put(row: Row): Row {
    while (this.#slots.length < row.slot) this.#slots.push(undefined);
    this.#slots[row.slot] = row;
    this.#byId.set(row.id, row);
    return row;
  }

  /** The pictures that meet `where` and are not of the excluded owner, by slot. */
  meeting(options: Pick<NarrowOptions, 'where' | 'excludeOwner'>): Row[] {
    return this.#slots.filter((row): row is Row => row !== undefined && isCandidate(row, options));
  }
}

export function isCandidate(
  row: Row,
  { where, excludeOwner }: Pick<NarrowOptions, 'where' | 'excludeOwner'>,
) {
  return row.owner !== excludeOwner && meets(row, where);
}

function meets({ tags }: Row, where: Where | undefined): boolean {
  const every = where?.every ?? [];
  const none = where?.none ?? [];
  return (
    every.every((group) => [group].flat().some((tag) => tags.has(tag))) && !none.some((tag) => tags.has(tag))
  );
}

export function ownersOf(rows: readonly Row[]): number {
  return new Set(rows.map(({ owner }) => owner)).size;
}

/** The first row of each owner. */
export function firstOfEachOwner(rows: readonly Row[]): Row[] {
  const met = new Set<number>();
  return rows.filter(({ owner }) => !met.has(owner) && met.add(owner));
}

/** Of rows in order of merit: the first `limit`, but with the first of each of the first `floor` owners. By slot. */
export function bestRows(ordered: readonly Row[], limit: number, floor: number): Row[] {
  const enough = ownersOf(ordered.slice(0, limit)) >= floor;
  const chosen = new Set(enough ? [] : firstOfEachOwner(ordered).slice(0, floor));
  for (const row of ordered) if (chosen.size < limit) chosen.add(row);
  return [...chosen].sort((a, b) => a.slot - b.slot);
}

/** A copy of the entry: what the caller does to its arrays later changes nothing. */
function readEntry(entry: Entry, isComplete: boolean): Omit<Row, 'slot'> {
  const { id, owner, tags = NO_TAGS, featureBits } = entry;
  const n = checkEntry(entry, filtersRead);
  if (featureBits) checkFeatureBits(featureBits, `picture ${id}`);
  return {
    id,
    owner,
    tags: tagSet(tags),
    filters: isComplete ? filtersRead.slice(0, n) : UNKNOWN_FILTERS,
    featureBits: isComplete ? featureBits?.slice() : undefined,
  };
}

const filtersRead = new Uint16Array(MOST_TOP_FILTERS);
export const UNKNOWN_FILTERS = new Uint16Array(0);

/** Rows without tags share a set: there may be a million of them. */
export function tagSet(tags: readonly string[]): ReadonlySet<string> {
  return tags.length === 0 ? UNTAGGED : new Set(tags);
}

const UNTAGGED: ReadonlySet<string> = new Set();
