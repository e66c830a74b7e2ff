import { isAlive, type ProcessIdentity } from './process-identity';
import { until } from './until';

/**
 * Ends a program that was started as the head of its own process group (see `startOwned`), with all its children:
 * asks, waits `graceMs`, then kills. Resolves when it is gone.
 */
export async function stopProcess(head: ProcessIdentity, graceMs = 20_000): Promise<void> {
  if (!isAlive(head)) return;
  const gone = () => !isAlive(head);
  signalGroup(head.pid, 'SIGTERM');
  await until(gone, { timeoutMs: graceMs, everyMs: 20 });
  // Also after an orderly end: children that ignored the request must not stay behind.
  signalGroup(head.pid, 'SIGKILL');
  await until(gone, { timeoutMs: 5_000, everyMs: 20 });
}

function signalGroup(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(-pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
