import { Arena } from './arena';
import { Blocks } from './blocks';
import { createKernel } from './kernels';
import { type Kernel, type KernelName, BITMAP_BYTES, SLOTS_PER_BLOCK } from './kernels/kernel';
import { Narrowing } from './narrowing';
import { Slots } from './slots';
import { pack, unpack } from './snapshot';
import type { SlotSet } from './slot-set';
import { rankByJaccard } from './ranking';
import { checkRoom, emptyRequest, readRequest, withFloor } from './request';
import {
  type Entry,
  type FetchCandidates,
  FILTERS,
  type IndexMemory,
  type Match,
  MOST_TOP_FILTERS,
  type NarrowOptions,
  type PictureIndex,
  type Signature,
} from './types';
import { checkEntry, NO_TAGS, refuse } from './validation';

/** Filters, the living, and three working sets. Tags come when they are first needed. */
const BITMAPS_PER_BLOCK = FILTERS + 1 + 3;

/**
 * Finds the pictures that share their strongest filters with a query: bit-sliced, so that a search reads one column of
 * bits per filter asked for and nothing else. Every refusal is an EngineInputError and leaves the index as it was.
 */
export class BitwiseIndex implements PictureIndex<ArrayLike<number>> {
  readonly #kernel: Kernel;
  readonly #arena: Arena;
  readonly #blocks: Blocks;
  readonly #slots = new Slots();
  readonly #narrowing: Narrowing;
  /** No dead slot lies below this one. */
  #firstDead = 0;
  readonly #filters = new Uint16Array(MOST_TOP_FILTERS);
  readonly #request = emptyRequest();
  /** Address of the positions the kernel collects. */
  readonly #positions: number;

  /** `kernel` names the inner loops to use; without it the fastest that run here. */
  constructor({ kernel }: { kernel?: KernelName } = {}) {
    this.#kernel = createKernel(kernel);
    this.#arena = new Arena(this.#kernel.memory);
    this.#blocks = new Blocks(this.#arena);
    this.#narrowing = new Narrowing(this.#kernel, this.#arena, this.#blocks, this.#slots);
    this.#positions = this.#arena.allocate(SLOTS_PER_BLOCK * 4);
  }

  /** Number of pictures. */
  get size(): number {
    return this.#slots.size;
  }

  /** Number of owners that have a picture. */
  get owners(): number {
    return this.#slots.owners;
  }

  /** Which inner loops are in use. */
  get kernel(): KernelName {
    return this.#kernel.name;
  }

