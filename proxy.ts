import { NextResponse, type NextRequest } from 'next/server';
import { PATH_HEADER } from '@/lib/auth/own-path';

/** Tells the pages of the merchants' side their own address, so that signing in leads back to it. Decides nothing. */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.next({ request: { headers } });
}

export const config = {
  // Pages only: Next keeps the body of whatever passes here in memory, and cuts it off at 10 MB.
  matcher: [
    { source: '/admin/:path*', has: [{ type: 'header', key: 'accept', value: '.*text/html.*' }] },
    {
      source: '/admin/:path*',
      has: [{ type: 'header', key: 'rsc' }],
      missing: [{ type: 'header', key: 'next-action' }],
    },
  ],
};
