import {
  insertModelChange,
  lockNewestModelChange,
  moveModelChange,
  newestModelChange,
  UNDER_WAY,
  type ModelChangeState,
} from '@/db/queries/model-changes';
import { countShownPictures } from '@/db/queries/undescribed';
import type { ModelChangeRow } from '@/db/schema';
import { modelInUse } from '@/lib/catalogue/model-in-use';
import { announceChange } from '@/lib/changes';
import { database } from '@/lib/database';
import { CallerError } from '@/lib/errors';
import { knownModels, modelPresence } from '@/lib/vision';

/** States from which a change can still be given up. */
const CAN_ABORT: readonly ModelChangeState[] = ['describing', 'described', 'switching'];

/**
 * Has all pictures described by another network, in the background, while the present one serves. Nothing else changes
 * until `switchModel`.
 * @returns the number of the change
 * @throws CallerError for a network that is unknown, in use already, or not on this machine; or if a change is under way
 */
export async function startModelChange(toModel: string): Promise<number> {
  await requirePresent(toModel);
  return begin(toModel, 'describing');
}

/**
 * Has every process change over to the network that has described the pictures, as soon as it has seen the newest too.
 * @throws CallerError unless a change is at that point
 */
export async function switchModel(id: number): Promise<void> {
  await move(id, ['described'], 'switching', 'there is no change of the model that is ready for it');
}

/**
 * Gives the change up: what the new network has said of pictures is removed, in the background.
 * @throws CallerError unless a change is under way
 */
export async function abortModelChange(id: number): Promise<void> {
  await move(id, CAN_ABORT, 'removing', 'there is no change of the model under way');
}

/**
 * Removes all that a network has said of pictures, in the background. Its file stays.
 * @returns the number under which it is done
 * @throws CallerError for the network in use, or if a change is under way
 */
export async function removeSignatures(modelId: string): Promise<number> {
  return begin(modelId, 'removing');
}

/** The newest change, whatever became of it. */
export function newestChange(): Promise<ModelChangeRow | undefined> {
  return newestModelChange(database());
}

async function begin(toModel: string, state: 'describing' | 'removing'): Promise<number> {
  const db = database();
  const totalPictures = state === 'describing' ? await countShownPictures(db) : 0;
  const id = await db.transaction(
    async (tx) => {
      const newest = await lockNewestModelChange(tx);
      if (newest && UNDER_WAY.includes(newest.state)) throw underWay(newest);
      const fromModel = await modelInUse(tx);
      if (fromModel === toModel) throw inUse(toModel);
      return insertModelChange(tx, { fromModel, toModel, state, totalPictures });
    },
    { isolationLevel: 'read committed' },
  );
  announceChange();
  return id;
}

async function move(
  id: number,
  from: readonly ModelChangeState[],
  to: ModelChangeState,
  otherwise: string,
): Promise<void> {
  if (!(await moveModelChange(database(), id, from, to)))
    throw new CallerError('not-found', `This cannot be done: ${otherwise}. Look at the page again.`);
  announceChange();
}

async function requirePresent(id: string): Promise<void> {
  const model = knownModels().find(({ entry }) => entry.id === id);
  if (!model) throw new CallerError('not-found', `No model is called ${id}. See models/README.md.`);
  const presence = await modelPresence(model);
  if (presence.state !== 'present') throw new CallerError('invalid-input', presence.message);
}

function underWay({ toModel }: ModelChangeRow): CallerError {
  return new CallerError(
    'already-exists',
    `A change of the model is under way, to ${toModel}. Wait for its end, or give it up first.`,
  );
}

function inUse(id: string): CallerError {
  return new CallerError('invalid-input', `The model ${id} is in use. Choose another one.`);
}
