'use client';

import { useState } from 'react';
import type { PreviewPicture } from '../preview/network-preview';
import type { FormPicture } from './pictures';

/** The files chosen in this browser, in order: the same list for as long as they are the same, however far they have come. */
export function useOwnFiles(pictures: readonly FormPicture[]): readonly PreviewPicture[] {
  const [kept, setKept] = useState<readonly PreviewPicture[]>([]);
  const now = pictures.flatMap(({ key, file, name }) => (file ? [{ key, file, name }] : []));
  if (sameKeys(kept, now)) return kept;
  setKept(now);
  return now;
}

function sameKeys(a: readonly PreviewPicture[], b: readonly PreviewPicture[]): boolean {
  return a.length === b.length && a.every(({ key }, index) => key === b[index]?.key);
}
