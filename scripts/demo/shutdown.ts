import pc from 'picocolors';
import { stopEverything } from '../services';

/** npm passes Ctrl-C on to a program the terminal has told already: two within this time are one. */
const SAME_REQUEST_MS = 1_000;

/** A progress bar that was cut off has left the cursor hidden. */
const SHOW_CURSOR = '\u001b[?25h';

let firstRequest: number | null = null;

/** True from the first request to end: whatever fails from then on fails because of it. */
export const isStopping = () => firstRequest !== null;

/** On Ctrl-C and its kin, stops all we have started, in order; a second Ctrl-C no longer waits. */
export function stopOnSignals(exitCode: () => number): void {
  const stop = () => {
    if (firstRequest !== null) {
      if (performance.now() - firstRequest > SAME_REQUEST_MS) process.exit(130);
      return;
    }
    firstRequest = performance.now();
    void endInOrder(exitCode);
  };
  // A closed terminal takes our output with it.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

async function endInOrder(exitCode: () => number): Promise<void> {
  console.log(`\n${pc.dim('Stopping … (Ctrl-C again: at once)')}`);
  await stopEverything();
  if (process.stdout.isTTY) process.stdout.write(SHOW_CURSOR);
  process.exit(exitCode());
}
