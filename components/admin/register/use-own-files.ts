'use client';

import { useState } from 'react';
import type { PreviewPicture } from '../preview/network-preview';
import type { FormPicture } from './pictures';

/** Problems of the file itself: a browser can show no more of it than the server could. */
const UNREADABLE = new Set([
  'empty',
  'damaged',
  'unsupported-format',
  'heic',
  'too-many-pixels',
  'too-many-bytes',
]);

/** The pictures chosen in this browser, in order: the same list for as long as they are the same, however far they have come. */
export function useOwnFiles(pictures: readonly FormPicture[]): readonly PreviewPicture[] {
  const [kept, setKept] = useState<readonly PreviewPicture[]>([]);
  const now = pictures.flatMap(({ key, file, name, problem }) =>
    file && !UNREADABLE.has(problem ?? '') ? [{ key, file, name }] : [],
  );
  if (sameKeys(kept, now)) return kept;
  setKept(now);
  return now;
}

function sameKeys(a: readonly PreviewPicture[], b: readonly PreviewPicture[]): boolean {
  return a.length === b.length && a.every(({ key }, index) => key === b[index]?.key);
}
