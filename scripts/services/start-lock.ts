import { join } from 'node:path';
import { isLock, takeLock, type Lock, type LockHolder } from './lock';
import { SetupError } from './setup-error';
import { until } from './until';

/** A first start after a crash replays the log: slow disks need more than a few seconds. */
export const START_TIMEOUT_MS = 120_000;

/** Runs `act` while nobody else starts, joins or leaves the server of this folder. */
export async function underStartLock<T>(dir: string, act: () => Promise<T>): Promise<T> {
  const lock = await waitForLock(join(dir, 'start.lock'));
  try {
    return await act();
  } finally {
    lock.release();
  }
}

async function waitForLock(file: string): Promise<Lock> {
  let taken: Lock | LockHolder = takeLock(file);
  await until(() => isLock(taken) || isLock((taken = takeLock(file))), { timeoutMs: START_TIMEOUT_MS });
  if (isLock(taken)) return taken;
  throw new SetupError(
    `Process ${taken.pid} is still starting or stopping the server of this folder (${file}): wait for it or stop it, then try again.`,
  );
}
