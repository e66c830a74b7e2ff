'use server';

import { actionResult } from '@/lib/action-result';
import { requireAccount, scopeOf } from '@/lib/auth';
import { saveForm } from '@/lib/merchant/register';
import type { SaveAnswer } from '@/lib/merchant/register/types';

export async function changeFromForm(id: number, request: unknown): Promise<SaveAnswer> {
  return actionResult(async () => {
    await saveForm(scopeOf(await requireAccount()), id, request);
    return { id };
  });
}
