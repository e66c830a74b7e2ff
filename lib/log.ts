import pino, { type Logger } from 'pino';
import { logEnv } from '@/lib/env';
import { messageOf } from '@/lib/errors';

const KEY = Symbol.for('dalma.log');
const store = globalThis as { [KEY]?: Logger };

/**
 * The process's log: JSON lines on standard error, so that standard output stays free for a program's own answer.
 * Never fails, since it is what failures are told to: with a wrong `LOG_LEVEL` the level is `info`, and the log says so.
 */
export function log(): Logger {
  return (store[KEY] ??= openLog());
}

function openLog(): Logger {
  const logger = pino({ level: 'info', base: null }, pino.destination({ fd: 2, sync: true }));
  try {
    logger.level = logEnv().LOG_LEVEL;
  } catch (error) {
    logger.warn({ error: messageOf(error) }, 'Logging at the level info');
  }
  return logger;
}
