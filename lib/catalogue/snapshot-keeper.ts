import type { IndexSnapshots } from '@/lib/catalogue/index-snapshots';
import type { LiveIndex } from '@/lib/catalogue/live-index';
import type { LogPosition } from '@/lib/catalogue/log-position';
import { messageOf } from '@/lib/errors';
import { log } from '@/lib/log';

/** How often snapshots are written. */
export interface SnapshotRhythm {
  /** After so many changes … */
  readonly changes: number;
  /** … or after this time, if there was a change at all; */
  readonly everyMs: number;
  /** but never sooner after the one before, begun or failed, than this. */
  readonly pauseMs: number;
}

/** A snapshot of a million pictures is 80 MB; catching up on a thousand changes takes a few hundredths of a second. */
const RHYTHM: SnapshotRhythm = { changes: 1_000, everyMs: 600_000, pauseMs: 60_000 };

/**
 * Writes snapshots of an index when it is time, one at a time and in the background. One that fails (disk full, no
 * rights) does no harm: it is said once, and tried again later.
 */
export class SnapshotKeeper {
  /** How far the newest snapshot is; null: there is none of this index. */
  #savedSeq: number | null = null;
  #takenAt: Date | null = null;
  #begunAt = -Infinity;
  #writing: Promise<void> | null = null;
  #failure: string | undefined;

  constructor(
    private readonly snapshots: IndexSnapshots,
    private readonly rhythm: SnapshotRhythm = RHYTHM,
  ) {}

  /** When the newest snapshot was taken. */
  get takenAt(): Date | null {
    return this.#takenAt;
  }

  /** How far it is in the change log; null: there is none of this index. */
  get savedSeq(): number | null {
    return this.#savedSeq;
  }

  /** What went wrong when one was last to be written. */
  get failure(): string | undefined {
    return this.#failure;
  }

  /** An index begins to be kept: the one of this snapshot, or one that has none yet. */
  begin(snapshot: { readonly seq: number; readonly takenAt: Date } | null): void {
    this.#savedSeq = snapshot?.seq ?? null;
    this.#takenAt = snapshot?.takenAt ?? null;
    this.#begunAt = snapshot ? performance.now() : -Infinity;
  }

  /** Begins to write a snapshot if it is time. The index must hold what `position` says, and be between two changes. */
  offer(live: LiveIndex, position: LogPosition): void {
    if (!this.#writing && this.#isTime(position)) this.#begin(live, position);
  }

  /**
   * Writes what has changed since the last snapshot, time or not. As for `offer`, the index must be between two changes.
   * @returns what resolves when it is written; null while another one is being written: ask again later
   */
  keep(live: LiveIndex, position: LogPosition): Promise<void> | null {
    if (this.#writing) return null;
    if (this.#hasChanged(position)) this.#begin(live, position);
    return this.settle();
  }

  /** Writes what has changed since the last snapshot, time or not; resolves when nothing is being written any more. */
  async finish(live: LiveIndex, position: LogPosition): Promise<void> {
    await this.#writing;
    if (this.#hasChanged(position)) this.#begin(live, position);
    await this.#writing;
  }

  /** Resolves when nothing is being written any more. */
  async settle(): Promise<void> {
    await this.#writing;
  }

  #hasChanged({ seq, horizon }: LogPosition): boolean {
    return horizon !== null && seq !== this.#savedSeq;
  }

  #isTime(position: LogPosition): boolean {
    const passed = performance.now() - this.#begunAt;
    if (!this.#hasChanged(position) || passed < this.rhythm.pauseMs) return false;
    const changes = position.seq - (this.#savedSeq ?? -Infinity);
    return changes >= this.rhythm.changes || passed >= this.rhythm.everyMs;
  }

  #begin(live: LiveIndex, position: LogPosition): void {
    this.#begunAt = performance.now();
    this.#writing = this.#write(live, position).finally(() => (this.#writing = null));
  }

  async #write(live: LiveIndex, position: LogPosition): Promise<void> {
    try {
      this.#takenAt = await this.snapshots.write(live, position);
      this.#savedSeq = position.seq;
      if (this.#failure !== undefined) log().info('Snapshots of the index can be written again');
      this.#failure = undefined;
    } catch (error) {
      const folder = this.snapshots.folder;
      const failure = messageOf(error);
      if (this.#failure === undefined)
        log().warn({ folder, error: failure }, 'A snapshot of the index cannot be written; retrying');
      this.#failure = failure;
    }
  }
}
