import type { Database } from '@/db';
import { product, type NewProduct } from '@/db/schema';
import { searchText } from '@/lib/catalogue/search-text';
import { seededRandom } from '@/lib/engine/seeded-random';

const AT_ONCE = 1_000;
const FRUITS = ['사과', '바나나', '딸기', '포도'] as const;
const ENGLISH = ['Apple', 'Banana', 'Strawberry', 'Grape'] as const;

export type PlantedRow = NewProduct & { readonly id: number; readonly createdAt: Date };

/**
 * Products without pictures, many at once, numbered from 1, with many alike in everything they can be sorted by: of five
 * one is merchant 2's, the others merchant 1's; one in nine was deleted. Both merchants use the same skus.
 */
export async function plantRows(db: Database, count: number): Promise<PlantedRow[]> {
  const random = seededRandom(count);
  const rows = Array.from({ length: count }, (_, i) => row(i + 1, (below) => Math.floor(random() * below)));
  for (let from = 0; from < count; from += AT_ONCE)
    await db.insert(product).values(rows.slice(from, from + AT_ONCE));
  return rows;
}

function row(id: number, below: (limit: number) => number): PlantedRow {
  const fruit = below(4);
  const titles = { titleKo: `${FRUITS[fruit]} 우유 ${id}호`, titleEn: `${ENGLISH[fruit]} milk No ${id}` };
  const merchantId = id % 5 === 0 ? 2 : 1;
  return {
    id,
    sku: `${'ab'.charAt(below(2))}${String(id - (id % 5)).padStart(7, '0')}n${merchantId === 2 ? 1 : id % 5}`,
    merchantId,
    categoryId: 1 + below(3),
    ...titles,
    descriptionKo: '',
    descriptionEn: '',
    priceKrw: 1_000 + below(12) * 100,
    stock: below(2) * below(12),
    createdAt: new Date(Date.UTC(2026, 0, 1 + below(40), below(2))),
    deletedAt: id % 9 === 4 ? new Date(Date.UTC(2026, 4, 1 + below(20))) : null,
    searchText: searchText([titles.titleKo, titles.titleEn]),
  };
}
