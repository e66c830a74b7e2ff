import { randomBytes } from 'node:crypto';
import { recentFamilies } from '@/db/queries/product-form';
import { database } from '@/lib/database';

/** Newest products of a merchant whose families are suggested. */
const LOOKED_AT = 500;

export async function familiesOf(merchantId: number): Promise<string[]> {
  return recentFamilies(database(), merchantId, LOOKED_AT);
}

/** A sku that is easily read out and hardly ever taken: the day, and four characters without look-alikes. */
export function suggestedSku(now: Date): string {
  const day = now.toISOString().slice(2, 10).replaceAll('-', '');
  const letters = [...randomBytes(4)].map((byte) => LETTERS[byte % LETTERS.length]);
  return `${day}-${letters.join('')}`;
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
