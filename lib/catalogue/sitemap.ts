import { greatestProductId } from '@/db/queries/picks';
import { listedBetween } from '@/db/queries/sitemap';
import { database } from '@/lib/database';

/** Products per part of the sitemap; the protocol allows 50,000 addresses in a file. */
export const PRODUCTS_PER_PART = 20_000;

/** How many parts hold all products. Parts are ranges of product numbers, so none needs the ones before it. */
export async function sitemapParts(): Promise<number> {
  return Math.ceil((await greatestProductId(database())) / PRODUCTS_PER_PART);
}

/** The products of one part, 0 … parts − 1. */
export async function sitemapProducts(part: number): Promise<number[]> {
  const first = part * PRODUCTS_PER_PART + 1;
  return listedBetween(database(), first, first + PRODUCTS_PER_PART - 1);
}
