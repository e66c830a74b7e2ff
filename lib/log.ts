import pino, { type Logger } from 'pino';
import { logEnv } from '@/lib/env';

const KEY = Symbol.for('dalma.log');
const store = globalThis as { [KEY]?: Logger };

/** The process's log: JSON lines on standard error, so that standard output stays free for a program's own answer. */
export function log(): Logger {
  return (store[KEY] ??= pino(
    { level: logEnv().LOG_LEVEL, base: null },
    pino.destination({ fd: 2, sync: true }),
  ));
}
