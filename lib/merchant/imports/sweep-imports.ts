import { cancelForgotten, usedFileKeys } from '@/db/queries/imports';
import { database } from '@/lib/database';
import { log } from '@/lib/log';
import { IMPORTS } from '@/lib/merchant/imports/runs';
import { storage } from '@/lib/storage';

/** What nobody has started or gone on with for a week was given up. */
export const FORGOTTEN_MS = 7 * 24 * 3_600_000;
/** A file without a run may be one whose row is just being written. */
const HOUR_MS = 3_600_000;

/** Cancels imports that have waited for their merchant for so long, and removes the files that no open import has. */
export async function sweepImports(ageMs: number): Promise<void> {
  const cancelled = await cancelForgotten(database(), new Date(Date.now() - ageMs));
  if (cancelled > 0) log().info({ imports: cancelled }, 'Cancelled imports that nobody went on with');
  const old = await storage().olderThan(IMPORTS, new Date(Date.now() - HOUR_MS));
  const used = await usedFileKeys(database(), old);
  for (const key of old) if (!used.has(key)) await storage().delete(key);
}
