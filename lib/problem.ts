import type { AccessErrorCode, CallerErrorCode, FieldErrors } from '@/lib/errors';

export type ProblemCode =
  CallerErrorCode | AccessErrorCode | 'too-many-requests' | 'not-ready' | 'unexpected';

/** A failure as it may leave the server. Pages translate the code; the message is for programs and logs. */
export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
  /** What was expected of each wrong field, by its path: `title.ko`. */
  readonly fields?: FieldErrors;
  readonly retryAfterSeconds?: number;
  /** The number under which the server logged a fault of its own. */
  readonly reference?: string;
}

/** What a server action answers: its own data, or what the caller can do something about. */
export type ActionResult<T extends object = object> =
  ({ readonly ok: true } & T) | { readonly ok: false; readonly error: Problem };
