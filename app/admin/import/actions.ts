'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { actionResult, type ActionResult } from '@/lib/action-result';
import { requireAccount, scopeOf } from '@/lib/auth';
import { parseInput } from '@/lib/errors';
import { cancelImport, pauseImport, resumeImport, startImport } from '@/lib/merchant/imports';

const CHANGES = { start: startImport, pause: pauseImport, resume: resumeImport, cancel: cancelImport };

const requestSchema = z.strictObject({
  id: z.int().positive(),
  change: z.enum(['start', 'pause', 'resume', 'cancel']),
});

/** Lets the good rows in, stops, goes on or gives up. */
export async function changeImport(request: unknown): Promise<ActionResult> {
  return actionResult(async () => {
    const account = await requireAccount();
    const { id, change } = parseInput(requestSchema, request, 'change of an import');
    await CHANGES[change](scopeOf(account), id);
    revalidatePath(`/admin/import/${id}`);
    return {};
  });
}
