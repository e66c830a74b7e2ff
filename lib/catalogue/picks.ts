import { createHash } from 'node:crypto';
import { cardsOf } from '@/db/queries/cards';
import { buyableAmong, greatestProductId } from '@/db/queries/picks';
import { toCard } from '@/lib/catalogue/cards';
import { newestProducts } from '@/lib/catalogue/lists';
import type { ProductCard } from '@/lib/catalogue/types';
import { database } from '@/lib/database';

const TRIES_PER_PICK = 12;
const MOST_PICKS = 60;

/**
 * Products in stock for today's shelf: the same all day (Korean time) while they can be bought, others tomorrow, one
 * per family and spread over the categories. Drawn by number, so that the cost does not grow with the catalogue.
 */
export async function todaysPicks(n: number): Promise<ProductCard[]> {
  const wanted = Math.min(MOST_PICKS, Math.max(0, Math.trunc(n)));
  const db = database();
  const drawn = drawNumbers(await greatestProductId(db), wanted * TRIES_PER_PICK, koreanDay(new Date()));
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

/**
 * Distinct numbers of 1 … greatest in an order that the day decides. Drawn from 1 … the next power of two and dropped
 * if too great, so that a new product joins the draw without changing it.
 */
function drawNumbers(greatest: number, count: number, day: string): number[] {
  const mask = 2 ** Math.ceil(Math.log2(Math.max(1, greatest))) - 1;
  const numbers = Array.from({ length: count }, (_, i) => {
    const random = createHash('sha256').update(`${day} ${i}`).digest().readUInt32LE();
    return 1 + ((random & mask) >>> 0);
  });
  return [...new Set(numbers)].filter((number) => number <= greatest);
}

function koreanDay(now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Seoul', dateStyle: 'short' }).format(now);
}
