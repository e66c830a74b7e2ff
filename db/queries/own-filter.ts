import { and, between, eq, isNotNull, like, or, type SQL } from 'drizzle-orm';
import { havingWords, type SearchWord } from '@/db/queries/cards';
import { ownedBy, type Scope } from '@/db/queries/scope';
import { product } from '@/db/schema';

export interface OwnFilter {
  readonly scope: Scope;
  /** True: what was deleted. False: what is in the catalogue. */
  readonly deleted: boolean;
  readonly categoryId?: number;
  /** Both included. */
  readonly stock?: { readonly from: number; readonly to: number };
  readonly text?: OwnText;
}

/** All of the words, or a sku that begins so. At least one of the two is there. */
export interface OwnText {
  readonly words: readonly SearchWord[];
  readonly skuPrefix?: string;
}

/** All conditions but the text. */
export function inFilter({ scope, deleted, categoryId, stock }: OwnFilter): SQL | undefined {
  return and(
    ownedBy(scope, product.merchantId),
    deleted ? isNotNull(product.deletedAt) : eq(product.listed, true),
    categoryId === undefined ? undefined : eq(product.categoryId, categoryId),
    stock && between(product.stock, stock.from, stock.to),
  );
}

/** Looks into each product met on the way. */
export function havingText(text: OwnText | undefined): SQL | undefined {
  if (!text) return undefined;
  const words =
    text.words.length > 0 ? and(...havingWords({ words: text.words, wordsAreCommon: true })) : undefined;
  return or(words, text.skuPrefix === undefined ? undefined : beginning(text.skuPrefix));
}

/** A sku that begins so. */
export function beginning(skuPrefix: string): SQL {
  return like(product.sku, `${skuPrefix.replace(/[\\%_]/g, '\\$&')}%`);
}
