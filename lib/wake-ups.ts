import { EventEmitter } from 'node:events';
import { redisEnv } from '@/lib/env';
import { messageOf } from '@/lib/errors';
import { log } from '@/lib/log';
import { openRedis, redis } from '@/lib/redis';

/**
 * Wake-up messages without content: "look at the database". They only make things faster, nothing depends on their
 * arrival: whoever is woken by them also looks by itself. Within the process they always arrive; with `REDIS_URL` also
 * in every other process.
 */

/** What to look at: the change log; pictures that wait to be worked; pictures whose state changed. */
export type Channel = 'dalma:changes' | 'dalma:picture-work' | 'dalma:picture-states';

const KEY = Symbol.for('dalma.wake-ups');
const store = globalThis as { [KEY]?: WakeUps };

interface WakeUps {
  readonly emitter: EventEmitter;
  /** Said already that messages do not leave this process. */
  warned: boolean;
}

/** Wakes everybody who listens, here and elsewhere. Never fails and never waits: what it tells of is committed already. */
export function wake(channel: Channel): void {
  wakeUps().emitter.emit(channel);
  try {
    const client = redis();
    if (client?.status === 'ready') client.publish(channel, '').catch(() => {});
  } catch (error) {
    warnOnce(error);
  }
}

/** Calls `listener` at each message until the returned function is called. Never fails. */
export function onWake(channel: Channel, listener: () => void): () => void {
  const { emitter } = wakeUps();
  emitter.on(channel, listener);
  const stopRemote = subscribe(channel, listener);
  return () => {
    emitter.off(channel, listener);
    stopRemote();
  };
}

function subscribe(channel: Channel, listener: () => void): () => void {
  try {
    const { REDIS_URL } = redisEnv();
    if (REDIS_URL === undefined) return () => {};
    const client = openRedis(REDIS_URL);
    client.on('message', listener);
    client.on('ready', () => void client.subscribe(channel).catch(() => {}));
    return () => client.disconnect();
  } catch (error) {
    warnOnce(error);
    return () => {};
  }
}

function warnOnce(error: unknown): void {
  const state = wakeUps();
  if (!state.warned)
    log().warn({ error: messageOf(error) }, 'Messages do not reach other processes; they will poll');
  state.warned = true;
}

function wakeUps(): WakeUps {
  return (store[KEY] ??= { emitter: new EventEmitter().setMaxListeners(0), warned: false });
}
