import { messageOf } from '@/lib/errors';
import { log } from '@/lib/log';
import { within } from '@/lib/within';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
type Signal = (typeof SIGNALS)[number];

/**
 * Has `work` done when this process is asked to end by SIGINT or SIGTERM, before anybody who listens to these already
 * hears of it (Next's server, which then answers the requests that are open and ends), or before it ends at once if nobody does.
 * Asking again changes nothing while the work is done. Work that fails is said in the log, and delays nothing.
 * @param limitMs the longest the end may be delayed
 */
export function beforeTheEnd(work: () => Promise<void>, limitMs: number): void {
  const others = SIGNALS.map((signal) => [signal, process.listeners(signal)] as const);
  let begun = false;
  const delay = (signal: Signal) => {
    if (begun) return;
    begun = true;
    void done(limitMs, work).then(() => passOn(signal));
  };
  const passOn = (signal: Signal) => {
    for (const [name, listeners] of others) {
      for (const listener of listeners) process.on(name, listener);
      process.off(name, delay);
    }
    process.kill(process.pid, signal);
  };
  for (const [signal, listeners] of others) {
    process.on(signal, delay);
    for (const listener of listeners) process.off(signal, listener);
  }
}

async function done(limitMs: number, work: () => Promise<void>): Promise<void> {
  try {
    await within(limitMs, work(), () => new Error(`it was not done within ${limitMs / 1_000} s`));
  } catch (error) {
    log().warn({ error: messageOf(error) }, 'What was to be done before the end was not');
  }
}
