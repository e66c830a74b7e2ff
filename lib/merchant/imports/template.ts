import { allCategories } from '@/db/queries/categories';
import { database } from '@/lib/database';
import { KOREAN_HEADER } from '@/lib/merchant/imports/columns';
import { COLUMNS } from '@/lib/merchant/imports/types';
import { csvOf } from '@/lib/merchant/imports/write-csv';
import type { Locale } from '@/lib/catalogue/types';

/** A file to begin with: the header in the reader's language and two rows that could go in. */
export async function importTemplate(locale: Locale): Promise<AsyncGenerator<Uint8Array>> {
  const [category] = await allCategories(database());
  const shelf = (locale === 'ko' ? category?.titleKo : category?.titleEn) ?? '';
  const header = COLUMNS.map((column) => (locale === 'ko' ? KOREAN_HEADER[column] : column));
  const words = ['우리밀 약과', 'Yakgwa honey cookies', '꿀을 넣어 튀긴 전통 과자예요.', 'Fried with honey.'];
  const small = ['우리밀 약과 한입', 'Yakgwa bites', '', ''];
  const rows = [
    ['YAKGWA-10', ...words, shelf, '12000', '50', 'yakgwa', 'yakgwa-front.jpg|yakgwa-back.jpg'],
    ['YAKGWA-MINI', ...small, shelf, '4500', '120', 'yakgwa', 'yakgwa-mini.jpg'],
  ];
  return csvOf(header, oneBatch(rows));
}

async function* oneBatch(rows: string[][]): AsyncGenerator<string[][]> {
  yield rows;
}
