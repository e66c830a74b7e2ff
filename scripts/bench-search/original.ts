import mysql, { type Pool, type RowDataPacket } from 'mysql2/promise';
import { decodeTopFilters } from '@/lib/catalogue/top-filters';
import { TOP_FILTERS } from '@/lib/engine';
import { DEFAULT_MODEL_ID } from '@/lib/vision/manifest';
import { bytewiseJaccard, type RowScan } from '@/scripts/bench-engine/row-scan';
import { K, StageWatch, type SearchMethod } from './method';

const CANDIDATES = 300;

/** What a card shows, and the joins that bring it to a product `p` with the picture `i`. */
const CARD_COLUMNS = `p.id AS productId, p.title_ko, p.title_en, p.price_krw, p.stock, p.review_count, p.rating_sum,
  c.id AS categoryId, c.slug, c.title_ko AS categoryKo, c.title_en AS categoryEn, m.name_ko, m.name_en,
  i.sha256, i.width, i.height, i.placeholder`;
const CARD_JOINS = `JOIN product p ON p.id = i.product_id
  JOIN category c ON c.id = p.category_id JOIN merchant m ON m.id = p.merchant_id`;

interface FeatureRow extends RowDataPacket {
  readonly imageId: number;
  readonly featureBits: Uint8Array;
}

/** How features come from the database: everything in one query, or features first and then the best ones' details. */
interface Fetching {
  readonly name: string;
  features(imageIds: number[]): string;
  details?(imageIds: number[]): string;
}

const FETCHINGS: readonly Fetching[] = [
  {
    name: 'row-scan+in',
    features: (ids) =>
      mysql.format(
        `SELECT f.image_id AS imageId, f.feature_bits AS featureBits, ${CARD_COLUMNS}
         FROM feature f JOIN product_image i ON i.id = f.image_id ${CARD_JOINS}
         WHERE f.model_id = ? AND f.image_id IN (?)`,
        [DEFAULT_MODEL_ID, ids],
      ),
  },
  {
    name: 'row-scan+union-all',
    features: (ids) =>
      mysql.format(
        `SELECT f.image_id AS imageId, f.feature_bits AS featureBits, ${CARD_COLUMNS}
         FROM (${ids.map((id, i) => `SELECT ${id}${i === 0 ? ' AS image_id' : ''}`).join(' UNION ALL ')}) candidate
         JOIN feature f ON f.image_id = candidate.image_id AND f.model_id = ?
         JOIN product_image i ON i.id = f.image_id ${CARD_JOINS}`,
        [DEFAULT_MODEL_ID],
      ),
  },
  {
    name: 'row-scan+two-queries',
    features: (ids) =>
      mysql.format(
        `SELECT image_id AS imageId, feature_bits AS featureBits FROM feature
         WHERE model_id = ? AND image_id IN (?)`,
        [DEFAULT_MODEL_ID, ids],
      ),
    details: (ids) =>
      mysql.format(`SELECT ${CARD_COLUMNS} FROM product_image i ${CARD_JOINS} WHERE i.id IN (?)`, [ids]),
  },
];

/**
 * The original search, once for each way in which it asked the database: the list of products filtered filter by
 * filter to at most 300, their features fetched, compared byte by byte. In the data set a product and its picture have
 * the same number, and the scan's rows count from 0.
 */
export function originalMethods(scan: RowScan, pool: Pool): SearchMethod[] {
  return FETCHINGS.map((fetching) => ({
    name: fetching.name,
    search: (product) => search(scan, pool, fetching, product),
  }));
}

async function search(scan: RowScan, pool: Pool, fetching: Fetching, product: number) {
  const watch = new StageWatch();
  const query = await watch.time('query', () => queryOf(pool, product));
  const candidates = await watch.time('narrowing', () =>
    Array.from(scan.narrow(query.topFilters, CANDIDATES), (row) => row + 1).filter((id) => id !== product),
  );
  if (candidates.length === 0) return { products: [], stages: watch.stages };
  const rows = await watch.time('features', () => rowsOf<FeatureRow>(pool, fetching.features(candidates)));
  const best = await watch.time('rerank', () => rankBytewise(query.featureBits, rows));
  const { details } = fetching;
  if (details) await watch.time('details', () => rowsOf(pool, details(best)));
  return { products: best, stages: watch.stages };
}

async function queryOf(pool: Pool, product: number) {
  const [row] = await rowsOf<RowDataPacket>(
    pool,
    mysql.format(
      `SELECT s.top_filters AS topFilters, f.feature_bits AS featureBits
       FROM signature s JOIN feature f ON f.image_id = s.image_id AND f.model_id = s.model_id
       WHERE s.image_id = ? AND s.model_id = ?`,
      [product, DEFAULT_MODEL_ID],
    ),
  );
  const { topFilters, featureBits } = row as { topFilters: Uint8Array; featureBits: Uint8Array };
  return { topFilters: decodeTopFilters(topFilters).subarray(0, TOP_FILTERS), featureBits };
}

async function rowsOf<Row extends RowDataPacket>(pool: Pool, sql: string): Promise<Row[]> {
  return (await pool.query<Row[]>(sql))[0];
}

function rankBytewise(query: Uint8Array, rows: readonly FeatureRow[]): number[] {
  return rows
    .map(({ imageId, featureBits }) => ({ imageId, similarity: bytewiseJaccard(query, featureBits) }))
    .sort((a, b) => b.similarity - a.similarity || a.imageId - b.imageId)
    .slice(0, K)
    .map(({ imageId }) => imageId);
}
