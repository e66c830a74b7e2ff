/** How long ending the process may wait for the last snapshot, of a million pictures 84 MB, and for pictures in hand. */
const LAST_WORDS_MS = 3_000;

/** Called by Next once per server process, before the first request. A wrong setting stops the start. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return;
  const { authEnv, checkSettings, workerEnv } = await import('@/lib/env');
  checkSettings();
  authEnv();
  const { letUploadsTakeTheirTime } = await import('@/lib/slow-uploads');
  letUploadsTakeTheirTime();
  const { indexService } = await import('@/lib/catalogue/index-service');
  const { beforeTheEnd } = await import('@/lib/before-the-end');
  const service = indexService();
  const { beginEngineRoom } = await import('@/lib/engine-room/begin-engine-room');
  service.start();
  const endEngineRoom = beginEngineRoom();
  const { startWorker } = await import('@/lib/merchant/start-worker');
  const stopWorker = workerEnv().WORKER === 'on' ? startWorker() : async () => {};
  beforeTheEnd(async () => {
    await Promise.all([service.stop(), endEngineRoom(), stopWorker()]);
  }, LAST_WORDS_MS);
}
