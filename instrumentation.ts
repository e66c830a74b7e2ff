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
  service.start();
  const stopWorker = workerEnv().WORKER === 'on' ? await startWorker() : async () => {};
  beforeTheEnd(async () => void (await Promise.all([service.stop(), stopWorker()])), LAST_WORDS_MS);
}

/** Has this process make uploaded pictures ready, too. @returns what ends that: pictures in hand are finished or given back */
async function startWorker(): Promise<() => Promise<void>> {
  // Said here too: development bundles this file for the edge as well, where what follows cannot be.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return async () => {};
  const { runWorker } = await import('@/lib/merchant/pictures/picture-worker');
  const ending = new AbortController();
  const ended = runWorker({ signal: ending.signal, id: `web-${process.pid}` });
  return () => {
    ending.abort();
    return ended;
  };
}
