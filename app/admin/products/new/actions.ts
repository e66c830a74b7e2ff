'use server';

import { actionResult } from '@/lib/action-result';
import { requireAccount } from '@/lib/auth';
import { saveNewForm } from '@/lib/merchant/register';
import type { SaveAnswer } from '@/lib/merchant/register/types';

/** @param opened for whom the form was opened, and its token: whatever it says is checked against who asks */
export async function registerFromForm(
  opened: { readonly merchantId: number | null; readonly token: string },
  request: unknown,
): Promise<SaveAnswer> {
  return actionResult(async () => ({ id: await saveNewForm(await requireAccount(), opened, request) }));
}
