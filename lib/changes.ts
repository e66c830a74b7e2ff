import { EventEmitter } from 'node:events';
import { redisEnv } from '@/lib/env';
import { messageOf } from '@/lib/errors';
import { log } from '@/lib/log';
import { openRedis, redis } from '@/lib/redis';

/**
 * Wake-up messages: "the catalogue changed, look at the log". They only make things faster, nothing depends on their
 * arrival: followers of the log look twice a second anyway. Within the process they always arrive; with `REDIS_URL`
 * also in every other process.
 */

const CHANNEL = 'dalma:changes';
const KEY = Symbol.for('dalma.changes');
const store = globalThis as { [KEY]?: Announcements };

interface Announcements {
  readonly emitter: EventEmitter;
  /** Said already that messages do not leave this process. */
  warned: boolean;
}

/** Tells every follower, here and elsewhere. Never fails and never waits: what it tells of is committed already. */
export function announceChange(): void {
  announcements().emitter.emit(CHANNEL);
  try {
    const client = redis();
    if (client?.status === 'ready') client.publish(CHANNEL, '').catch(() => {});
  } catch (error) {
    warnOnce(error);
  }
}

/** Calls `wake` at each announcement until the returned function is called. Never fails. */
export function onChange(wake: () => void): () => void {
  const { emitter } = announcements();
  emitter.on(CHANNEL, wake);
  const stopRemote = subscribe(wake);
  return () => {
    emitter.off(CHANNEL, wake);
    stopRemote();
  };
}

function subscribe(wake: () => void): () => void {
  try {
    const { REDIS_URL } = redisEnv();
    if (REDIS_URL === undefined) return () => {};
    const client = openRedis(REDIS_URL);
    client.on('message', wake);
    client.on('ready', () => void client.subscribe(CHANNEL).catch(() => {}));
    return () => client.disconnect();
  } catch (error) {
    warnOnce(error);
    return () => {};
  }
}

function warnOnce(error: unknown): void {
  const state = announcements();
  if (!state.warned)
    log().warn({ error: messageOf(error) }, 'Changes are not announced to other processes; they will poll');
  state.warned = true;
}

function announcements(): Announcements {
  return (store[KEY] ??= { emitter: new EventEmitter().setMaxListeners(0), warned: false });
}
