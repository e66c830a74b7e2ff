import { hostname } from 'node:os';
import { workModels } from '@/lib/engine-room/work-models';
import { workImports } from '@/lib/merchant/imports';
import { runWorker } from '@/lib/merchant/pictures';
import { withServices } from '@/scripts/with-services';

/** A picture takes a second or two; whoever asks for the end may wait for those in hand. */
const GRACE_MS = 15_000;

// npm run worker: makes uploaded pictures ready, works on imports and on the change of the model beside the shop, or
// instead of it where that says WORKER=off. As many of them as there are cores to spare. SIGINT or SIGTERM: finishes what is in hand, or gives it back.
await withServices(async () => {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => ending.abort());
  console.log('Waiting for pictures, imports and a change of the model. Ctrl-C ends it.');
  const worker = { signal: ending.signal, id: `${hostname()}-${process.pid}` };
  await Promise.all([
    runWorker({ ...worker, graceMs: GRACE_MS }),
    workImports(worker),
    workModels({ signal: ending.signal }),
  ]);
});
process.exit();
