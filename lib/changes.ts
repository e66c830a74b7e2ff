import { EventEmitter } from 'node:events';
import { redisEnv } from '@/lib/env';
import { openRedis, redis } from '@/lib/redis';

/**
 * Wake-up messages: "the catalogue changed, look at the log". They only make things faster, nothing depends on their
 * arrival: followers of the log look twice a second anyway. Within the process they always arrive; with `REDIS_URL`
 * also in every other process.
 */

const CHANNEL = 'dalma:changes';
const KEY = Symbol.for('dalma.changes');
const store = globalThis as { [KEY]?: EventEmitter };

/** Tells every follower, here and elsewhere. Never fails and never waits. */
export function announceChange(): void {
  emitter().emit(CHANNEL);
  const client = redis();
  if (client?.status === 'ready') client.publish(CHANNEL, '').catch(() => {});
}

/** Calls `wake` at each announcement until the returned function is called. */
export function onChange(wake: () => void): () => void {
  emitter().on(CHANNEL, wake);
  const stopRemote = subscribe(wake);
  return () => {
    emitter().off(CHANNEL, wake);
    stopRemote();
  };
}

function subscribe(wake: () => void): () => void {
  const { REDIS_URL } = redisEnv();
  if (REDIS_URL === undefined) return () => {};
  const client = openRedis(REDIS_URL);
  client.on('message', wake);
  client.on('ready', () => void client.subscribe(CHANNEL).catch(() => {}));
  return () => client.disconnect();
}

function emitter(): EventEmitter {
  return (store[KEY] ??= new EventEmitter().setMaxListeners(0));
}
