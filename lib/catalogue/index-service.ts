import { bootIndex, type BootedIndex } from '@/lib/catalogue/boot-index';
import { fillFeatureFile } from '@/lib/catalogue/fill-feature-file';
import { catchUp } from '@/lib/catalogue/follow-changes';
import { IndexSnapshots } from '@/lib/catalogue/index-snapshots';
import type { LiveIndex } from '@/lib/catalogue/live-index';
import { LogRestarted, type LogPosition } from '@/lib/catalogue/log-position';
import { SnapshotKeeper, type SnapshotRhythm } from '@/lib/catalogue/snapshot-keeper';
import type { IndexStatus } from '@/lib/catalogue/types';
import { onChange } from '@/lib/changes';
import { answersWithin, database, type PooledDatabase } from '@/lib/database';
import { simd } from '@/lib/engine';
import { indexEnv, modelEnv } from '@/lib/env';
import { messageOf } from '@/lib/errors';
import { log } from '@/lib/log';
import { DEFAULT_MODEL_ID, modelEntry } from '@/lib/vision';

const POLL_MS = 400;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 15_000;
const PROGRESS_EVERY_MS = 2_000;
/** How long a query may take: reading a large catalogue's first rows from a cold disk; looking at the log's end. */
const LOAD_QUERY_MS = 60_000;
const FOLLOW_QUERY_MS = 5_000;
const BEFORE_THE_FIRST: LogPosition = { seq: 0, horizon: null };

export interface IndexServiceOptions {
  readonly modelId: string;
  /** Asked again at every attempt, so that a wrong setting is a failed load and not a crash. */
  readonly db: () => PooledDatabase;
  /** Where the index is kept between two lives of the process; omitted: nowhere. */
  readonly snapshots?: IndexSnapshots;
  readonly rhythm?: SnapshotRhythm;
  /**
   * Done in the background once the index answers, and again whenever it was loaded anew. Must end when told to: when the
   * service is stopped, or the index loaded anew. That it fails is said in the log, and changes nothing else.
   */
  readonly whenReady?: (signal: AbortSignal) => Promise<void>;
}

/**
 * Keeps one index in memory in step with the database: loads it (a snapshot and the changes since, or everything),
 * retrying with growing pauses, then follows the change log, at once when woken by a message and by itself every 400 ms,
 * and writes snapshots. While the database is away the index goes on answering, and `status().error` says so.
 */
export class IndexService {
  #state: IndexStatus['state'] = 'starting';
  #fraction = 0;
  #live: LiveIndex | null = null;
  #position = BEFORE_THE_FIRST;
  /** Whether the index holds what the position says: not while changes are being taken in, nor after that failed. */
  #settled = false;
  #bootedFrom: IndexStatus['bootedFrom'];
  readonly #keeper: SnapshotKeeper | null;
  #error: string | undefined;
  #running: Promise<void> | null = null;
  #stopped = false;
  /** Ends what `whenReady` does for the index in use. */
  #release = new AbortController();
  #afterwards: Promise<void> = Promise.resolve();
  readonly #alarm = new Alarm();

  constructor(private readonly options: IndexServiceOptions) {
    this.#keeper = options.snapshots ? new SnapshotKeeper(options.snapshots, options.rhythm) : null;
  }

  /** Begins loading, in the background. Calling it again does nothing. */
  start(): void {
    this.#running ??= this.#run().catch((error: unknown) => this.#fail(error, 'The index service has ended'));
  }

  /** Ends following, and writes a snapshot of what changed since the last; resolves when nothing of it runs any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#release.abort();
    this.#alarm.ring();
    await this.#running;
  }

  /** The index, once it holds the whole catalogue; null before. */
  ready(): LiveIndex | null {
    return this.#state === 'ready' ? this.#live : null;
  }

