import { ImportFileError } from '@/lib/merchant/imports/file-error';
import { COLUMNS, REQUIRED_COLUMNS, type Column, type FileProblem } from '@/lib/merchant/imports/types';

/** The header we write into Korean files. */
export const KOREAN_HEADER: Readonly<Record<Column, string>> = {
  sku: '상품번호',
  title_ko: '상품명(한국어)',
  title_en: '상품명(영어)',
  description_ko: '설명(한국어)',
  description_en: '설명(영어)',
  category: '카테고리',
  price_krw: '가격(원)',
  stock: '재고',
  family: '묶음',
  pictures: '사진',
};

/** Other words for columns that merchants' files have. */
const ALIASES: Readonly<Record<string, Column>> = {
  상품코드: 'sku',
  상품명: 'title_ko',
  영문상품명: 'title_en',
  설명: 'description_ko',
  상품설명: 'description_ko',
  영문설명: 'description_en',
  분류: 'category',
  가격: 'price_krw',
  판매가: 'price_krw',
  수량: 'stock',
  재고수량: 'stock',
  이미지: 'pictures',
};

/** Columns that our error files have besides: they may be imported again as they are. */
const IGNORED = ['line', 'error', '줄', '오류'];

/** Column → its place in the rows, from 0. */
export type Places = ReadonlyMap<Column, number>;

/**
 * Finds the columns in a header, in either language, in any order.
 * @throws ImportFileError naming each column that is unknown, missing or there twice
 */
export function placesOf(header: readonly string[]): Places {
  const places = new Map<Column, number>();
  const problems: FileProblem[] = [];
  for (const [place, title] of header.entries()) {
    const found = columnOf(title);
    if (found === 'ignored') continue;
    if (found === null) problems.push({ code: 'column-unknown', name: title.trim().slice(0, 80) });
    else if (places.has(found)) problems.push({ code: 'column-twice', name: found });
    else places.set(found, place);
  }
  const missing = REQUIRED_COLUMNS.filter((column) => !places.has(column));
  problems.push(...missing.map((name) => ({ code: 'column-missing' as const, name })));
  if (problems.length > 0) throw new ImportFileError(problems);
  return places;
}

const NAMES = new Map<string, Column | 'ignored'>([
  ...IGNORED.map((title) => [plain(title), 'ignored'] as const),
  ...Object.entries(ALIASES).map(([title, column]) => [plain(title), column] as const),
  ...COLUMNS.flatMap((column) => [
    [plain(column), column] as const,
    [plain(KOREAN_HEADER[column]), column] as const,
  ]),
]);

/** An empty title stands for nothing: spreadsheets write some at the end. */
function columnOf(title: string): Column | 'ignored' | null {
  return title.trim() === '' ? 'ignored' : (NAMES.get(plain(title)) ?? null);
}

/** `Title KO`, `title_ko` and `title-ko` are the same title. */
function plain(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-()]/g, '');
}
