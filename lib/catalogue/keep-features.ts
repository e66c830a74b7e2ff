import type { Database } from '@/db';
import type { FeatureFile } from '@/lib/catalogue/feature-file';
import { checkSameLog, horizonOf, LogRestarted } from '@/lib/catalogue/log-position';

/** What a picture is compared by, as the database has it. */
export interface VectorRow {
  readonly imageId: number;
  readonly bytes: Uint8Array;
}

/**
 * Writes into the file what the database has just told. If the database was restored or replaced since the file was
 * opened, the file is removed instead: what it holds may be of other pictures.
 * @returns whether it was written
 */
export async function keepFeatures(
  db: Database,
  file: FeatureFile,
  rows: readonly VectorRow[],
): Promise<boolean> {
  if (rows.length === 0 || !file.writable) return file.writable;
  try {
    if (!(await moveHorizon(db, file))) return false;
  } catch (error) {
    if (!(error instanceof LogRestarted)) throw error;
    file.discard(error.message);
    return false;
  }
  for (const { imageId, bytes } of rows) file.write(imageId, bytes);
  return file.writable;
}

/**
 * Moves the file's horizon to the log's present end. The new one is read before the old one is looked for: should the
 * database be replaced meanwhile, either the old one is not found, or the new one will not be found the next time.
 * @returns whether what was read before may be written: not while the log is empty, nor if the file had no horizon yet
 * @throws LogRestarted if the file's horizon is not in the log
 */
export async function moveHorizon(db: Database, file: FeatureFile): Promise<boolean> {
  const now = await horizonOf(db);
  const { horizon } = file.mark;
  await checkSameLog(db, { seq: horizon?.seq ?? 0, horizon });
  file.note({ horizon: now });
  return horizon !== null && now !== null;
}