  status(): IndexStatus {
    return {
      state: this.#state,
      fraction: this.#fraction,
      products: this.#live?.products ?? 0,
      pictures: this.#live?.pictures ?? 0,
      modelId: this.options.modelId,
      simd: simd.active,
      lastSeq: this.#position.seq,
      ...(this.#bootedFrom && { bootedFrom: this.#bootedFrom }),
      ...(this.#keeper?.takenAt && { snapshotAt: this.#keeper.takenAt }),
      ...(this.#error !== undefined && { error: this.#error }),
    };
  }

  async #run(): Promise<void> {
    const unsubscribe = onChange(() => this.#alarm.ring());
    try {
      while (!this.#stopped) {
        await this.#loadUntilDone();
        await this.#followUntilRestart();
      }
    } finally {
      unsubscribe();
      await Promise.all([this.#keepLast(), this.#afterwards]);
    }
  }

  async #loadUntilDone(): Promise<void> {
    for (let attempt = 0; !this.#stopped; attempt++) {
      try {
        return await this.#load();
      } catch (error) {
        if (this.#stopped) return;
        const pause = Math.min(FIRST_RETRY_MS * 2 ** Math.min(attempt, 10), LONGEST_RETRY_MS);
        this.#fail(error, 'The index could not be loaded', { retryInMs: pause });
        await this.#alarm.wait(pause);
      }
    }
  }

  async #load(): Promise<void> {
    const startedAt = performance.now();
    this.#release.abort();
    await this.#keeper?.settle();
    if (this.#state === 'starting' || this.#state === 'ready') this.#enterLoading();
    const db = answersWithin(this.options.db(), LOAD_QUERY_MS);
    const { modelId, snapshots = null } = this.options;
    const booted = await bootIndex(db, modelId, snapshots, this.#progress(startedAt));
    this.#enterReady(booted);
    const { products, pictures } = booted.live;
    const ms = Math.round(performance.now() - startedAt);
    log().info({ products, pictures, from: this.#bootedFrom, ms }, 'The index is ready');
    this.#beginAfterwards();
  }

  #beginAfterwards(): void {
    this.#release = new AbortController();
    const { signal } = this.#release;
    if (this.#stopped) this.#release.abort();
    this.#afterwards = this.#afterwards
      .then(() => (signal.aborted ? undefined : this.options.whenReady?.(signal)))
      .catch((error: unknown) =>
        log().error({ error: messageOf(error) }, 'What was to be done once the index is ready has failed'),
      );
  }

  /** Takes note of how far loading is, says so every two seconds, and ends it when the service is to stop. */
  #progress(startedAt: number) {
    let saidAt = startedAt;
    return (fraction: number, soFar: LiveIndex) => {
      if (this.#stopped) throw new Error('The index service was stopped while it loaded.');
      this.#enterLoading(fraction, soFar);
      if (performance.now() - saidAt < PROGRESS_EVERY_MS) return;
      saidAt = performance.now();
      log().info({ percent: Math.floor(fraction * 100), pictures: soFar.pictures }, 'Loading the index');
    };
  }

  #enterReady({ live, position, snapshot }: BootedIndex): void {
    this.#live = live;
    this.#position = position;
    this.#settled = true;
    this.#bootedFrom = snapshot ? 'snapshot' : 'database';
    this.#keeper?.begin(snapshot);
    this.#fraction = 1;
    this.#error = undefined;
    this.#state = 'ready';
  }

  #enterLoading(fraction = 0, soFar: LiveIndex | null = null): void {
    this.#state = 'loading';
    this.#settled = false;
    this.#fraction = fraction;
    this.#live = soFar;
    this.#forgetFormer();
    this.#error = undefined;
  }

  /** What was known of the index before is not true of the one that is being loaded. */
  #forgetFormer(): void {
    this.#position = BEFORE_THE_FIRST;
    this.#bootedFrom = undefined;
    this.#keeper?.begin(null);
  }

  #fail(error: unknown, what: string, more: object = {}): void {
    this.#state = 'failed';
    this.#error = messageOf(error);
    log().error({ error: this.#error, ...more }, what);
  }

  async #followUntilRestart(): Promise<void> {
    while (!this.#stopped && this.#live) {
      try {
        await this.#catchUp(this.#live);
        this.#keeper?.offer(this.#live, this.#position);
        if (this.#error !== undefined) log().info('The change log can be read again');
        this.#error = undefined;
      } catch (error) {
        if (error instanceof LogRestarted)
          return log().warn({ error: error.message }, 'Loading the index again');
        if (this.#error === undefined)
          log().warn({ error: messageOf(error) }, 'The change log cannot be read; retrying');
        this.#error = messageOf(error);
      }
      await this.#alarm.wait(POLL_MS);
    }
  }

  async #catchUp(live: LiveIndex): Promise<void> {
    this.#settled = false;
    const db = answersWithin(this.options.db(), FOLLOW_QUERY_MS);
    this.#position = await catchUp(db, live, this.#position);
    this.#settled = true;
  }

  async #keepLast(): Promise<void> {
    if (this.#live && this.#settled) await this.#keeper?.finish(this.#live, this.#position);
    else await this.#keeper?.settle();
  }
}

/** A pause that can be cut short. A ring while nobody waits is not lost: the next wait ends at once. */
class Alarm {
  #rung = false;
  #wake: (() => void) | null = null;

  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  async wait(ms: number): Promise<void> {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        setTimeout(resolve, ms).unref();
      });
    }
    this.#wake = null;
    this.#rung = false;
  }
}

const KEY = Symbol.for('dalma.index-service');
const store = globalThis as { [KEY]?: IndexService };

/**
 * The process's one index service, whichever bundle or hot-reloaded module asks.
 * @throws ModelError for a `MODEL_ID` that the manifest does not know
 */
export function indexService(): IndexService {
  return (store[KEY] ??= ofThisProcess());
}

function ofThisProcess(): IndexService {
  const modelId = modelEntry(modelEnv().MODEL_ID ?? DEFAULT_MODEL_ID).id;
  return new IndexService({
    modelId,
    db: database,
    snapshots: new IndexSnapshots(indexEnv().INDEX_DIR, modelId),
    whenReady: (signal) => fillFeatureFile(answersWithin(database(), LOAD_QUERY_MS), modelId, signal),
  });
}

/** How this process's index is doing. */
export function indexStatus(): IndexStatus {
  return indexService().status();
}
