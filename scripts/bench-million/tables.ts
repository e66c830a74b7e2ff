import { encodeTopFilters } from '@/lib/catalogue/top-filters';
import type { BenchCatalogue } from '@/scripts/bench/catalogue';
import type { RowWriter } from './row-writer';
import type { SharedPicture } from './shared-pictures';
import { ShopProducts } from './shop-products';
import type { BenchTable } from './table';

const REGISTERED = new Date(Date.UTC(2026, 0, 1));

export interface DataSources {
  readonly signatures: BenchCatalogue;
  /** One per category. */
  readonly pictures: readonly SharedPicture[];
  readonly modelId: string;
}

/**
 * The tables of a shop in which product i, counted from 0, has the number i + 1, one picture with the same number, and
 * the signature that the catalogue gives to i. The change log tells of each product's registration.
 */
export function benchTables({ signatures, pictures, modelId }: DataSources): BenchTable[] {
  const products = new ShopProducts(signatures.size);
  return [
    ...shelfTables(products, pictures),
    reviewTable(products),
    signatureTable(signatures, modelId),
    intensityTable(signatures, modelId),
    featureTable(signatures, modelId),
    changeLogTable(products),
    changeTicketTable(products),
  ];
}

/** Those of them that say what is sold, by whom, and what it looks like on a card. */
export function shelfTables(products: ShopProducts, pictures: readonly SharedPicture[]): BenchTable[] {
  return [
    categoryTable(products),
    merchantTable(products),
    productTable(products),
    imageTable(products, pictures),
  ];
}

function categoryTable({ categories }: ShopProducts): BenchTable {
  return {
    name: 'category',
    rows: categories.length,
    columns: ['id', 'slug', 'title_ko', 'title_en', 'position'],
    key: 'id',
    write(row, i) {
      const { slug, title } = categories[i]!;
      row.number(i + 1);
      texts(row, slug, title.ko, title.en);
      row.number(i);
    },
  };
}

function merchantTable({ merchants }: ShopProducts): BenchTable {
  return {
    name: 'merchant',
    rows: merchants.length,
    columns: ['id', 'slug', 'name_ko', 'name_en'],
    key: 'id',
    write(row, i) {
      const { slug, name } = merchants[i]!;
      row.number(i + 1);
      texts(row, slug, name.ko, name.en);
    },
  };
}

function productTable(products: ShopProducts): BenchTable {
  return {
    name: 'product',
    rows: products.size,
    columns: [
      ...['id', 'merchant_id', 'category_id', 'price_krw', 'stock', 'review_count', 'rating_sum'],
      ...['sku', 'family', 'title_ko', 'title_en', 'description_ko', 'description_en', 'search_text'],
      'created_at',
    ],
    key: 'id',
    write(row, i) {
      const { merchantId, categoryId, priceKrw, stock, reviewCount, ratingSum, ...rest } =
        products.product(i);
      const { sku, family, title, description, searchText, createdAt } = rest;
      numbers(row, i + 1, merchantId, categoryId, priceKrw, stock, reviewCount, ratingSum);
      texts(row, sku, family, title.ko, title.en, description.ko, description.en, searchText);
      row.text(sqlTime(createdAt));
    },
  };
}

function imageTable(products: ShopProducts, pictures: readonly SharedPicture[]): BenchTable {
  return {
    name: 'product_image',
    rows: products.size,
    columns: ['id', 'product_id', 'position', 'width', 'height', 'sha256', 'placeholder'],
    key: 'id',
    write(row, i) {
      const { sha256, width, height, placeholder } = pictures[products.product(i).categoryId - 1]!;
      numbers(row, i + 1, i + 1, 0, width, height);
      texts(row, sha256, placeholder);
    },
  };
}

function reviewTable(products: ShopProducts): BenchTable {
  return {
    name: 'review',
    rows: products.reviewCount,
    columns: ['id', 'product_id', 'rating', 'author', 'text_ko', 'text_en', 'created_at'],
    key: 'id',
    write(row, i) {
      const { product, author, rating, text, createdAt } = products.review(i);
      numbers(row, i + 1, product + 1, rating);
      texts(row, author, text.ko, text.en, sqlTime(createdAt));
    },
  };
}

function signatureTable(signatures: BenchCatalogue, modelId: string): BenchTable {
  return {
    name: 'signature',
    rows: signatures.size,
    columns: ['model_id', 'image_id', 'product_id', 'top_filters'],
    key: 'image_id',
    write(row, i) {
      row.text(modelId);
      numbers(row, i + 1, i + 1);
      row.bytes(encodeTopFilters(signatures.filtersOf(i)));
    },
  };
}

function intensityTable(signatures: BenchCatalogue, modelId: string): BenchTable {
  return bytesTable('intensity', 'intensities', modelId, signatures.size, (i, out) =>
    signatures.intensitiesOf(i, out),
  );
}

function featureTable(signatures: BenchCatalogue, modelId: string): BenchTable {
  return bytesTable('feature', 'feature_bits', modelId, signatures.size, (i, out) =>
    signatures.featuresOf(i, out),
  );
}

function bytesTable(
  name: string,
  column: string,
  modelId: string,
  rows: number,
  bytesOf: (i: number, out?: Uint8Array) => Uint8Array,
): BenchTable {
  let scratch: Uint8Array | undefined;
  return {
    ...{ name, rows },
    columns: ['model_id', 'image_id', column],
    key: 'image_id',
    write(row, i) {
      scratch = bytesOf(i, scratch);
      row.text(modelId);
      row.number(i + 1);
      row.bytes(scratch);
    },
  };
}

function changeLogTable(products: ShopProducts): BenchTable {
  return {
    name: 'change_log',
    rows: products.size,
    columns: ['seq', 'product_id', 'at'],
    key: 'seq',
    write(row, i) {
      numbers(row, i + 1, i + 1);
      row.text(sqlTime(REGISTERED));
    },
  };
}

/** Its one row has the number of the log's last. */
function changeTicketTable({ size }: ShopProducts): BenchTable {
  return {
    name: 'change_ticket',
    rows: 1,
    columns: ['id', 'seq'],
    key: 'id',
    write: (row) => numbers(row, 1, size),
  };
}

function numbers(row: RowWriter, ...values: number[]): void {
  for (const value of values) row.number(value);
}

function texts(row: RowWriter, ...values: string[]): void {
  for (const value of values) row.text(value);
}

/** `2026-01-01 00:00:00.000`, UTC. */
const sqlTime = (time: Date) => time.toISOString().replace('T', ' ').slice(0, 23);
