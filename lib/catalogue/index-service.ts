import { Alarm } from '@/lib/alarm';
import { bootIndex, type BootedIndex } from '@/lib/catalogue/boot-index';
import { describeLater } from '@/lib/catalogue/describe-later';
import { fillFeatureFile } from '@/lib/catalogue/fill-feature-file';
import { catchUp } from '@/lib/catalogue/follow-changes';
import { IndexReplacement, type ReplacementReason } from '@/lib/catalogue/index-replacement';
import { IndexSnapshots } from '@/lib/catalogue/index-snapshots';
import type { LiveIndex } from '@/lib/catalogue/live-index';
import { LogRestarted, type LogPosition } from '@/lib/catalogue/log-position';
import { configuredModel, modelInUse } from '@/lib/catalogue/model-in-use';
import { SnapshotKeeper, type SnapshotRhythm } from '@/lib/catalogue/snapshot-keeper';
import type { IndexStatus, KeptSnapshot } from '@/lib/catalogue/types';
import { onChange } from '@/lib/changes';
import { answersWithin, database, type PooledDatabase } from '@/lib/database';
import { simd } from '@/lib/engine';
import { indexEnv } from '@/lib/env';
import { messageOf, NotReadyError } from '@/lib/errors';
import { log } from '@/lib/log';

const POLL_MS = 400;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 15_000;
const PROGRESS_EVERY_MS = 2_000;
/** How long a query may take: reading a large catalogue's first rows from a cold disk; looking at the log's end. */
const LOAD_QUERY_MS = 60_000;
const FOLLOW_QUERY_MS = 5_000;
/** How long after a failure the index of the model in use is tried to be made again. */
const REPLACE_AGAIN_MS = 5_000;
const BEFORE_THE_FIRST: LogPosition = { seq: 0, horizon: null };

export interface IndexServiceOptions {
  /** The network whose pictures are kept. */
  readonly modelId: string;
  /** Which one it is now: asked before loading and whenever the log is looked at. Omitted: always that one. */
  readonly modelInUse?: (db: PooledDatabase) => Promise<string>;
  /** Asked again at every attempt, so that a wrong setting is a failed load and not a crash. */
  readonly db: () => PooledDatabase;
  /** Where the index is kept between two lives of the process, of this and of any other model; omitted: nowhere. */
  readonly snapshots?: IndexSnapshots;
  readonly rhythm?: SnapshotRhythm;
  /**
   * Done in the background once the index answers, and again whenever it was loaded anew; for an index of another model
   * also before it begins to answer. Must end when told to: when the service is stopped, or the index loaded anew. That
   * it fails is said in the log, and changes nothing else.
   */
  readonly whenReady?: (signal: AbortSignal, modelId: string) => Promise<void>;
  /** Told of products with a picture on show that the model has not described: somebody wrote while it was changed. */
  readonly onUndescribed?: (productIds: readonly number[]) => void;
}

/**
 * Keeps one index in memory in step with the database: loads it (a snapshot and the changes since, or everything),
 * retrying with growing pauses, then follows the change log, at once when woken by a message and by itself every 400 ms,
 * and writes snapshots. While the database is away the index goes on answering, and `status().error` says so.
 *
 * When another model comes into use, and when asked to rebuild, the new index is made in the background and takes the
 * place of the old one at one stroke, between two changes: until then the old one answers and follows the log.
 */
export class IndexService {
  #state: IndexStatus['state'] = 'starting';
  #fraction = 0;
  #live: LiveIndex | null = null;
  #position = BEFORE_THE_FIRST;
  /** Whether the index holds what the position says: not while changes are being taken in, nor after that failed. */
  #settled = false;
  #bootedFrom: IndexStatus['bootedFrom'];
  #modelId: string;
  #keeper: SnapshotKeeper | null;
  #replacement: IndexReplacement | null = null;
  readonly #snapshotsAsked: ((outcome: Promise<void>) => void)[] = [];
  #error: string | undefined;
  #running: Promise<void> | null = null;
  #stopped = false;
  /** Ends what `whenReady` does for the index in use. */
  #release = new AbortController();
  #afterwards: Promise<void> = Promise.resolve();
  #saidFailed: IndexReplacement | null = null;
  readonly #alarm = new Alarm();

  constructor(private readonly options: IndexServiceOptions) {
    this.#modelId = options.modelId;
    this.#keeper = this.#keeperOf(options.modelId);
  }

