import { runWorker } from '@/lib/merchant/pictures/picture-worker';

/** Has this process make uploaded pictures ready, too. @returns what ends that: pictures in hand are finished or given back */
export function startWorker(): () => Promise<void> {
  const ending = new AbortController();
  const ended = runWorker({ signal: ending.signal, id: `web-${process.pid}` });
  return () => {
    ending.abort();
    return ended;
  };
}
