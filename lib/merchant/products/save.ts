import { createHash, randomBytes } from 'node:crypto';
import { merchantExists } from '@/db/queries/categories';
import type { JobRow } from '@/db/queries/image-jobs';
import { insertToken, noteProduct, tokenRow } from '@/db/queries/save-tokens';
import { lockAnyProduct, lockProduct, updateProductRow } from '@/db/queries/write-product';
import type { Transaction } from '@/db';
import type { NewProduct, ProductRow, SaveTokenRow } from '@/db/schema';
import { inScope, scopeOf } from '@/lib/auth/scope';
import type { Account, Scope } from '@/lib/auth/types';
import {
  changeCatalogue,
  hasCode,
  insertNewProduct,
  isProductId,
  modelInUse,
  patchedWords,
  requireCategory,
  takenSku,
  unknownProduct,
  wordColumns,
} from '@/lib/catalogue/writing';
import { database } from '@/lib/database';
import { CallerError, messageOf, parseInput } from '@/lib/errors';
import { log } from '@/lib/log';
import { removeUploads } from '@/lib/merchant/pictures/attach-product';
import { attachReady } from '@/lib/merchant/pictures/attach-ready';
import { removeFiles } from '@/lib/merchant/pictures/upload-files';
import { choosePictures } from '@/lib/merchant/products/choose-pictures';
import {
  newProductSchema,
  productPatchSchema,
  type CheckedNewProduct,
  type CheckedPatch,
  type NewProductInput,
  type ProductPatch,
} from '@/lib/merchant/products/save-input';
import { wake } from '@/lib/wake-ups';

/** A product as saved. */
export interface SavedProduct {
  readonly id: number;
  /** Pictures that are shown already, and those still on their way, which will attach themselves. */
  readonly attached: number;
  readonly underWay: number;
}

/**
 * Puts a product into the catalogue with the pictures that are ready; the others attach themselves. Shoppers see it as
 * soon as it has one. An admin says for which merchant.
 * @throws CallerError for wrong input (with `fields`), an unknown category, merchant or picture, a taken sku
 */
export async function saveNewProduct(account: Account, input: NewProductInput): Promise<SavedProduct> {
  const scope = scopeOf(account);
  const merchantId = input.merchantId ?? account.merchantId;
  if (merchantId === null) throw noMerchant('expected one to be chosen');
  if (!inScope(scope, merchantId)) throw noMerchant(`there is no merchant ${merchantId}`);
  return createProduct(merchantId, input);
}

/** What somebody else writes in the transaction that saves, before it. Thrown errors undo all. */
export type Before = (tx: Transaction) => Promise<void>;

/**
 * The same for a merchant who is known without an account: imports. Saved again with the same token there is still one
 * product: as it is if the input is the same, changed to the input if that has been corrected meanwhile (the answer to
 * the first save may have been lost).
 */
export async function createProduct(
  merchantId: number,
  input: NewProductInput,
  first?: Before,
): Promise<SavedProduct> {
  const product = parseInput(newProductSchema, input, 'product');
  const db = database();
  if (!(await merchantExists(db, merchantId))) throw noMerchant(`there is no merchant ${merchantId}`);
  const categoryId = await requireCategory(db, product.categorySlug);
  const row = toRow(product, merchantId, categoryId);
  return save(async (tx) => {
    await first?.(tx);
    const { token, pictures } = product;
    const saved = token === undefined ? undefined : await savedBefore(tx, merchantId, token);
    if (saved) return saveAgain(tx, saved, product, categoryId);
    const id = await insertNewProduct(tx, row);
    if (token !== undefined) await noteProduct(tx, merchantId, token, id, hashOf(product));
    return { id, gone: await choosePictures(tx, { productId: id, merchantId }, pictures) };
  });
}

/**
 * Changes what the patch names. Of the pictures, those named by `image` keep their number and all that is known of them;
 * those not named are taken away.
 * @throws CallerError for wrong input (with `fields`), or a product, category or picture that is not there for this scope
 */
export async function saveProduct(
  scope: Scope,
  id: number,
  patch: ProductPatch,
  first?: Before,
): Promise<SavedProduct> {
  const change = parseInput(productPatchSchema, patch, 'change of a product');
  if (!isProductId(id)) throw unknownProduct(id);
  const { categorySlug } = change;
  const categoryId = categorySlug === undefined ? undefined : await requireCategory(database(), categorySlug);
  return save(async (tx) => {
    await first?.(tx);
    return applyChange(tx, scope, id, change, categoryId);
  });
}

