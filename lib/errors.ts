import type { z } from 'zod';

/**
 * Kinds of failure, told apart because each has another addressee:
 * CallerError – the request or input was wrong: show the message to whoever made it (HTTP 4xx).
 * AccessError – nobody is signed in, or wrongly (HTTP 401), or somebody who may not do this (HTTP 403).
 * TooManyRequests – a limit is used up: try again after a while (HTTP 429).
 * NotReadyError – right request, wrong moment: try again later (HTTP 503).
 * DalmaError – everything of ours that is neither: a fault to be mended, never shown to a visitor (HTTP 500).
 */
export class DalmaError extends Error {
  override readonly name: string = 'DalmaError';
}

export type CallerErrorCode = 'invalid-input' | 'not-found' | 'already-exists' | 'bad-configuration';

/** What was expected of each wrong field, by the field's path: `title.ko`. */
export type FieldErrors = Readonly<Record<string, string>>;

export class CallerError extends DalmaError {
  override readonly name = 'CallerError';
  readonly fields: FieldErrors | undefined;
  constructor(
    readonly code: CallerErrorCode,
    message: string,
    options?: ErrorOptions & { readonly fields?: FieldErrors },
  ) {
    super(message, options);
    this.fields = options?.fields;
  }
}

export type AccessErrorCode = 'not-signed-in' | 'not-allowed' | 'wrong-credentials' | 'https-needed';

export class AccessError extends DalmaError {
  override readonly name = 'AccessError';
  constructor(
    readonly code: AccessErrorCode,
    message: string,
  ) {
    super(message);
  }
}

export class TooManyRequests extends DalmaError {
  override readonly name = 'TooManyRequests';
  readonly code = 'too-many-requests';
  constructor(readonly retryAfterSeconds: number) {
    super(`Too many requests: try again in ${retryAfterSeconds} seconds.`);
  }
}

export class NotReadyError extends DalmaError {
  override readonly name = 'NotReadyError';
}

/** Parses `input`, or throws a CallerError that names every wrong field of `what` and what was expected there. */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown, what: string): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new CallerError('invalid-input', `The ${what} was not accepted. ${describeIssues(result.error)}`, {
    fields: fieldErrors(result.error),
  });
}

/** The first message of each wrong field. */
export function fieldErrors(error: z.ZodError): FieldErrors {
  return Object.fromEntries(
    error.issues.map(({ path, message }) => [path.join('.') || 'input', message] as const).reverse(),
  );
}

/** `title.ko: …; stock: …` */
export function describeIssues(error: z.ZodError): string {
  const lines = error.issues.map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`);
  return `Correct and try again: ${lines.join('; ')}.`;
}

/** The message of anything thrown, with the causes behind it (drivers hide the telling part there). */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const own = error.message || code || error.name;
  return error.cause === undefined ? own : `${own}: ${messageOf(error.cause)}`;
}
