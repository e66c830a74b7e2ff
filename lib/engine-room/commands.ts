import { indexService } from '@/lib/catalogue/index-service';
import type { CommandOutcome } from '@/lib/engine-room/types';
import { messageOf } from '@/lib/errors';
import { log } from '@/lib/log';
import { redis } from '@/lib/redis';
import { onWake, wake } from '@/lib/wake-ups';

/**
 * Has every process write a snapshot of its index now; waits for this one's.
 * @throws NotReadyError while this one's index is not whole, or when its snapshot cannot be written
 */
export async function snapshotEverywhere(): Promise<CommandOutcome & { readonly takenAt: string }> {
  const { takenAt } = await indexService().snapshot();
  const reached = tell('dalma:index-snapshot');
  return { reached, takenAt: takenAt.toISOString() };
}

/** Has every process make its index anew from the database, in the background, while the present ones answer. */
export function rebuildEverywhere(): CommandOutcome {
  const reached = tell('dalma:index-rebuild');
  indexService().rebuild();
  return { reached };
}

/** Lets this process do what admins want of it. @returns ends that */
export function heedCommands(): () => void {
  const ends = [
    onWake('dalma:index-snapshot', () => void snapshotHere()),
    onWake('dalma:index-rebuild', () => indexService().rebuild()),
  ];
  return () => ends.forEach((end) => end());
}

async function snapshotHere(): Promise<void> {
  await indexService()
    .snapshot()
    .catch((error: unknown) => log().warn({ error: messageOf(error) }, 'No snapshot was written as asked'));
}

function tell(channel: 'dalma:index-snapshot' | 'dalma:index-rebuild'): CommandOutcome['reached'] {
  wake(channel);
  return redis()?.status === 'ready' ? 'all' : 'this';
}
