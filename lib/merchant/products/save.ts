import type { Account, Scope } from '@/lib/auth/types';
import { NotReadyError } from '@/lib/errors';
import type { NewProductInput, ProductPatch } from '@/lib/merchant/products/save-input';

/** A product as saved. */
export interface SavedProduct {
  readonly id: number;
  /** Pictures that are shown already, and those still on their way, which will attach themselves. */
  readonly attached: number;
  readonly underWay: number;
}

/**
 * Puts a product into the catalogue with the pictures that are ready; the others attach themselves. Shoppers see it as
 * soon as it has one.
 * @throws CallerError for wrong input (with `fields`), an unknown category, merchant or picture, a taken sku
 */
export async function saveNewProduct(account: Account, input: NewProductInput): Promise<SavedProduct> {
  throw new NotReadyError(`${account.name} ${JSON.stringify(input)}`);
}

/** The same for a merchant who is known without an account: imports. */
export async function createProduct(merchantId: number, input: NewProductInput): Promise<SavedProduct> {
  throw new NotReadyError(`${merchantId} ${JSON.stringify(input)}`);
}

/**
 * Changes what the patch names. Of the pictures, those named by `image` keep their number and all that is known of them;
 * those not named are taken away.
 * @throws CallerError for wrong input (with `fields`), or a product, category or picture that is not there for this scope
 */
export async function saveProduct(scope: Scope, id: number, patch: ProductPatch): Promise<SavedProduct> {
  throw new NotReadyError(`${JSON.stringify(scope)} ${id} ${JSON.stringify(patch)}`);
}
