import { changedSince, shelfState } from '@/db/queries/product-form';
import type { Scope } from '@/lib/auth/types';
import { indexStatus } from '@/lib/catalogue';
import { isProductId } from '@/lib/catalogue/writing';
import { database } from '@/lib/database';
import { CallerError } from '@/lib/errors';
import type { Stage } from '@/lib/merchant/register/types';

/**
 * How far a product has come on its way into other products' recommendations, by the index of this process.
 * @throws CallerError not-found when there is no such product in this scope
 */
export async function stageOf(scope: Scope, id: number): Promise<Stage> {
  // Before the product is read: what is written in between counts as not taken in, never the other way round.
  const { state, lastSeq } = indexStatus();
  const shelf = isProductId(id) ? await shelfState(database(), scope, id) : undefined;
  if (!shelf) throw new CallerError('not-found', `There is no product ${id} of yours.`);
  if (!shelf.pictured) return 'saved';
  if (shelf.stock === 0) return 'sold-out';
  if (state !== 'ready' || (await changedSince(database(), id, lastSeq))) return 'shown';
  return 'found';
}
