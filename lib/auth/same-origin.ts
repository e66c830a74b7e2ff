import { AccessError } from '@/lib/errors';

/**
 * For route handlers that write: refuses what another site's page sent with this browser's cookies. Server actions are
 * checked by Next. Programs, which send no Origin, have no business with cookies either.
 * @throws AccessError `not-allowed`
 */
export function requireSameOrigin(request: Request): void {
  const origin = request.headers.get('origin');
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host');
  if (origin !== null && URL.canParse(origin) && new URL(origin).host === host) return;
  throw new AccessError('not-allowed', 'This request did not come from a page of this site.');
}
