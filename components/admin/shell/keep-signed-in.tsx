'use client';

import { useEffect } from 'react';

/** Has the session renewed once the page is there: only an action may send the browser its renewed cookie. */
export function KeepSignedIn({ renew }: { renew: () => Promise<void> }) {
  useEffect(() => void renew(), [renew]);
  return null;
}
