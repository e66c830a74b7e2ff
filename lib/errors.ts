import type { z } from 'zod';

/**
 * Three kinds of failure, told apart because each has another addressee:
 * CallerError – the request or input was wrong: show the message to whoever made it (HTTP 4xx).
 * NotReadyError – right request, wrong moment: try again later (HTTP 503).
 * DalmaError – everything of ours that is neither: a fault to be mended, never shown to a visitor (HTTP 500).
 */
export class DalmaError extends Error {
  override readonly name: string = 'DalmaError';
}

export type CallerErrorCode = 'invalid-input' | 'not-found' | 'already-exists' | 'bad-configuration';

export class CallerError extends DalmaError {
  override readonly name = 'CallerError';
  /** What is wrong with which field of a form, where one can tell: `title.ko` → what was expected. */
  readonly fields?: Readonly<Record<string, string>>;
  constructor(
    readonly code: CallerErrorCode,
    message: string,
    options: ErrorOptions & { readonly fields?: Readonly<Record<string, string>> } = {},
  ) {
    super(message, options);
    this.fields = options.fields;
  }
}

export class NotReadyError extends DalmaError {
  override readonly name = 'NotReadyError';
}

/** Parses `input`, or throws a CallerError that names every wrong field of `what` and what was expected there. */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown, what: string): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const message = `The ${what} was not accepted. ${describeIssues(result.error)}`;
  throw new CallerError('invalid-input', message, { fields: fieldsOf(result.error) });
}

function fieldsOf(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map((issue) => [issue.path.join('.') || 'input', issue.message]));
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
