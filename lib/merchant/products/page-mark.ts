import { z } from 'zod';
import type { OwnKey, OwnOrder } from '@/db/queries/own-list';

const LONGEST_MARK = 400;

const id = z
  .int()
  .min(1)
  .max(2 ** 32 - 1);
const wholeNumber = z
  .int()
  .min(0)
  .max(2 ** 32 - 1);
/** Milliseconds since 1970, of the years that the database can hold. */
const time = z
  .int()
  .min(0)
  .max(Date.UTC(9999, 11, 31))
  .transform((ms) => new Date(ms));

const VALUES = {
  created: time,
  deleted: time,
  price: wholeNumber,
  stock: wholeNumber,
  sku: z.string().max(64),
} as const satisfies Record<OwnOrder, z.ZodType<OwnKey['value']>>;

/** A place in an order, as an address can hold it. */
export function pageMark(order: OwnOrder, { value, id: of }: OwnKey): string {
  const told = value instanceof Date ? value.getTime() : value;
  return Buffer.from(JSON.stringify([order, told, of])).toString('base64url');
}

/** The place that a mark tells; null for anything that is no mark of this order. */
export function readPageMark(order: OwnOrder, mark: string): OwnKey | null {
  if (mark.length > LONGEST_MARK) return null;
  const read = z.tuple([z.literal(order), VALUES[order], id]).safeParse(parsed(mark));
  return read.success ? { value: read.data[1], id: read.data[2] } : null;
}

function parsed(mark: string): unknown {
  try {
    return JSON.parse(Buffer.from(mark, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
