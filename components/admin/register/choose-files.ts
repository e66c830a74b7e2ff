import type { UploadLimits } from '@/lib/merchant/pictures/types';

export interface Refused<F> {
  readonly file: F;
  readonly problem: 'empty' | 'too-many-bytes' | 'unsupported-format' | 'too-many-pictures';
}

/** What of a file can be seen without opening it. */
interface Seen {
  readonly name: string;
  readonly size: number;
  readonly type: string;
}

/**
 * Leaves out what would obviously be refused, before anything is sent. Only what is beyond doubt: the server looks at
 * the content, and has the last word.
 * @param taken how many pictures there are already
 */
export function chooseFiles<F extends Seen>(files: readonly F[], taken: number, limits: UploadLimits) {
  const accepted: F[] = [];
  const refused: Refused<F>[] = [];
  for (const file of files) {
    const problem = problemOf(file, limits) ?? problemOfCount(taken + accepted.length, limits);
    if (problem) refused.push({ file, problem });
    else accepted.push(file);
  }
  return { accepted, refused };
}

function problemOf(file: Seen, { bytes }: UploadLimits): Refused<Seen>['problem'] | null {
  if (!mayBePicture(file)) return 'unsupported-format';
  if (file.size === 0) return 'empty';
  return file.size > bytes ? 'too-many-bytes' : null;
}

function problemOfCount(count: number, { pictures }: UploadLimits): Refused<Seen>['problem'] | null {
  return count >= pictures ? 'too-many-pictures' : null;
}

/** Some systems know no type for HEIC or AVIF: an unknown type is given the benefit of the doubt. */
function mayBePicture({ type }: Seen): boolean {
  return type === '' || type === 'application/octet-stream' || type.startsWith('image/');
}
