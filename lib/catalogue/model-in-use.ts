import type { Queryable } from '@/db';
import { lastSwitchedTo } from '@/db/queries/model-changes';
import { database } from '@/lib/database';
import { modelEnv } from '@/lib/env';
import { log } from '@/lib/log';
import { DEFAULT_MODEL_ID, knownModel, knownModels } from '@/lib/vision';

const KEY = Symbol.for('dalma.gone-models');
const store = globalThis as { [KEY]?: Set<string> };

/**
 * The network by which pictures are described and compared: the one last changed over to; before there was a change, or
 * if that network is gone from the manifest, the environment's.
 * @throws ModelError for a `MODEL_ID` that no manifest knows
 */
export async function modelInUse(db: Queryable = database()): Promise<string> {
  const switchedTo = await lastSwitchedTo(db);
  if (switchedTo === undefined) return configuredModel();
  if (knownModels().some(({ entry }) => entry.id === switchedTo)) return switchedTo;
  const instead = configuredModel();
  warnOnce(switchedTo, instead);
  return instead;
}

/** What is used before the network was ever changed: `MODEL_ID`, else the manifest's first. */
export function configuredModel(): string {
  return knownModel(modelEnv().MODEL_ID ?? DEFAULT_MODEL_ID).entry.id;
}

function warnOnce(gone: string, instead: string): void {
  const said = (store[KEY] ??= new Set());
  if (said.has(gone)) return;
  said.add(gone);
  log().warn(
    { gone, instead },
    `The shop was changed over to the model ${gone}, which no manifest knows any more; ${instead} is used instead. ` +
      'Put the model back (models/README.md), or run `npm run db:describe` to have every picture described by the one in use',
  );
}
