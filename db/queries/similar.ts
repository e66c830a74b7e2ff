import { and, asc, between, eq, gt, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import { alias, type MySqlColumn, type MySqlTable } from 'drizzle-orm/mysql-core';
import type { Queryable } from '@/db';
import { cardColumns, firstPicture, type CardRow } from '@/db/queries/cards';
import { onShow } from '@/db/queries/on-show';
import { category, feature, intensity, merchant, product, productImage, signature } from '@/db/schema';

/** What pictures are compared by. */
export type VectorKind = 'features' | 'intensities';

/** Prices in won, both ends included. */
export interface PriceRange {
  readonly from: number;
  readonly to: number;
}

interface VectorTable {
  readonly table: MySqlTable;
  readonly imageId: MySqlColumn;
  readonly modelId: MySqlColumn;
  readonly bytes: SQL<Uint8Array>;
}

const VECTORS: Readonly<Record<VectorKind, VectorTable>> = {
  features: {
    table: feature,
    imageId: feature.imageId,
    modelId: feature.modelId,
    bytes: sql<Uint8Array>`${feature.featureBits}`,
  },
  intensities: {
    table: intensity,
    imageId: intensity.imageId,
    modelId: intensity.modelId,
    bytes: sql<Uint8Array>`${intensity.intensities}`,
  },
};

/** The picture whose bytes are compared, which need not be the one on the card. */
const found = alias(productImage, 'found');

/**
 * The number comes first in the list of columns, where both servers take the word that has them join in the order
 * written. Left to itself MariaDB begins with every category and merchant of a small catalogue, not with the few pictures.
 */
const joinedInOrder = sql<number>`straight_join ${found.id}`.mapWith(Number);

/** What a search by a product starts from: the signature of its first picture. To be executed with `productId`. */
export function prepareQueryPicture(db: Queryable, modelId: string) {
  return db
    .select({ imageId: productImage.id, topFilters: signature.topFilters })
    .from(product)
    .innerJoin(productImage, eq(productImage.productId, product.id))
    .innerJoin(signature, signatureOf(modelId))
    .where(shownPictures(sql.placeholder('productId')))
    .orderBy(asc(productImage.position))
    .limit(1)
    .prepare();
}

/** The same, with what the picture is compared by. */
export async function queryVector(db: Queryable, modelId: string, kind: VectorKind, productId: number) {
  const { table, bytes, ...vector } = VECTORS[kind];
  const [row] = await db
    .select({
      imageId: productImage.id,
      topFilters: signature.topFilters,
      bytes: sql<Uint8Array | null>`${bytes}`,
    })
    .from(product)
    .innerJoin(productImage, eq(productImage.productId, product.id))
    .innerJoin(signature, signatureOf(modelId))
    .leftJoin(table, and(eq(vector.imageId, productImage.id), eq(vector.modelId, modelId)))
    .where(shownPictures(productId))
    .orderBy(asc(productImage.position))
    .limit(1);
  return row;
}

export interface FoundRow extends CardRow {
  imageId: number;
}

export interface CandidateRow extends FoundRow {
  bytes: Uint8Array;
}

/**
 * What the candidates are compared by and all that their cards show, in one join. What was deleted or sold out since
 * the index last heard of it, or has another price, is left out here.
 */
export async function candidateCards(
  db: Queryable,
  modelId: string,
  kind: VectorKind,
  imageIds: readonly number[],
  price: PriceRange,
): Promise<CandidateRow[]> {
  const { table, bytes, ...vector } = VECTORS[kind];
  return inParts(imageIds, (part) =>
    db
      .select({ imageId: joinedInOrder, bytes, ...cardColumns })
      .from(table)
      .innerJoin(found, eq(found.id, vector.imageId))
      .innerJoin(product, eq(product.id, found.productId))
      .innerJoin(category, eq(category.id, product.categoryId))
      .innerJoin(merchant, eq(merchant.id, product.merchantId))
      .innerJoin(productImage, firstPicture())
      .where(and(eq(vector.modelId, modelId), inArray(vector.imageId, part), canBeShown(price))),
  );
}

/** What the cards of the pictures' products show, by the same rule. */
export async function foundCards(
  db: Queryable,
  imageIds: readonly number[],
  price: PriceRange,
): Promise<FoundRow[]> {
  return inParts(imageIds, (part) => selectFound(db, part, price));
}

/** The same for `count` pictures, to be executed with `0`, `1`, … as their numbers, `from` and `to`. */
export function prepareFoundCards(db: Queryable, count: number) {
  const ids = Array.from({ length: count }, (_, i) => sql.placeholder(String(i)));
  return selectFound(db, ids, { from: sql.placeholder('from'), to: sql.placeholder('to') }).prepare();
}

function selectFound(db: Queryable, imageIds: Bound[], price: { readonly from: Bound; readonly to: Bound }) {
  return db
    .select({ imageId: joinedInOrder, ...cardColumns })
    .from(found)
    .innerJoin(product, eq(product.id, found.productId))
    .innerJoin(category, eq(category.id, product.categoryId))
    .innerJoin(merchant, eq(merchant.id, product.merchantId))
    .innerJoin(productImage, firstPicture())
    .where(and(inArray(found.id, imageIds), canBeShown(price)));
}

/** What the model's pictures are compared by, of the numbers given. */
export async function vectorsOf(
  db: Queryable,
  modelId: string,
  kind: VectorKind,
  imageIds: readonly number[],
) {
  const { table, bytes, ...vector } = VECTORS[kind];
  return inParts(imageIds, (part) =>
    db
      .select({ imageId: sql<number>`${vector.imageId}`, bytes })
      .from(table)
      .where(and(eq(vector.modelId, modelId), inArray(vector.imageId, part))),
  );
}

/**
 * MariaDB makes a table of its own of a list of a thousand numbers (`in_predicate_conversion_threshold`) and joins that
 * last: with the order of the joins said, it would read every picture there is.
 */
const LONGEST_LIST = 500;

async function inParts<Row>(
  ids: readonly number[],
  query: (part: number[]) => PromiseLike<Row[]>,
): Promise<Row[]> {
  const count = Math.ceil(ids.length / LONGEST_LIST);
  const parts = Array.from({ length: count }, (_, i) => ids.slice(i * LONGEST_LIST, (i + 1) * LONGEST_LIST));
  return (await Promise.all(parts.map(query))).flat();
}

/** The same of all pictures, by number, from after `afterImageId` on. */
export async function scanVectors(
  db: Queryable,
  modelId: string,
  kind: VectorKind,
  afterImageId: number,
  limit: number,
) {
  const { table, bytes, ...vector } = VECTORS[kind];
  return db
    .select({ imageId: sql<number>`${vector.imageId}`, bytes })
    .from(table)
    .where(and(eq(vector.modelId, modelId), gt(vector.imageId, afterImageId)))
    .orderBy(asc(vector.imageId))
    .limit(limit);
}

type Bound = number | ReturnType<typeof sql.placeholder>;

function signatureOf(modelId: string): SQL | undefined {
  return and(eq(signature.imageId, productImage.id), eq(signature.modelId, modelId));
}

function shownPictures(productId: Bound): SQL | undefined {
  return and(eq(product.id, productId), onShow(), isNotNull(productImage.position));
}

function canBeShown({ from, to }: { readonly from: Bound; readonly to: Bound }): SQL | undefined {
  return and(
    isNotNull(found.position),
    onShow(),
    eq(product.inStock, true),
    between(product.priceKrw, from, to),
  );
}
