import type { Database } from '@/db';
import { lastSignedImage } from '@/db/queries/index-entries';
import { scanVectors } from '@/db/queries/similar';
import type { FeatureFile } from '@/lib/catalogue/feature-file';
import { keepFeatures } from '@/lib/catalogue/keep-features';
import { openFeatureFile } from '@/lib/catalogue/open-feature-file';
import { isWhole, RERANKERS, type Reranker } from '@/lib/catalogue/reranker';
import { kindsOf, searchSettings } from '@/lib/catalogue/search-settings';
import { messageOf } from '@/lib/errors';
import { log } from '@/lib/log';

/** Few enough that a request never waits long for the writing. */
const CHUNK = 500;
const PROGRESS_EVERY_MS = 10_000;

/**
 * Copies into the feature files, where there are to be any, what they do not have of the model's pictures yet, so that
 * searches need not wait for that one by one. Goes on where the last one ended; pictures registered later come into the
 * files when a search first needs them. Whatever goes wrong is said in the log, and costs nothing but that.
 */
export async function fillFeatureFile(db: Database, modelId: string, signal: AbortSignal): Promise<void> {
  const { reranker, source } = searchSettings();
  if (source !== 'file') return;
  try {
    for (const kind of kindsOf(reranker)) await fillOne(db, modelId, RERANKERS[kind], signal);
  } catch (error) {
    if (!signal.aborted) log().warn({ error: messageOf(error) }, 'The feature file could not be filled');
  }
}

async function fillOne(
  db: Database,
  modelId: string,
  reranker: Reranker,
  signal: AbortSignal,
): Promise<void> {
  const { name, bytes } = reranker;
  const file = await openFeatureFile(db, { modelId, name, payloadBytes: bytes });
  if (!file) return;
  try {
    await fill(db, file, reranker, signal);
  } finally {
    file.close();
  }
}

async function fill(db: Database, file: FeatureFile, reranker: Reranker, signal: AbortSignal): Promise<void> {
  const { modelId } = file.kind;
  const last = await lastSignedImage(db, modelId);
  const startedAt = performance.now();
  let saidAt = startedAt;
  const begun = file.mark.filledTo;
  for (let after = begun; !signal.aborted;) {
    const rows = await scanVectors(db, modelId, reranker.name, after, CHUNK);
    const whole = rows.filter(({ imageId, bytes }) => isWhole(reranker, imageId, bytes));
    if (!(await keepFeatures(db, file, whole))) return;
    after = rows.at(-1)?.imageId ?? after;
    // No further than the last that has its bytes: a former version's pictures get theirs later.
    file.note({ filledTo: after });
    if (rows.length < CHUNK) break;
    if (performance.now() - saidAt < PROGRESS_EVERY_MS) continue;
    saidAt = performance.now();
    log().info({ percent: Math.floor((100 * after) / last) }, 'Filling the feature file');
  }
  const ms = Math.round(performance.now() - startedAt);
  if (begun < file.mark.filledTo)
    log().info({ pictures: file.mark.filledTo, ms }, 'The feature file is filled');
}
