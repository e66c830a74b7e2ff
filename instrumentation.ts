/** Called by Next once per server process, before the first request. A wrong setting stops the start. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return;
  const { checkSettings } = await import('@/lib/env');
  checkSettings();
  const { indexService } = await import('@/lib/catalogue/index-service');
  indexService().start();
}
