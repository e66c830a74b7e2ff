import { closeDatabase } from '@/lib/database';
import { isStopping, stopOnSignals } from '@/scripts/demo/shutdown';
import { describeFailure } from '@/scripts/demo/steps';
import { stopEverything } from '@/scripts/services';

/** Runs a benchmark and ends all that it has started; a failure is told in words and becomes the exit code. */
export async function benchmark(program: () => Promise<void>): Promise<void> {
  stopOnSignals(() => 130);
  try {
    await program();
  } catch (error) {
    if (isStopping()) return;
    console.error(describeFailure(error));
    process.exitCode = 1;
  }
  if (isStopping()) return;
  await closeDatabase();
  await stopEverything();
}
