'use client';

import { catchError } from 'next/error';
import type { ReactNode } from 'react';

/** Keeps a failed search for look-alikes from taking the main page with it: `instead` is shown in its place. */
export const HeroBoundary = catchError(HeroFailed);

function HeroFailed({ instead }: { instead: ReactNode }) {
  return instead;
}
