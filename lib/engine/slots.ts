import { BLOCK_SHIFT, SLOTS_PER_BLOCK } from './kernels/kernel';
import { SlotTable } from './slot-table';

const NONE = 0xffffffff;
const SLOT_MASK = SLOTS_PER_BLOCK - 1;

/** Who sits in which slot: picture id and owner by slot, slot by picture id, the slots of an owner. */
export class Slots {
  #ids: Uint32Array[] = [];
  #owners: Uint32Array[] = [];
  /** An owner's slots are a list: `#first` has the head, each slot its successor. Owners have a handful of pictures. */
  #next: Uint32Array[] = [];
  readonly #slotById = new SlotTable((slot) => this.id(slot));
  readonly #first = new SlotTable((slot) => this.owner(slot));

  /** Number of pictures. */
  get size(): number {
    return this.#slotById.size;
  }

  /** Number of owners that have a picture. */
  get owners(): number {
    return this.#first.size;
  }

  /** Bytes of all columns and tables. */
  get bytes(): number {
    const columns = [...this.#ids, ...this.#owners, ...this.#next];
    const blocks = columns.reduce((sum, { byteLength }) => sum + byteLength, 0);
    return blocks + this.#slotById.bytes + this.#first.bytes;
  }

  appendBlock(): void {
    for (const column of [this.#ids, this.#owners, this.#next]) column.push(new Uint32Array(SLOTS_PER_BLOCK));
  }

  /** Slot of the picture, or -1. */
  slotOf(id: number): number {
    return this.#slotById.get(id);
  }

  id(slot: number): number {
    return this.#ids[slot >>> BLOCK_SHIFT]![slot & SLOT_MASK]!;
  }

  owner(slot: number): number {
    return this.#owners[slot >>> BLOCK_SHIFT]![slot & SLOT_MASK]!;
  }

  /** First slot of an owner, or -1; `nextOf` goes on from there. */
  firstOf(owner: number): number {
    return this.#first.get(owner);
  }

  /** The next slot of the same owner, or -1. */
  nextOf(slot: number): number {
    const next = this.#next[slot >>> BLOCK_SHIFT]![slot & SLOT_MASK]!;
    return next === NONE ? -1 : next;
  }

  /** Makes room for so many pictures at once. */
  reserve(pictures: number): void {
    this.#slotById.reserve(pictures);
    this.#first.reserve(pictures);
  }

  take(slot: number, id: number, owner: number): void {
    this.#ids[slot >>> BLOCK_SHIFT]![slot & SLOT_MASK] = id;
    this.#slotById.set(slot);
    this.#link(slot, owner);
  }

  release(slot: number): void {
    this.#slotById.delete(this.id(slot));
    this.#unlink(slot);
    this.#ids[slot >>> BLOCK_SHIFT]![slot & SLOT_MASK] = 0;
    this.#owners[slot >>> BLOCK_SHIFT]![slot & SLOT_MASK] = 0;
  }

  /** Bytes of a block's ids and owners. */
  parts(block: number): Uint8Array[] {
    return [this.#ids, this.#owners].map((column) => new Uint8Array(column[block]!.buffer));
  }

  changeOwner(slot: number, owner: number): void {
    if (this.owner(slot) === owner) return;
    this.#unlink(slot);
    this.#link(slot, owner);
  }

  #link(slot: number, owner: number): void {
    this.#owners[slot >>> BLOCK_SHIFT]![slot & SLOT_MASK] = owner;
    this.#setNext(slot, this.#first.get(owner));
    this.#first.set(slot);
  }

  #unlink(slot: number): void {
    const owner = this.owner(slot);
    const next = this.nextOf(slot);
    let before = this.#first.get(owner);
    if (before !== slot) {
      while (this.nextOf(before) !== slot) before = this.nextOf(before);
      this.#setNext(before, next);
    } else if (next === -1) {
      this.#first.delete(owner);
    } else {
      this.#first.set(next);
    }
  }

  #setNext(slot: number, next: number): void {
    this.#next[slot >>> BLOCK_SHIFT]![slot & SLOT_MASK] = next === -1 ? NONE : next;
  }
}
