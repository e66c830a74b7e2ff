import { eq, inArray, sql } from 'drizzle-orm';
import type { Queryable } from '@/db';
import { category, merchant, product, type NewCategory, type NewMerchant } from '@/db/schema';

/** Adds merchants that are not there, and takes over the names of those that are. */
export async function putMerchants(db: Queryable, rows: readonly NewMerchant[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insert(merchant)
    .values([...rows])
    .onDuplicateKeyUpdate({ set: { nameKo: sql`values(name_ko)`, nameEn: sql`values(name_en)` } });
}

/** Adds categories that are not there, and takes over titles and positions of those that are. */
export async function putCategories(db: Queryable, rows: readonly NewCategory[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insert(category)
    .values([...rows])
    .onDuplicateKeyUpdate({
      set: {
        titleKo: sql`values(title_ko)`,
        titleEn: sql`values(title_en)`,
        position: sql`values(position)`,
      },
    });
}

/** A product as its merchant names it. */
export interface SkuOfMerchant {
  readonly merchantSlug: string;
  readonly sku: string;
}

/** Those of the given names that are taken, by deleted products too. */
export async function takenSkus<Named extends SkuOfMerchant>(
  db: Queryable,
  named: readonly Named[],
): Promise<Set<Named>> {
  if (named.length === 0) return new Set();
  const rows = await db
    .select({ sku: product.sku, merchantSlug: merchant.slug })
    .from(product)
    .innerJoin(merchant, eq(merchant.id, product.merchantId))
    .where(
      inArray(
        product.sku,
        named.map(({ sku }) => sku),
      ),
    );
  const taken = new Set(rows.map(keyOf));
  return new Set(named.filter((one) => taken.has(keyOf(one))));
}

/** The database tells neither skus nor slugs apart by upper and lower case. */
function keyOf({ merchantSlug, sku }: SkuOfMerchant): string {
  return `${merchantSlug} ${sku}`.toLowerCase();
}
