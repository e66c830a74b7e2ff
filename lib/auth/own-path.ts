/** Where somebody goes after signing in when they came from nowhere. */
export const FIRST_PAGE = '/admin/products';

/** The request header in which `proxy.ts` tells pages their own address. */
export const PATH_HEADER = 'x-dalma-path';

const SIGN_IN = '/sign-in';
/** Any origin will do: what resolves to another one is not ours. */
const HERE = 'http://here.invalid';

/** `next` if it is an address within this site, else null: a link to the sign-in page must not lead elsewhere. */
export function ownPath(next: unknown): string | null {
  if (typeof next !== 'string' || !next.startsWith('/') || !URL.canParse(next, HERE)) return null;
  const { origin, pathname, search } = new URL(next, HERE);
  // A second slash would make it another site's address once more.
  if (origin !== HERE || pathname.startsWith('//') || pathname === SIGN_IN) return null;
  return pathname + search;
}

export function signInHref(next: string | null): string {
  return next === null ? SIGN_IN : `${SIGN_IN}?${new URLSearchParams({ next })}`;
}
