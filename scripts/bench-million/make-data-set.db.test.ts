import { createHash } from 'node:crypto';
import mysql, { type Connection, type RowDataPacket } from 'mysql2/promise';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { searchText } from '@/lib/catalogue/search-text';
import { decodeTopFilters } from '@/lib/catalogue/top-filters';
import { testServer } from '@/scripts/testing/test-database';
import { makeDataSet } from './make-data-set';
import { ShopProducts } from './shop-products';
import { signaturesOf } from './signatures';
import type { BenchTable } from './table';
import { benchTables } from './tables';

const PICTURE = {
  sha256: 'a'.repeat(64),
  width: 1080,
  height: 1080,
  placeholder: 'data:image/png;base64,AA',
};
const MODEL = 'vgg16-dalma';

let connection: Connection;

beforeAll(async () => {
  connection = await mysql.createConnection(testServer('TEST_MYSQL_URL'));
});

afterAll(async () => {
  for (const name of ['dalma', 'dalma_empty', 'dalma_bench']) {
    await connection.query(`DROP DATABASE IF EXISTS ${name}`);
  }
  await connection.end();
});

it('holds every product of the catalogue with its own words, filters, intensities and features', async () => {
  const size = 2_000;
  const signatures = signaturesOf(size, 1);
  await make(tablesOf(size, 1));
  const [row] = await rows(`SELECT p.*, s.top_filters, n.intensities, f.feature_bits
    FROM product p JOIN product_image i ON i.product_id = p.id AND i.position = 0
    JOIN signature s ON s.image_id = i.id JOIN intensity n ON n.image_id = i.id JOIN feature f ON f.image_id = i.id
    WHERE p.id = 1235`);
  const expected = new ShopProducts(size).product(1234);
  expect(row).toMatchObject({ sku: expected.sku, title_ko: expected.title.ko, price_krw: expected.priceKrw });
  const { title, description } = expected;
  const tokens = searchText([title.ko, title.en, description.ko, description.en]).split(' ');
  expect(String(row!.search_text).split(' ').sort()).toEqual(tokens.sort());
  expect(decodeTopFilters(row!.top_filters as Uint8Array)).toEqual(signatures.filtersOf(1234));
  expect(new Uint8Array(row!.intensities as Buffer)).toEqual(signatures.intensitiesOf(1234));
  const [all] = await rows('SELECT count(*) AS count FROM feature');
  expect(all!.count).toBe(size);
  expect(await digestOfColumn('feature', 'feature_bits')).toBe(
    digest(Array.from({ length: size }, (_, i) => signatures.featuresOf(i))),
  );
});

it('is kept as long as it would be made the same, and only what would differ is made anew', async () => {
  expect(await make(tablesOf(2_000, 1))).toEqual([]);
  expect(await make(tablesOf(2_000, 2))).toEqual(['signature', 'intensity', 'feature']);
});

it('has all the indexes of the shop, though they were made after the rows', async () => {
  const [empty] = await rows('SHOW CREATE TABLE dalma_empty.product');
  const [filled] = await rows('SHOW CREATE TABLE dalma.product');
  const keys = (form: unknown) => [...String(form).matchAll(/KEY [^\n]*\)/g)].map(String).sort();
  expect(keys(filled!['Create Table'])).toEqual(keys(empty!['Create Table']));
  expect(keys(filled!['Create Table']).length).toBeGreaterThan(8);
});

it('is completed where it was interrupted, and not taken for whole before', async () => {
  const products = tablesOf(6_000, 1).filter(({ name }) => name === 'product');
  await expect(make(products, interruptedAfter(5_000))).rejects.toThrow('interrupted');
  const [half] = await rows('SELECT count(*) AS count FROM product');
  expect(half!.count).toBeGreaterThanOrEqual(5_000);
  expect(half!.count).toBeLessThan(6_000);
  expect(await make(products)).toEqual(['product']);
  const [whole] = await rows('SELECT count(*) AS count, max(id) AS last FROM product');
  expect(whole).toEqual({ count: 6_000, last: 6_000 });
  expect(await make(products)).toEqual([]);
});

function tablesOf(size: number, seed: number): BenchTable[] {
  const pictures = Array.from({ length: 100 }, () => PICTURE);
  return benchTables({ signatures: signaturesOf(size, seed), pictures, modelId: MODEL });
}

/** @returns the tables that were made or completed */
async function make(tables: readonly BenchTable[], onRows: (rows: number) => void = () => {}) {
  const made: string[] = [];
  await makeDataSet(testServer('TEST_MYSQL_URL'), tables, {
    progress: (what) => {
      made.push(what.replace('Loading ', ''));
      return { step: (count = 1) => onRows(count), end: () => {} };
    },
    say: () => {},
    onChange: () => {},
  });
  return made;
}

function interruptedAfter(most: number): (rows: number) => void {
  let loaded = 0;
  return (rows) => {
    loaded += rows;
    if (loaded >= most) throw new Error('interrupted');
  };
}

async function rows(sql: string): Promise<RowDataPacket[]> {
  await connection.query('USE dalma');
  return (await connection.query<RowDataPacket[]>(sql))[0];
}

async function digestOfColumn(table: string, column: string): Promise<string> {
  const all = await rows(`SELECT ${column} AS bytes FROM ${table} ORDER BY image_id`);
  return digest(all.map(({ bytes }) => bytes as Uint8Array));
}

function digest(all: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const bytes of all) hash.update(bytes);
  return hash.digest('hex');
}
