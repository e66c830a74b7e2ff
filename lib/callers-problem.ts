import { randomUUID } from 'node:crypto';
import { AccessError, CallerError, messageOf, NotReadyError, TooManyRequests } from '@/lib/errors';
import { log } from '@/lib/log';
import type { Problem } from '@/lib/problem';

/** What to tell whoever asked. Anything that is not theirs to mend is logged, and only its number told. */
export function callersProblem(error: unknown): Problem {
  if (error instanceof CallerError && error.code !== 'bad-configuration') {
    return { code: error.code, message: error.message, ...(error.fields && { fields: error.fields }) };
  }
  if (error instanceof AccessError) return { code: error.code, message: error.message };
  if (error instanceof NotReadyError) return { code: 'not-ready', message: error.message };
  if (error instanceof TooManyRequests) {
    const { code, message, retryAfterSeconds } = error;
    return { code, message, retryAfterSeconds };
  }
  return unexpected(error);
}

function unexpected(error: unknown): Problem {
  const reference = randomUUID().slice(0, 8);
  const stack = error instanceof Error ? error.stack : undefined;
  log().error({ reference, error: messageOf(error), stack }, 'A request failed');
  return {
    code: 'unexpected',
    message: `Something failed on our side; the log has it under ${reference}.`,
    reference,
  };
}
