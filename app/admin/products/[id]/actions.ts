'use server';

import { actionResult } from '@/lib/action-result';
import { requireAccount, scopeOf } from '@/lib/auth';
import { deleteProducts, restoreProducts } from '@/lib/merchant/products';
import type { ProductsChanged } from '@/lib/merchant/products/types';
import { saveForm } from '@/lib/merchant/register';
import type { SaveAnswer } from '@/lib/merchant/register/types';
import type { ActionResult } from '@/lib/problem';

export async function changeFromForm(id: number, request: unknown): Promise<SaveAnswer> {
  return actionResult(async () => {
    await saveForm(scopeOf(await requireAccount()), id, request);
    return { id };
  });
}

// Unlike the table's, these do not draw the page anew: its product would not be found any more.

export async function deleteFromForm(id: number): Promise<ActionResult<ProductsChanged>> {
  return actionResult(async () => deleteProducts(scopeOf(await requireAccount()), [id]));
}

export async function restoreFromForm(id: number): Promise<ActionResult<ProductsChanged>> {
  return actionResult(async () => restoreProducts(scopeOf(await requireAccount()), [id]));
}
