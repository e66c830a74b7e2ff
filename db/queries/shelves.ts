import { inArray, sql } from 'drizzle-orm';
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

/** Those of the skus that are taken, by deleted products too. */
export async function takenSkus(db: Queryable, skus: readonly string[]): Promise<Set<string>> {
  if (skus.length === 0) return new Set();
  const rows = await db
    .select({ sku: product.sku })
    .from(product)
    .where(inArray(product.sku, [...skus]));
  return new Set(rows.map((row) => row.sku));
}
