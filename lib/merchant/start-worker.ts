import { workImports } from '@/lib/merchant/imports';
import { runWorker } from '@/lib/merchant/pictures/picture-worker';

/**
 * Has this process make uploaded pictures ready and work on imports, too.
 * @returns what ends that: pictures in hand are finished or given back
 */
export function startWorker(): () => Promise<void> {
  const ending = new AbortController();
  const worker = { signal: ending.signal, id: `web-${process.pid}` };
  const ended = Promise.all([runWorker(worker), workImports(worker)]);
  return async () => {
    ending.abort();
    await ended;
  };
}
