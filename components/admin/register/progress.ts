import { countOf, type FormPicture } from './pictures';

/** How the pictures are doing altogether; what the save bar shows and the screen reader hears. */
export interface Progress {
  readonly total: number;
  readonly unsent: number;
  readonly reading: number;
  readonly ready: number;
  readonly failed: number;
}

export function progressOf(pictures: readonly FormPicture[]): Progress {
  return {
    total: pictures.length,
    unsent: countOf(pictures, 'queued', 'uploading'),
    reading: countOf(pictures, 'reading'),
    ready: countOf(pictures, 'ready'),
    failed: countOf(pictures, 'failed'),
  };
}
