import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDatabase } from '@/lib/database';
import { DEFAULT_MODEL_ID } from '@/lib/vision/manifest';
import { makeDataSet } from '@/scripts/bench-million/make-data-set';
import { signaturesOf } from '@/scripts/bench-million/signatures';
import { benchTables } from '@/scripts/bench-million/tables';
import { testServer } from '@/scripts/testing/test-database';
import { measureSearch } from './measure';
import { searchChart, searchPage } from './report';

const PRODUCTS = 2_000;
const PICTURE = {
  sha256: 'a'.repeat(64),
  width: 1080,
  height: 1080,
  placeholder: 'data:image/png;base64,AA',
};

const folder = mkdtempSync(join(tmpdir(), 'dalma-bench-'));
const signatures = signaturesOf(PRODUCTS, 1);

beforeAll(async () => {
  const pictures = Array.from({ length: 100 }, () => PICTURE);
  const tables = benchTables({ signatures, pictures, modelId: DEFAULT_MODEL_ID });
  const silent = { progress: () => ({ step: () => {}, end: () => {} }), say: () => {}, onChange: () => {} };
  const url = await makeDataSet(testServer('TEST_MYSQL_URL'), tables, silent);
  Object.assign(process.env, { DATABASE_URL: url, INDEX_DIR: folder, REDIS_URL: '', LOG_LEVEL: 'silent' });
});

afterAll(async () => {
  await closeDatabase();
  const connection = await mysql.createConnection(testServer('TEST_MYSQL_URL'));
  for (const name of ['dalma', 'dalma_empty', 'dalma_bench']) await connection.query(`DROP DATABASE ${name}`);
  await connection.end();
  rmSync(folder, { recursive: true, force: true });
});

it('measures every way to search, of which those that must agree agree, and the shop finds what there is', async () => {
  const results = await measureSearch(signatures, { seed: 1, queries: 4, judged: 4 });
  const recalls = results.flatMap((one) => ('recallAt10' in one ? [[one.method, one.recallAt10]] : []));
  expect(recalls.map(([method]) => method)).toEqual([
    ...['row-scan+in', 'row-scan+union-all', 'row-scan+two-queries'],
    'search-file-published',
    ...['search-file-both', 'search-mysql-both'],
    ...['search-file-intensities', 'search-mysql-intensities'],
    ...['search-file-features', 'search-mysql-features'],
  ]);
  for (const [method, recall] of recalls) {
    if (/^search-(?!file-published)/.test(String(method)))
      expect(recall, String(method)).toBeGreaterThan(0.9);
  }
  const boots = results.flatMap((one) => ('productsPerSecond' in one ? [one.method] : []));
  expect(boots).toEqual(['index-from-mysql', 'snapshot-write', 'index-from-snapshot']);
  const report = { machine: 'm', commit: 'c', seed: 1, queries: 4, results };
  expect(searchPage(report)).toMatch(/\| search-file-intensities +\| \d/);
  expect(searchChart(report)).toMatch(/^<svg[^]*search-file-intensities[^]*<\/svg>$/);
});
