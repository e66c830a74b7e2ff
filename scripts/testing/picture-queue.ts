import { inArray } from 'drizzle-orm';
import type { Database } from '@/db';
import { imageJob, type ImageJobRow } from '@/db/schema';
import { runWorker, type WorkerOptions } from '@/lib/merchant/pictures/picture-worker';
import { until } from '@/scripts/services/until';

export interface RunningWorker {
  /** Ends it, and waits until it has. */
  stop(): Promise<void>;
}

/** A worker in this process. */
export function startWorker(options: Partial<WorkerOptions> = {}): RunningWorker {
  const ending = new AbortController();
  const ended = runWorker({ id: 'test', pollMs: 20, ...options, signal: ending.signal });
  return {
    stop() {
      ending.abort();
      return ended;
    },
  };
}

/** The jobs, in the order of the numbers, once each is in one of the states. */
export async function jobsIn(
  db: Database,
  ids: readonly number[],
  ...states: ImageJobRow['state'][]
): Promise<ImageJobRow[]> {
  let rows: ImageJobRow[] = [];
  const there = async () => {
    rows = await db
      .select()
      .from(imageJob)
      .where(inArray(imageJob.id, [...ids]))
      .orderBy(imageJob.id);
    return rows.every(({ state }) => states.includes(state));
  };
  if (await until(there, { timeoutMs: 120_000, everyMs: 20 })) return rows;
  throw new Error(
    `Not in ${states.join(' or ')}: ${rows.map(({ id, state }) => `${id} ${state}`).join(', ')}`,
  );
}
