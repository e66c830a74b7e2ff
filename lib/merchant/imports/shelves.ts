import { allCategories } from '@/db/queries/categories';
import { database } from '@/lib/database';
import type { Shelves } from '@/lib/merchant/imports/check-row';
import { uploadLimits } from '@/lib/merchant/pictures';

/** The categories by slug and by both titles, whatever their case. */
export async function shelves(): Promise<Shelves> {
  const slugs = new Map<string, string>();
  const all = await allCategories(database());
  for (const { slug, titleKo, titleEn } of all)
    for (const called of [titleKo, titleEn]) slugs.set(plain(called), slug);
  for (const { slug } of all) slugs.set(plain(slug), slug);
  return { slugOf: (called) => slugs.get(plain(called)), mostPictures: uploadLimits().pictures };
}

const plain = (called: string) => called.normalize('NFC').trim().toLowerCase();
