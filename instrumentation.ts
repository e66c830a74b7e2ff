/** How long ending the process may wait for the last snapshot, of a million pictures 84 MB, and for pictures in hand. */
const LAST_WORDS_MS = 3_000;

/** Called by Next once per server process, before the first request. A wrong setting stops the start. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return;
  const { authEnv, checkSettings, workerEnv } = await import('@/lib/env');
  checkSettings();
  authEnv();
  const { indexService } = await import('@/lib/catalogue/index-service');
  const { beforeTheEnd } = await import('@/lib/before-the-end');
  const service = indexService();
  const { beginEngineRoom } = await import('@/lib/engine-room/begin-engine-room');
  service.start();
  const endEngineRoom = beginEngineRoom();
  const stopWorker = workerEnv().WORKER === 'on' ? await startWorker() : async () => {};
  beforeTheEnd(async () => {
    await Promise.all([service.stop(), endEngineRoom(), stopWorker()]);
  }, LAST_WORDS_MS);
}

/** Has this process make uploaded pictures ready and work on imports, too. @returns what ends that: pictures in hand are finished or given back */
async function startWorker(): Promise<() => Promise<void>> {
  // Said here too: development bundles this file for the edge as well, where what follows cannot be.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return async () => {};
  const { runWorker } = await import('@/lib/merchant/pictures/picture-worker');
  const { workImports } = await import('@/lib/merchant/imports');
  const ending = new AbortController();
  const worker = { signal: ending.signal, id: `web-${process.pid}` };
  const ended = Promise.all([runWorker(worker), workImports(worker)]);
  return async () => {
    ending.abort();
    await ended;
  };
}
