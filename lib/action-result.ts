import { unstable_rethrow } from 'next/navigation';
import { callersProblem, type Problem } from '@/lib/problem';

/** What a server action answers: its own data, or what the caller can do something about. */
export type ActionResult<T extends object = object> =
  ({ readonly ok: true } & T) | { readonly ok: false; readonly error: Problem };

/**
 * Runs the work of a server action. What the caller can mend comes back as a value, so that the form keeps what was
 * typed; faults of ours are logged and come back as `unexpected` with the number they have in the log.
 * `redirect`, `notFound` and their kind pass through.
 */
export async function actionResult<T extends object>(act: () => Promise<T>): Promise<ActionResult<T>> {
  try {
    return { ok: true, ...(await act()) };
  } catch (error) {
    unstable_rethrow(error);
    return { ok: false, error: callersProblem(error) };
  }
}
