import { hostname } from 'node:os';
import { modelInUse } from '@/lib/catalogue/writing';
import { workModels } from '@/lib/engine-room/work-models';
import { workImports } from '@/lib/merchant/imports';
import { runWorker } from '@/lib/merchant/pictures';
import { loadExtractor } from '@/lib/vision';
import { withServices } from '@/scripts/with-services';

/** A picture takes a second or two; whoever asks for the end may wait for those in hand. */
const GRACE_MS = 15_000;

// npm run worker: makes uploaded pictures ready, works on imports and on the change of the model beside the shop, or
// instead of it where that says WORKER=off. As many of them as there are cores to spare. SIGINT or SIGTERM: finishes what
// is in hand, or gives it back. Says which pictures it takes, so that whoever looks for a picture in the log finds the
// process that had it.
await withServices(async () => {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => ending.abort());
  // Before it says that it waits: the first picture is not kept by the loading of the network.
  await loadExtractor(await modelInUse());
  console.log('Waiting for pictures, imports and a change of the model. Ctrl-C ends it.');
  const worker = { signal: ending.signal, id: `${hostname()}-${process.pid}` };
  await Promise.all([
    runWorker({ ...worker, graceMs: GRACE_MS, onTaken: sayTaken }),
    workImports(worker),
    workModels({ signal: ending.signal }),
  ]);
});
process.exit();

function sayTaken(ids: readonly number[]): void {
  console.log(`Took ${ids.length === 1 ? 'picture' : 'pictures'} ${ids.join(', ')}.`);
}
