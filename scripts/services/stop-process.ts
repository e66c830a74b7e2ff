import { isAlive, type ProcessIdentity } from './process-identity';
import { until } from './until';

/** Asks one process to end and waits for it; after `graceMs` it is killed. Resolves when it is gone. */
export async function stopProcess(target: ProcessIdentity, graceMs = 20_000): Promise<void> {
  const gone = () => !isAlive(target);
  signal(target, 'SIGTERM');
  if (await until(gone, { timeoutMs: graceMs })) return;
  signal(target, 'SIGKILL');
  await until(gone, { timeoutMs: 5_000 });
}

function signal(target: ProcessIdentity, name: NodeJS.Signals): void {
  if (!isAlive(target)) return;
  try {
    process.kill(target.pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
