import type { IndexStatus } from '@/lib/catalogue/types';
import type { QueueFigures } from '@/lib/merchant/pictures';
import type { Quantiles, SearchFigures, SearchSpan } from '@/lib/search-meter';

export type { SearchSpan };

/** What the engine room shows. Plain data: it travels as JSON. Times of day are ISO texts, sizes bytes. */

export type ModelChangeState =
  'describing' | 'described' | 'switching' | 'switched' | 'removing' | 'removed' | 'failed';

export interface PictureFailureRow {
  readonly imageId: number;
  readonly productId: number;
  readonly why: string;
}

/** The newest change of the model. */
export interface ModelChange {
  readonly id: number;
  readonly fromModel: string;
  readonly toModel: string;
  readonly state: ModelChangeState;
  readonly totalPictures: number;
  readonly donePictures: number;
  readonly failedPictures: number;
  /** The first hundred of them. */
  readonly failures: readonly PictureFailureRow[];
  readonly error: string | null;
  /** Whether a process works on it now. */
  readonly worked: boolean;
  /** Seconds left at the present speed; null while that is not known. */
  readonly secondsLeft: number | null;
  readonly updatedAt: string;
}

export interface RoomModel {
  readonly id: string;
  readonly presence: 'present' | 'missing' | 'damaged';
  /** What is wrong with its file, and what to type. */
  readonly message: string | null;
  readonly bytes: number;
  readonly licence: string;
  readonly inUse: boolean;
  /** Pictures it has described. */
  readonly pictures: number;
}

export interface ProcessMemory {
  /** Of the whole process. */
  readonly rss: number;
  readonly heap: number;
  readonly index: {
    readonly filters: number;
    readonly tags: number;
    readonly tables: number;
    /** WebAssembly memory the index has taken; filters and tags lie in it. */
    readonly memory: number;
  } | null;
  /** Files of the machine that candidates are compared by: bytes on the disk. */
  readonly featureFiles: number;
}

/** What a process says of itself, every two seconds. */
export interface ProcessFigures {
  readonly id: string;
  readonly host: string;
  readonly pid: number;
  readonly at: string;
  readonly startedAt: string;
  readonly index: Omit<IndexStatus, 'snapshotAt'> & { readonly snapshotAt?: string };
  readonly snapshotBytes: number | null;
  readonly memory: ProcessMemory;
  readonly searches: SearchFigures;
}

/** A process as the page's table shows it. */
export interface RoomProcess extends Omit<ProcessFigures, 'searches'> {
  readonly isThisOne: boolean;
  /** Changes that are in the log and not in its index yet, and how long the oldest of them has waited. */
  readonly lag: { readonly rows: number; readonly ms: number };
  readonly lastMinute: Quantiles & { readonly searches: number; readonly errors: number };
}

/** `none`: not set, everything works without it. */
export type RedisState = 'up' | 'down' | 'none';

export interface RoomStatus {
  readonly at: string;
  /** All that say something of themselves; without Redis only the one that answers. */
  readonly processes: readonly RoomProcess[];
  readonly allProcesses: boolean;
  readonly redis: RedisState;
  /** What the database says of itself, and how long it took to say it, milliseconds. */
  readonly database: { readonly version: string; readonly ms: number };
  readonly newestSeq: number;
  /** Of all processes together. */
  readonly searches: Quantiles & {
    readonly total: number;
    readonly lastMinute: number;
    readonly errorsLastMinute: number;
    /** Five seconds each, oldest first; the quantiles are those of the slowest process. */
    readonly spans: readonly SearchSpan[];
  };
  readonly queue: QueueFigures | null;
  readonly models: readonly RoomModel[];
  readonly change: ModelChange | null;
}

/** What a button was pressed for. */
export interface CommandOutcome {
  /** `all`: every process was told; `this`: there is no Redis to tell the others by. */
  readonly reached: 'all' | 'this';
}
