import { countJobs } from '@/db/queries/image-jobs';
import { database } from '@/lib/database';
import type { QueueFigures } from '@/lib/merchant/pictures/types';

const WINDOW_S = 60;

/** How the queue is doing, over all merchants: for the engine room. */
export async function pictureQueue(): Promise<QueueFigures> {
  const { states, described, oldestMs } = await countJobs(database(), WINDOW_S * 1_000);
  return {
    waiting: states.get('waiting') ?? 0,
    working: states.get('working') ?? 0,
    ready: states.get('ready') ?? 0,
    failed: states.get('failed') ?? 0,
    oldestWaitingSeconds: oldestMs === null ? null : oldestMs / 1_000,
    picturesPerSecond: described / WINDOW_S,
  };
}
