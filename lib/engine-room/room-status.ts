import { sql } from 'drizzle-orm';
import { currentSeq, firstChangeAfter } from '@/db/queries/changes';
import { describedByModel } from '@/db/queries/model-changes';
import type { ModelChangeRow } from '@/db/schema';
import { modelInUse } from '@/lib/catalogue/model-in-use';
import { Remembered } from '@/lib/catalogue/remembered';
import { database } from '@/lib/database';
import { newestChange } from '@/lib/engine-room/model-changes';
import { publishedFigures } from '@/lib/engine-room/published-figures';
import { PROCESS_ID } from '@/lib/engine-room/process-figures';
import { searchTotals } from '@/lib/engine-room/search-totals';
import { secondsLeft } from '@/lib/engine-room/time-left';
import type {
  ModelChange,
  PictureFailureRow,
  ProcessFigures,
  RedisState,
  RoomModel,
  RoomProcess,
  RoomStatus,
} from '@/lib/engine-room/types';
import { redisEnv } from '@/lib/env';
import { pictureQueue } from '@/lib/merchant/pictures';
import { redis } from '@/lib/redis';
import { knownModels, modelPresence } from '@/lib/vision';

/** Counting a million signatures takes a second: how many there are may be a minute old. */
const described = new Remembered<ReadonlyMap<string, number>>();

/** All that the engine room shows. */
export async function roomStatus(): Promise<RoomStatus> {
  const db = database();
  const startedAt = performance.now();
  const [rows] = await db.execute(sql`select version() as version`);
  const ms = performance.now() - startedAt;
  const [{ processes, all }, newestSeq, queue, models, change] = await Promise.all([
    publishedFigures(),
    currentSeq(db),
    pictureQueue(),
    roomModels(),
    newestChange(),
  ]);
  return {
    at: new Date().toISOString(),
    processes: await Promise.all(processes.map((figures) => toProcess(figures, newestSeq))),
    allProcesses: all,
    redis: redisState(),
    database: { version: (rows as unknown as { version: string }[])[0]?.version ?? '', ms },
    newestSeq,
    searches: searchTotals(processes.map(({ searches }) => searches)),
    queue,
    models,
    change: change ? toChange(change) : null,
  };
}

async function toProcess({ searches, ...figures }: ProcessFigures, newestSeq: number): Promise<RoomProcess> {
  const { lastSeq } = figures.index;
  const rows = Math.max(newestSeq - lastSeq, 0);
  const first = rows > 0 ? await firstChangeAfter(database(), lastSeq) : undefined;
  const { p50, p95, p99, searches: count, errors } = searches.lastMinute;
  return {
    ...figures,
    isThisOne: figures.id === PROCESS_ID,
    lag: { rows, ms: first ? Math.max(Date.now() - first.at.getTime(), 0) : 0 },
    lastMinute: { p50, p95, p99, searches: count, errors },
  };
}

async function roomModels(): Promise<RoomModel[]> {
  const [inUse, pictures] = await Promise.all([
    modelInUse(),
    described.get('', () => describedByModel(database())),
  ]);
  return Promise.all(
    knownModels().map(async (model) => {
      const { id, bytes, licence } = model.entry;
      const presence = await modelPresence(model);
      return {
        id,
        bytes,
        licence,
        presence: presence.state,
        message: presence.state === 'present' ? null : presence.message,
        inUse: id === inUse,
        pictures: pictures.get(id) ?? 0,
      };
    }),
  );
}

function toChange(row: ModelChangeRow): ModelChange {
  const { id, fromModel, toModel, state, totalPictures, donePictures, failedPictures, error } = row;
  const worked = row.lockedUntil !== null && row.lockedUntil.getTime() > Date.now();
  return {
    ...{ id, fromModel, toModel, state, totalPictures, donePictures, failedPictures, error },
    failures: row.failures ? (JSON.parse(row.failures) as PictureFailureRow[]) : [],
    worked,
    secondsLeft: worked ? secondsLeft(row) : null,
    updatedAt: row.updatedAt.toISOString(),
  };
}

function redisState(): RedisState {
  if (redisEnv().REDIS_URL === undefined) return 'none';
  return redis()?.status === 'ready' ? 'up' : 'down';
}
