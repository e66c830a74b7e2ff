'use client';

import { useState } from 'react';
import type { PictureName } from '@/lib/merchant/register/types';
import { knownWith, type FormPicture } from './pictures';

/** All pictures that the form has ever had, those taken away among them. */
export function useKnownPictures(
  before: readonly PictureName[],
  pictures: readonly FormPicture[],
): readonly PictureName[] {
  const [known, setKnown] = useState(before);
  const now = knownWith(known, pictures);
  if (now !== known) setKnown(now);
  return now;
}
