import { and, eq } from 'drizzle-orm';
import type { Database } from '@/db';
import { product, productImage, signature } from '@/db/schema';
import type { LiveIndex } from '@/lib/catalogue/live-index';
import { categoryTag, IN_STOCK, merchantTags, priceTag, tagsOf } from '@/lib/catalogue/picture-tags';
import { searchSettings } from '@/lib/catalogue/search-settings';
import { decodeTopFilters } from '@/lib/catalogue/top-filters';
import { FILTERS } from '@/lib/engine';
import { PLANTED_MODEL } from './plant';

/** Pictures, ascending, by what they have in common: `filter 17`, `product 3`, a tag, or `all`. */
export type Contents = Readonly<Record<string, readonly number[]>>;

const EVERYTHING = 1_000_000;
const ANYTHING = Uint16Array.of(0);

/** The tags that planted products can have. */
const TAGS = [
  IN_STOCK,
  ...[1, 2, 3].map(categoryTag),
  ...merchantTags(1),
  ...Array.from({ length: 16 }, (_, band) => priceTag(band)),
];

/** What an index has to hold, by the rows of the catalogue as they stand. */
export async function contentsByDatabase(db: Database): Promise<Contents> {
  const rows = await db
    .select({ id: signature.imageId, topFilters: signature.topFilters, product })
    .from(signature)
    .innerJoin(productImage, eq(productImage.id, signature.imageId))
    .innerJoin(product, and(eq(product.id, productImage.productId), eq(product.listed, true)))
    .where(eq(signature.modelId, PLANTED_MODEL));
  const entries = rows.map((row) => ({ id: row.id, has: new Set(labelsOf(row.topFilters, row.product)) }));
  const having = (label: string) => ascending(entries.flatMap(({ id, has }) => (has.has(label) ? [id] : [])));
  const products = await db.select({ id: product.id }).from(product);
  return Object.fromEntries(labels(products.map(({ id }) => id)).map((label) => [label, having(label)]));
}

function labelsOf(topFilters: Uint8Array, of: typeof product.$inferSelect): string[] {
  const filters = [...decodeTopFilters(topFilters)].slice(0, searchSettings().filters);
  return ['all', `product ${of.id}`, ...tagsOf(of), ...filters.map((filter) => `filter ${filter}`)];
}

/**
 * What is wrong with an index that has to hold `expected`, asked of it by searches alone; nothing if it is right. It must
 * hold two pictures or more.
 */
export function faultsOf(live: LiveIndex, expected: Contents): string[] {
  if (live.pictures < 2) throw new Error('A single picture is a candidate of every search.');
  const all = live.narrow(ANYTHING, { mode: 'overlap', limit: EVERYTHING });
  return Object.entries(expected).flatMap(([label, right]) => {
    const found = ascending(picturesWith(live, label, all));
    return found.join() === right.join() ? [] : [`${label}: found ${found.join()}, expected ${right.join()}`];
  });
}

function picturesWith(live: LiveIndex, label: string, all: Uint32Array): Iterable<number> {
  const [kind, number] = label.split(' ');
  if (label === 'all') return all;
  if (kind === 'filter') return live.narrow(Uint16Array.of(Number(number)), { mode: 'published', limit: 1 });
  if (kind === 'product') {
    const others = live.narrow(ANYTHING, {
      mode: 'overlap',
      limit: EVERYTHING,
      excludeOwner: Number(number),
    });
    const without = new Set(others);
    return all.filter((id) => !without.has(id));
  }
  return live.narrow(ANYTHING, { mode: 'overlap', limit: EVERYTHING, where: { every: [label] } });
}

function labels(products: readonly number[]): string[] {
  const filters = Array.from({ length: FILTERS }, (_, filter) => `filter ${filter}`);
  return ['all', ...TAGS, ...filters, ...products.map((id) => `product ${id}`)];
}

const ascending = (ids: Iterable<number>) => [...ids].sort((a, b) => a - b);
