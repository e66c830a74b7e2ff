import { z } from 'zod';
import { PROCESS_ID, processFigures } from '@/lib/engine-room/process-figures';
import type { ProcessFigures } from '@/lib/engine-room/types';
import { messageOf } from '@/lib/errors';
import { log } from '@/lib/log';
import { redis } from '@/lib/redis';

/** All processes' figures, by process, in one hash. */
const HASH = 'dalma:processes';
const EVERY_MS = 2_000;
/** Whoever has said nothing for so long is gone. */
const FRESH_MS = 10_000;
const HASH_SECONDS = 60;

/**
 * Lets every other process know how this one is doing, every two seconds, where there is a Redis. Costs nothing when there
 * is none, and never fails.
 * @returns ends it
 */
export function publishFigures(): () => Promise<void> {
  const timer = setInterval(() => void publishNow(), EVERY_MS).unref();
  return async () => {
    clearInterval(timer);
    await withRedis((client) => client.hdel(HASH, PROCESS_ID));
  };
}

/** At once, not when it is time. */
export async function publishNow(): Promise<void> {
  await withRedis((client) =>
    client.multi().hset(HASH, PROCESS_ID, JSON.stringify(processFigures())).expire(HASH, HASH_SECONDS).exec(),
  );
}

export interface Published {
  readonly processes: readonly ProcessFigures[];
  /** Whether these are all there are: not without Redis, nor while it does not answer. */
  readonly all: boolean;
}

/** What the processes last said of themselves, this one at this moment, by number. */
export async function publishedFigures(): Promise<Published> {
  const mine = processFigures();
  const said = await withRedis((client) => client.hgetall(HASH));
  const others = Object.entries(said ?? {})
    .filter(([id]) => id !== PROCESS_ID)
    .flatMap(([, text]) => freshFigures(text));
  const processes = [mine, ...others].sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
  return { processes, all: said !== null };
}

/** Another version of this program may say other things: what cannot be read is left out. */
const readable = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  index: z.object({ state: z.string(), modelId: z.string(), lastSeq: z.number() }),
  memory: z.object({ rss: z.number(), heap: z.number(), featureFiles: z.number() }),
  searches: z.object({
    lastMinute: z.object({ searches: z.number(), errors: z.number(), times: z.string() }),
    spans: z.array(z.object({ at: z.number(), searches: z.number() })),
  }),
});

function freshFigures(text: string): ProcessFigures[] {
  try {
    const value: unknown = JSON.parse(text);
    const { at } = readable.parse(value);
    return Date.now() - Date.parse(at) < FRESH_MS ? [value as ProcessFigures] : [];
  } catch {
    return [];
  }
}

async function withRedis<T>(ask: (client: NonNullable<ReturnType<typeof redis>>) => Promise<T>) {
  try {
    const client = redis();
    return client?.status === 'ready' ? await ask(client) : null;
  } catch (error) {
    log().debug({ error: messageOf(error) }, 'Figures are not exchanged with other processes');
    return null;
  }
}
