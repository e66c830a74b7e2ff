import { unstable_rethrow } from 'next/navigation';
import { callersProblem } from '@/lib/callers-problem';
import type { ActionResult } from '@/lib/problem';

export type { ActionResult };

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
