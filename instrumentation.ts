/** How long ending the process may wait for the last snapshot: of a million pictures it is 84 MB. */
const LAST_SNAPSHOT_MS = 3_000;

/** Called by Next once per server process, before the first request. A wrong setting stops the start. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return;
  const { authEnv, checkSettings } = await import('@/lib/env');
  checkSettings();
  authEnv();
  const { indexService } = await import('@/lib/catalogue/index-service');
  const { beforeTheEnd } = await import('@/lib/before-the-end');
  const service = indexService();
  service.start();
  beforeTheEnd(() => service.stop(), LAST_SNAPSHOT_MS);
}
