import { callersProblem } from '@/lib/callers-problem';
import type { ProblemCode } from '@/lib/problem';

const STATUS: Readonly<Record<ProblemCode, number>> = {
  'invalid-input': 400,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'https-needed': 403,
  'not-allowed': 403,
  'not-found': 404,
  'already-exists': 409,
  'too-many-requests': 429,
  'bad-configuration': 500,
  unexpected: 500,
  'not-ready': 503,
};

/** What a route handler answers when something was thrown: `{ error: { code, message } }` with the fitting status. */
export function errorResponse(error: unknown): Response {
  const problem = callersProblem(error);
  const headers = new Headers({ 'cache-control': 'no-store' });
  if (problem.retryAfterSeconds !== undefined) headers.set('retry-after', String(problem.retryAfterSeconds));
  return Response.json({ error: problem }, { status: STATUS[problem.code], headers });
}