  /** Begins loading, in the background. Calling it again does nothing. */
  start(): void {
    this.#running ??= this.#run().catch((error: unknown) => this.#fail(error, 'The index service has ended'));
  }

  /** Ends following, and writes a snapshot of what changed since the last; resolves when nothing of it runs any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#release.abort();
    this.#replacement?.cancel();
    this.#alarm.ring();
    await this.#running;
  }

  /**
   * Reads the whole catalogue into a new index, which takes the present one's place when it is whole. While that is
   * under way, or the index is still loading, nothing more happens.
   */
  rebuild(): void {
    if (this.ready() && !this.#replacement) this.#replaceBy('rebuild', this.#modelId);
  }

  /**
   * Writes a snapshot of what the index holds now, unless the newest one holds the same.
   * @throws NotReadyError when there is no index yet, nowhere to keep it, or no database; or what the disk says
   */
  async snapshot(): Promise<KeptSnapshot> {
    if (!this.ready() || !this.#keeper) throw new NotReadyError('There is no index to keep yet.');
    const written = new Promise<void>((resolve) => this.#snapshotsAsked.push(resolve));
    this.#alarm.ring();
    await written;
    const { takenAt, savedSeq, failure } = this.#keeper;
    if (failure !== undefined) throw new NotReadyError(`The snapshot could not be written: ${failure}`);
    if (!takenAt || savedSeq === null) throw new NotReadyError('Nothing was ever changed in this catalogue.');
    return { takenAt, seq: savedSeq };
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
      modelId: this.#modelId,
      simd: simd.active,
      lastSeq: this.#position.seq,
      ...(this.#bootedFrom && { bootedFrom: this.#bootedFrom }),
      ...(this.#keeper?.takenAt && { snapshotAt: this.#keeper.takenAt }),
      ...(this.#replacement && {
        replacement: {
          reason: this.#replacement.reason,
          modelId: this.#replacement.modelId,
          fraction: this.#replacement.fraction,
          failing: this.#replacement.error !== undefined,
        },
      }),
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
      this.#refuseSnapshots();
      await Promise.all([this.#keepLast(), this.#afterwards, this.#replacement?.ended]);
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
    this.#dropReplacement();
    await this.#keeper?.settle();
    if (this.#state === 'starting' || this.#state === 'ready') this.#enterLoading();
    const db = answersWithin(this.options.db(), LOAD_QUERY_MS);
    this.#use(await this.#wantedModel(db));
    const booted = await bootIndex(
      db,
      this.#modelId,
      this.#snapshotsOf(this.#modelId),
      this.#progress(startedAt),
    );
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
    this.#afterwards = this.#afterwards.then(() =>
      signal.aborted ? undefined : this.#prepare(signal, this.#modelId),
    );
  }

  async #prepare(signal: AbortSignal, modelId: string): Promise<void> {
    try {
      await this.options.whenReady?.(signal, modelId);
    } catch (error) {
      log().error({ error: messageOf(error) }, 'What was to be done once the index is ready has failed');
    }
  }

  #wantedModel(db: PooledDatabase): Promise<string> {
    return this.options.modelInUse?.(db) ?? Promise.resolve(this.#modelId);
  }

  /** From now on the index is one of this model. */
  #use(modelId: string): void {
    if (modelId === this.#modelId) return;
    this.#modelId = modelId;
    this.#keeper = this.#keeperOf(modelId);
  }

  #snapshotsOf(modelId: string): IndexSnapshots | null {
    return this.options.snapshots?.of(modelId) ?? null;
  }

  #keeperOf(modelId: string): SnapshotKeeper | null {
    const snapshots = this.#snapshotsOf(modelId);
    return snapshots && new SnapshotKeeper(snapshots, this.options.rhythm);
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
        await this.#lookAtModel();
        await this.#catchUp(this.#live);
        await this.#takeOver();
        this.#keepAsked();
        this.#keeper?.offer(this.#live, this.#position);
        if (this.#error !== undefined) log().info('The change log can be read again');
        this.#error = undefined;
      } catch (error) {
        if (error instanceof LogRestarted)
          return log().warn({ error: error.message }, 'Loading the index again');
        if (this.#error === undefined)
          log().warn({ error: messageOf(error) }, 'The change log cannot be read; retrying');
        this.#error = messageOf(error);
        this.#refuseSnapshots(`The change log cannot be read: ${this.#error}`);
      }
      await this.#alarm.wait(POLL_MS);
    }
  }

  async #catchUp(live: LiveIndex): Promise<void> {
    this.#settled = false;
    const db = answersWithin(this.options.db(), FOLLOW_QUERY_MS);
    this.#position = await catchUp(db, live, this.#position, { onUndescribed: this.options.onUndescribed });
    this.#settled = true;
  }

  /** Begins to make the index of another model when that has come into use, and again when making it has failed. */
  async #lookAtModel(): Promise<void> {
    const wanted = await this.#wantedModel(answersWithin(this.options.db(), FOLLOW_QUERY_MS));
    const coming = this.#replacement;
    if (coming?.error !== undefined && coming.failedFor < REPLACE_AGAIN_MS) return;
    if (wanted === (coming?.modelId ?? this.#modelId) && coming?.error === undefined) return;
    this.#dropReplacement();
    if (wanted !== this.#modelId) this.#replaceBy('model-change', wanted);
  }

  #replaceBy(reason: ReplacementReason, modelId: string): void {
    log().info(
      { reason, modelId },
      'Making a new index in the background; the present one goes on answering',
    );
    const make = async (signal: AbortSignal, onProgress: (fraction: number) => void) => {
      const db = answersWithin(this.options.db(), LOAD_QUERY_MS);
      const from = reason === 'rebuild' ? null : this.#snapshotsOf(modelId);
      const made = await bootIndex(db, modelId, from, (fraction) => {
        signal.throwIfAborted();
        onProgress(fraction);
      });
      if (reason === 'model-change') await this.#prepare(signal, modelId);
      return made;
    };
    this.#replacement = new IndexReplacement(reason, modelId, make, () => this.#alarm.ring());
  }

  #dropReplacement(): void {
    this.#replacement?.cancel();
    this.#replacement = null;
  }

  /** Puts the new index, once it is whole, in the place of the present one. */
  async #takeOver(): Promise<void> {
    const coming = this.#replacement;
    if (coming?.error !== undefined) return this.#sayFailed(coming, coming.error);
    if (!coming?.made) return;
    const db = answersWithin(this.options.db(), FOLLOW_QUERY_MS);
    const { live } = coming.made;
    const position = await catchUp(db, live, coming.made.position, {
      onUndescribed: this.options.onUndescribed,
    });
    this.#release.abort();
    await this.#keeper?.settle();
    this.#replacement = null;
    this.#use(coming.modelId);
    this.#enterReady({ ...coming.made, position });
    log().info({ modelId: coming.modelId, pictures: live.pictures }, 'The new index answers');
    this.#beginAfterwards();
  }

  #sayFailed(coming: IndexReplacement, error: string): void {
    if (coming.failedFor > REPLACE_AGAIN_MS || this.#saidFailed === coming) return;
    this.#saidFailed = coming;
    const { reason, modelId } = coming;
    log().error(
      { reason, modelId, error },
      'The new index could not be made; the present one goes on answering',
    );
  }

  /** Between two changes: begins the snapshots that were asked for, unless one is being written. */
  #keepAsked(): void {
    if (this.#snapshotsAsked.length === 0 || !this.#live || !this.#keeper) return;
    const writing = this.#keeper.keep(this.#live, this.#position);
    if (writing) this.#snapshotsAsked.splice(0).forEach((begun) => begun(writing));
  }

  /** Whoever asked for one is told now: nobody knows when it could be made. */
  #refuseSnapshots(why = 'The process is ending.'): void {
    const refusal = Promise.reject(new NotReadyError(why));
    refusal.catch(() => {});
    this.#snapshotsAsked.splice(0).forEach((begun) => begun(refusal));
  }

  async #keepLast(): Promise<void> {
    if (this.#live && this.#settled) await this.#keeper?.finish(this.#live, this.#position);
    else await this.#keeper?.settle();
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
  const modelId = configuredModel();
  return new IndexService({
    modelId,
    modelInUse,
    db: database,
    snapshots: new IndexSnapshots(indexEnv().INDEX_DIR, modelId),
    whenReady: (signal, model) => fillFeatureFile(answersWithin(database(), LOAD_QUERY_MS), model, signal),
    onUndescribed: describeLater,
  });
}

/** How this process's index is doing. */
export function indexStatus(): IndexStatus {
  return indexService().status();
}
