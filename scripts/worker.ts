import { hostname } from 'node:os';
import { runWorker } from '@/lib/merchant/pictures';
import { withServices } from '@/scripts/with-services';

/** A picture takes a second or two; whoever asks for the end may wait for those in hand. */
const GRACE_MS = 15_000;

// npm run worker: makes uploaded pictures ready beside the shop, or instead of it where that says WORKER=off. As many of
// them as there are cores to spare. SIGINT or SIGTERM: finishes the pictures in hand, or gives them back, and ends.
await withServices(async () => {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => ending.abort());
  console.log('Waiting for pictures. Ctrl-C ends it.');
  await runWorker({ signal: ending.signal, id: `${hostname()}-${process.pid}`, graceMs: GRACE_MS });
});
process.exit();
