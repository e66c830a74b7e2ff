import { countUndescribed } from '@/db/queries/undescribed';
import { modelInUse } from '@/lib/catalogue/model-in-use';
import { database } from '@/lib/database';
import type { Progress } from '@/scripts/seed-progress';

/**
 * Has the model in use look at the pictures it has not seen. Run again after any interruption it goes on from there;
 * where none is missing it loads no network.
 * @returns how many pictures it described
 */
export async function describeMissing(progress: (what: string, total: number) => Progress): Promise<number> {
  const total = await countUndescribed(database(), await modelInUse());
  if (total === 0) return 0;
  const { describePictures } = await import('@/lib/catalogue/describe-pictures');
  const shown = progress('Describing pictures', total);
  try {
    return await describePictures({ onStep: ({ pictures }) => shown.step(pictures) });
  } finally {
    shown.end();
  }
}
