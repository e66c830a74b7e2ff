import { cardsOf } from '@/db/queries/cards';
import { buyableAmong, productIdRange } from '@/db/queries/picks';
import { toCard } from '@/lib/catalogue/cards';
import { newestProducts } from '@/lib/catalogue/lists';
import type { ProductCard } from '@/lib/catalogue/types';
import { database } from '@/lib/database';

const TRIES_PER_PICK = 12;
const MOST_PICKS = 60;

/**
 * Products in stock for today's shelf: the same all day (Korean time), others tomorrow, one per family and spread
 * over the categories. Drawn by number, so that the cost does not grow with the catalogue.
 */
export async function todaysPicks(n: number): Promise<ProductCard[]> {
  const wanted = Math.min(MOST_PICKS, Math.max(0, Math.trunc(n)));
  const db = database();
  const range = await productIdRange(db);
  if (!range || wanted === 0) return [];
  const drawn = drawNumbers(range.min, range.max, wanted * TRIES_PER_PICK, koreanDay(new Date()));
  const buyable = new Map((await buyableAmong(db, drawn)).map((row) => [row.id, row]));
  const picked = spread(drawn.map((id) => buyable.get(id)).filter((row) => row !== undefined)).slice(
    0,
    wanted,
  );
  const cards = new Map((await cardsOf(db, picked)).map((row) => [row.product.id, toCard(row)]));
  const picks = picked.map((id) => cards.get(id)).filter((card) => card !== undefined);
  return picks.length === wanted ? picks : fillUp(picks, wanted);
}

interface Pickable {
  readonly id: number;
  readonly family: string | null;
  readonly categoryId: number;
}

/** Ids in an order in which categories take turns and a family comes once. */
function spread(rows: readonly Pickable[]): number[] {
  const families = new Set<string>();
  const turns = new Map<number, number>();
  const placed = rows
    .filter((row) => row.family === null || (!families.has(row.family) && families.add(row.family)))
    .map((row) => {
      const turn = turns.get(row.categoryId) ?? 0;
      turns.set(row.categoryId, turn + 1);
      return { id: row.id, turn };
    });
  return placed.sort((a, b) => a.turn - b.turn).map((row) => row.id);
}

/** A catalogue too small, or too sold out, for the draw: the newest ones in stock make up the number. */
async function fillUp(picks: readonly ProductCard[], wanted: number): Promise<ProductCard[]> {
  const taken = new Set(picks.map((card) => card.id));
  const more = (await newestProducts(wanted * 4)).filter((card) => card.inStock && !taken.has(card.id));
  return [...picks, ...more].slice(0, wanted);
}

/** Distinct whole numbers of min … max in a random order that the seed decides. */
function drawNumbers(min: number, max: number, count: number, seed: string): number[] {
  const random = seededRandom(seed);
  const drawn = new Set<number>();
  for (let i = 0; i < count; i++) drawn.add(min + Math.floor(random() * (max - min + 1)));
  return [...drawn];
}

function koreanDay(now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Seoul', dateStyle: 'short' }).format(now);
}

/** Mulberry32, seeded by an FNV-1a hash of the text: numbers in [0, 1). */
function seededRandom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
