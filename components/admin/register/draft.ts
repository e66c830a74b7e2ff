import { draftSchema, type Draft, type PictureName, type ProductFields } from '@/lib/merchant/register/types';
import { gonePictures, unsentCount, type FormPicture } from './pictures';

/** What is older nobody means any more. Uploaded pictures are gone after a day already: the form says so and asks for them. */
const KEPT_MS = 7 * 24 * 60 * 60_000;

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What the browser shall keep of the form: words, and of the pictures what the server already has. */
export function draftOf(
  fields: ProductFields,
  pictures: readonly FormPicture[],
  known: readonly PictureName[],
  now: number,
): Draft {
  const kept = pictures.filter(({ job, image }) => job !== null || image !== null);
  return {
    version: 1,
    savedAt: now,
    fields,
    pictures: kept.map(({ name, stored, job, image }) => ({ name, stored, job, image })),
    known: [...known],
    unsent: unsentCount(pictures) + gonePictures(pictures).length,
  };
}

/** Pictures of a draft, as the form shows them; how the jobs are doing is asked for afterwards. */
export function picturesOf(draft: Draft): FormPicture[] {
  return draft.pictures.map((picture, index) => ({
    ...picture,
    key: `draft-${index}`,
    ...{ src: null, file: null },
    phase: picture.image === null ? 'reading' : 'ready',
    sent: 1,
    problem: null,
  }));
}

/** Null when there is none, it is too old, or it is not one of ours. */
export function parseDraft(text: string | null, now: number): Draft | null {
  if (text === null) return null;
  try {
    const draft = draftSchema.safeParse(JSON.parse(text));
    return draft.success && now - draft.data.savedAt < KEPT_MS ? draft.data : null;
  } catch {
    return null;
  }
}

/** False when the browser keeps nothing: storage full, or forbidden. The form then works without a draft. */
export function keepDraft(storage: () => Storage, key: string, draft: Draft): boolean {
  try {
    storage().setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function readDraft(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
}

export function forgetDraft(storage: () => Storage, key: string): void {
  try {
    storage().removeItem(key);
  } catch {
    // Where nothing can be kept there is nothing to forget.
  }
}
