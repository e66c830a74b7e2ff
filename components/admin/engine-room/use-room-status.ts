import { useCallback, useEffect, useRef, useState } from 'react';
import type { RoomStatus } from '@/lib/engine-room/types';

const EVERY_MS = 2_000;
const KEPT_MS = 300_000;

/** How many pictures the queue held at a moment. */
export interface QueueSample {
  readonly at: number;
  readonly waiting: number;
  readonly working: number;
}

/**
 * The room as it is now, asked for every two seconds while the page is in sight, and what its queue was like since the page
 * was opened. `stale`: the server did not answer the last time.
 */
export function useRoomStatus(first: RoomStatus) {
  const [status, setStatus] = useState(first);
  const [stale, setStale] = useState(false);
  const [queue, setQueue] = useState<readonly QueueSample[]>(() => sampleOf(first));
  const asking = useRef(false);

  const refresh = useCallback(async () => {
    if (asking.current) return;
    asking.current = true;
    try {
      const now = await ask();
      setStatus(now);
      setQueue((before) => [...before.filter(({ at }) => at > Date.now() - KEPT_MS), ...sampleOf(now)]);
      setStale(false);
    } catch {
      setStale(true);
    } finally {
      asking.current = false;
    }
  }, []);

  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [refresh]);

  return { status, stale, queue, refresh };
}

async function ask(): Promise<RoomStatus> {
  const response = await fetch('/admin/index/status', { cache: 'no-store' });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return (await response.json()) as RoomStatus;
}

function sampleOf({ at, queue }: RoomStatus): QueueSample[] {
  return queue ? [{ at: Date.parse(at), waiting: queue.waiting, working: queue.working }] : [];
}
