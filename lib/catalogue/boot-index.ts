import { currentSeq } from '@/db/queries/changes';
import { catchUp } from '@/lib/catalogue/follow-changes';
import type { IndexSnapshots } from '@/lib/catalogue/index-snapshots';
import type { LiveIndex } from '@/lib/catalogue/live-index';
import { loadIndex } from '@/lib/catalogue/load-index';
import { LogRestarted, type LogPosition } from '@/lib/catalogue/log-position';
import { SnapshotRefused } from '@/lib/catalogue/snapshot-head';
import type { PooledDatabase } from '@/lib/database';
import { log } from '@/lib/log';

export interface BootedIndex {
  readonly live: LiveIndex;
  readonly position: LogPosition;
  /** The snapshot it was made from, and how far that one was; null if it was read from the database. */
  readonly snapshot: { readonly takenAt: Date; readonly seq: number } | null;
}

/** Told the share that is done, 0 … 1, and the index so far. */
export type OnProgress = (fraction: number, live: LiveIndex) => void;

/**
 * The whole index: the newest snapshot that can be used and the changes since, or else everything from the database.
 * A snapshot that is not used is said so in the log. The database is asked first, so that one that is away costs
 * no reading of files, however often it is tried again.
 */
export async function bootIndex(
  db: PooledDatabase,
  modelId: string,
  snapshots: IndexSnapshots | null,
  onProgress: OnProgress,
): Promise<BootedIndex> {
  await currentSeq(db);
  const restored = snapshots && (await fromSnapshot(db, snapshots, onProgress));
  return restored ?? { ...(await loadIndex(db, modelId, onProgress)), snapshot: null };
}

async function fromSnapshot(
  db: PooledDatabase,
  snapshots: IndexSnapshots,
  onProgress: OnProgress,
): Promise<BootedIndex | null> {
  const [current = '', previous = ''] = snapshots.files;
  const booted = await fromFile(db, snapshots, current, onProgress, 'trying the one before it');
  return booted ?? fromFile(db, snapshots, previous, onProgress, 'reading the catalogue from the database');
}

async function fromFile(
  db: PooledDatabase,
  snapshots: IndexSnapshots,
  file: string,
  onProgress: OnProgress,
  next: string,
): Promise<BootedIndex | null> {
  try {
    const stored = await snapshots.read(file);
    if (!stored) return notUsed('info', file, 'there is none.', next);
    const { live, takenAt, position } = stored;
    const now = await catchUp(db, live, position, {
      onProgress: (fraction) => onProgress(fraction, live),
    });
    return { live, position: now, snapshot: { takenAt, seq: position.seq } };
  } catch (error) {
    if (!(error instanceof SnapshotRefused || error instanceof LogRestarted)) throw error;
    return notUsed('warn', file, error.message, next);
  }
}

function notUsed(level: 'info' | 'warn', file: string, reason: string, next: string): null {
  log()[level]({ file, reason, next }, 'This snapshot of the index is not used');
  return null;
}
