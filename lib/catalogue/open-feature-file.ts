import path from 'node:path';
import type { Database } from '@/db';
import { FeatureFile, type FeatureKind } from '@/lib/catalogue/feature-file';
import { moveHorizon } from '@/lib/catalogue/keep-features';
import { LogRestarted } from '@/lib/catalogue/log-position';
import { indexEnv } from '@/lib/env';
import { messageOf } from '@/lib/errors';
import { log } from '@/lib/log';

/**
 * The feature file of this machine, in `INDEX_DIR`. Picture numbers mean something in one database only: a file whose
 * mark is not in this database's change log is removed. Null when the disk allows no file, which is said in the log.
 */
export async function openFeatureFile(db: Database, kind: FeatureKind): Promise<FeatureFile | null> {
  const file = tryOpen(kind);
  if (!file) return null;
  try {
    await moveHorizon(db, file);
    return file;
  } catch (error) {
    if (!(error instanceof LogRestarted)) {
      file.close();
      throw error;
    }
    return file.discard(error.message) ? openFeatureFile(db, kind) : null;
  }
}

function tryOpen(kind: FeatureKind): FeatureFile | null {
  const file = path.join(
    path.resolve(/* turbopackIgnore: true */ indexEnv().INDEX_DIR),
    kind.modelId,
    `${kind.name}.bin`,
  );
  try {
    return FeatureFile.open(file, kind);
  } catch (error) {
    log().error(
      { file, error: messageOf(error) },
      'There can be no feature file; the database is asked instead',
    );
    return null;
  }
}