/** What was written: the product, and uploads it no longer has. */
interface Written {
  readonly id: number;
  readonly gone: readonly JobRow[];
}

/** Writes, and attaches what is ready, in one transaction; then removes the files that nobody needs any more. */
async function save(write: (tx: Transaction) => Promise<Written>): Promise<SavedProduct> {
  const model = await modelInUse();
  const { id, gone, unneeded, ...counts } = await changeCatalogue(database(), async (tx, touched) => {
    const written = await write(tx);
    touched(written.id);
    return { ...written, ...(await attachReady(tx, touched, written.id, model)) };
  });
  wake('dalma:picture-states');
  wake('dalma:picture-work');
  await Promise.all([removeUploads(unneeded), ...gone.map(removeFiles)]).catch((error: unknown) =>
    log().warn({ product: id, error: messageOf(error) }, 'Files of uploads that are not needed were left'),
  );
  return { id, ...counts };
}

/** What was saved with this token already; undefined for the first who comes with it. */
async function savedBefore(
  tx: Transaction,
  merchantId: number,
  token: string,
): Promise<SaveTokenRow | undefined> {
  try {
    await insertToken(tx, merchantId, token);
    return undefined;
  } catch (error) {
    if (!hasCode(error, 'ER_DUP_ENTRY')) throw error;
  }
  const saved = await tokenRow(tx, merchantId, token);
  if (!saved) throw new Error(`The token ${token} was there and is gone.`);
  return saved;
}

/** The same input changes nothing, also if the product has been deleted; another is a correction of the first. */
async function saveAgain(
  tx: Transaction,
  saved: SaveTokenRow,
  product: CheckedNewProduct,
  categoryId: number,
): Promise<Written> {
  const { merchantId, token, productId } = saved;
  const hash = hashOf(product);
  if (hash === saved.inputSha256) {
    await lockAnyProduct(tx, productId);
    return { id: productId, gone: [] };
  }
  const written = await applyChange(tx, { merchantId }, productId, product, categoryId);
  await noteProduct(tx, merchantId, token, productId, hash);
  return written;
}

/** By which two inputs are told apart. Checking has put the fields into one order. */
function hashOf(product: CheckedNewProduct): string {
  return createHash('sha256').update(JSON.stringify(product)).digest('hex');
}

async function applyChange(
  tx: Transaction,
  scope: Scope,
  id: number,
  change: CheckedPatch,
  categoryId: number | undefined,
): Promise<Written> {
  const before = await lockProduct(tx, id);
  if (!before || !inScope(scope, before.merchantId)) throw unknownProduct(id);
  await updateFields(tx, before, change, categoryId);
  const owner = { productId: id, merchantId: before.merchantId };
  const { pictures, known } = change;
  return { id, gone: pictures ? await choosePictures(tx, owner, pictures, known) : [] };
}

async function updateFields(
  tx: Transaction,
  before: ProductRow,
  change: CheckedPatch,
  categoryId: number | undefined,
): Promise<void> {
  const { sku, family, priceKrw, stock } = change;
  const columns = { sku, family, priceKrw, stock, categoryId, ...patchedWords(before, change) };
  try {
    await updateProductRow(tx, before.id, columns);
  } catch (error) {
    throw takenSku(error, sku ?? before.sku);
  }
}

function toRow(product: CheckedNewProduct, merchantId: number, categoryId: number): NewProduct {
  const { title, description, priceKrw, stock, family, sku = madeUpSku() } = product;
  return {
    ...{ sku, family, merchantId, categoryId, priceKrw, stock },
    ...wordColumns(title, description),
    createdAt: new Date(),
    pictured: false,
  };
}

/** `P-` and ten characters that nobody confuses: 50 bits, taken by nobody else of a merchant's. */
function madeUpSku(): string {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  return `P-${Array.from(randomBytes(10), (byte) => letters[byte & 31]).join('')}`;
}

function noMerchant(why: string): CallerError {
  return new CallerError('not-found', `The product was not accepted: ${why}.`, {
    fields: { merchantId: why },
  });
}
