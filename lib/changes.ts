import { onWake, wake } from '@/lib/wake-ups';

/** Tells every follower of the change log, here and elsewhere, that it has grown. Never fails and never waits. */
export function announceChange(): void {
  wake('dalma:changes');
}

/** Calls `listener` at each announcement until the returned function is called. Never fails. */
export function onChange(listener: () => void): () => void {
  return onWake('dalma:changes', listener);
}
