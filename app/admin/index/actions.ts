'use server';

import { z } from 'zod';
import { actionResult, type ActionResult } from '@/lib/action-result';
import { requireAdmin } from '@/lib/auth';
import {
  abortModelChange,
  rebuildEverywhere,
  removeSignatures,
  snapshotEverywhere,
  startModelChange,
  switchModel,
} from '@/lib/engine-room';
import type { CommandOutcome } from '@/lib/engine-room/types';
import { parseInput } from '@/lib/errors';

// Each asks for itself whether an admin is asking, and checks what it is handed: both may be forged.

const modelId = z.string().regex(/^[\w.-]{1,64}$/);
const changeId = z.int().positive();

/** Writes a snapshot in every process that can be told. */
export async function snapshotAction(): Promise<ActionResult<CommandOutcome & { takenAt: string }>> {
  return actionResult(async () => {
    await requireAdmin();
    return snapshotEverywhere();
  });
}

/** Makes the index anew in every process that can be told. */
export async function rebuildAction(): Promise<ActionResult<CommandOutcome>> {
  return actionResult(async () => {
    await requireAdmin();
    return rebuildEverywhere();
  });
}

/** Begins to have all pictures described by another model. */
export async function startChangeAction(model: string): Promise<ActionResult> {
  return actionResult(async () => {
    await requireAdmin();
    return { id: await startModelChange(parseInput(modelId, model, 'model')) };
  });
}

/** Changes over to the model that has described all pictures. */
export async function switchAction(change: number): Promise<ActionResult> {
  return actionResult(async () => {
    await requireAdmin();
    await switchModel(parseInput(changeId, change, 'change'));
    return {};
  });
}

/** Gives the change up. */
export async function abortAction(change: number): Promise<ActionResult> {
  return actionResult(async () => {
    await requireAdmin();
    await abortModelChange(parseInput(changeId, change, 'change'));
    return {};
  });
}

/** Removes what a model that is not in use says of pictures. */
export async function removeSignaturesAction(model: string): Promise<ActionResult> {
  return actionResult(async () => {
    await requireAdmin();
    return { id: await removeSignatures(parseInput(modelId, model, 'model')) };
  });
}