  /** How many bytes it takes. */
  get memory(): IndexMemory {
    const { filters, tags } = this.#blocks.bytes;
    return { filters, tags, tables: this.#slots.bytes, memory: this.#kernel.memory.buffer.byteLength };
  }

  has(id: number): boolean {
    return this.#slots.slotOf(id) !== -1;
  }

  /** Owner of the picture; undefined if it is not in the index. */
  ownerOf(id: number): number | undefined {
    const slot = this.#slots.slotOf(id);
    return slot === -1 ? undefined : this.#slots.owner(slot);
  }

  /** Puts a new picture into the lowest free slot. */
  add(entry: Entry): void {
    const { id, owner, tags = NO_TAGS } = entry;
    const n = checkEntry(entry, this.#filters);
    if (this.has(id))
      refuse('duplicate-id', `picture ${id} is in the index already: use update to replace it.`);
    const slot = this.#freeSlot();
    this.#blocks.prepare(slot, tags);
    this.#slots.take(slot, id, owner);
    this.#blocks.write(slot, this.#filters, n, tags);
    this.#firstDead = slot + 1;
  }

  /** Replaces filters, owner and tags of a picture; it keeps its slot. */
  update(entry: Entry): void {
    const { id, owner, tags = NO_TAGS } = entry;
    const n = checkEntry(entry, this.#filters);
    const slot = this.#slots.slotOf(id);
    if (slot === -1) refuse('unknown-id', `picture ${id} is not in the index: use add to put it there.`);
    this.#blocks.prepare(slot, tags);
    this.#slots.changeOwner(slot, owner);
    this.#blocks.clear(slot);
    this.#blocks.write(slot, this.#filters, n, tags);
  }

  /** Takes a picture out; false if it was not there. Its slot is used again. */
  remove(id: number): boolean {
    const slot = this.#slots.slotOf(id);
    if (slot === -1) return false;
    this.#slots.release(slot);
    this.#blocks.clear(slot);
    this.#firstDead = Math.min(this.#firstDead, slot);
    return true;
  }

  /** Ids of the candidates for a query, by ascending slot. See `NarrowMode` for which they are. */
  narrow(topFilters: ArrayLike<number>, options: NarrowOptions = {}): Uint32Array {
    const candidates = this.#candidates(topFilters, options);
    const ids = new Uint32Array(candidates.total);
    this.#writeIds(candidates, ids);
    return ids;
  }

  /**
   * As `narrow`, into `out`, allocating nothing; returns the number of candidates. `out` must hold `limit` numbers.
   * Only `published` narrowing can find more; then `out` gets the first of them.
   */
  narrowInto(topFilters: ArrayLike<number>, options: NarrowOptions, out: Uint32Array): number {
    checkRoom(out, options);
    const candidates = this.#candidates(topFilters, options);
    this.#writeIds(candidates, out);
    return candidates.total;
  }

  search(query: Signature, k: number, options: NarrowOptions, fetch: FetchCandidates): Match[] {
    const ids = this.narrow(query.topFilters, withFloor(options, k));
    return rankByJaccard(query.featureBits, fetch(ids), k, { kernel: this.kernel });
  }

  /**
   * The whole index as bytes. Of each block: ids and owners by slot (uint32), the 512 filter bitmaps and the bitmap of
   * the living, and a bitmap per tag; the tags' names are in the description.
   */
  serialize(modelId: string): Uint8Array {
    const details: Details = { tags: this.#blocks.tags.map((tags) => [...tags.keys()]) };
    const parts = details.tags.flatMap((_, b) => [...this.#slots.parts(b), ...this.#blocks.parts(b)]);
    return pack({ kind: 'bitwise', modelId, pictures: this.size, details }, parts);
  }

  /** What `serialize` wrote; throws a SnapshotError if it is not that, or of another model. */
  static from(snapshot: Uint8Array, options: { modelId: string; kernel?: KernelName }): BitwiseIndex {
    const { details, body, pictures } = unpack(snapshot, 'bitwise', options.modelId);
    const index = new BitwiseIndex(options);
    index.#slots.reserve(pictures);
    let at = 0;
    (details as Details).tags.forEach((tags, b) => {
      index.#appendBlock();
      index.#blocks.prepare(b * SLOTS_PER_BLOCK, tags);
      for (const part of [...index.#slots.parts(b), ...index.#blocks.parts(b)]) {
        part.set(body.subarray(at, (at += part.length)));
      }
      index.#revive(b);
    });
    return index;
  }

  /** Counts and links the pictures of a block whose bytes have been filled in. */
  #revive(block: number): void {
    const first = block * SLOTS_PER_BLOCK;
    for (let slot = first; slot < first + SLOTS_PER_BLOCK; slot++) {
      if (!this.#blocks.isAlive(slot)) continue;
      this.#slots.take(slot, this.#slots.id(slot), this.#slots.owner(slot));
      this.#blocks.live[block]!++;
    }
  }

  #candidates(topFilters: ArrayLike<number>, options: NarrowOptions): SlotSet {
    readRequest(topFilters, options, this.#request);
    return this.#narrowing.run(this.#request);
  }

  #writeIds(candidates: SlotSet, out: Uint32Array): void {
    const first = this.#positions >>> 2;
    let written = 0;
    for (let b = 0; b < this.#blocks.alive.length && written < out.length; b++) {
      if (candidates.count(b) === 0) continue;
      const found = this.#kernel.collect(candidates.bitmap(b), this.#positions);
      const { words } = this.#arena;
      for (let i = 0; i < found && written < out.length; i++) {
        out[written++] = this.#slots.id(b * SLOTS_PER_BLOCK + words[first + i]!);
      }
    }
  }

  #freeSlot(): number {
    const dead = this.#blocks.lowestDead(this.#firstDead);
    if (dead !== -1) return dead;
    const slot = this.#blocks.capacity;
    this.#appendBlock();
    return slot;
  }

  #appendBlock(): void {
    this.#arena.reserve(BITMAPS_PER_BLOCK * BITMAP_BYTES);
    this.#blocks.append();
    this.#narrowing.appendBlock();
    this.#slots.appendBlock();
  }
}

/** Names of the tags of each block, in the order of their bitmaps. */
interface Details {
  readonly tags: readonly (readonly string[])[];
}
