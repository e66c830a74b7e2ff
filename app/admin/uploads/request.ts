import { z } from 'zod';
import type { Account } from '@/lib/auth';
import { parseInput } from '@/lib/errors';

const MOST_IDS = 100;
const GREATEST_MERCHANT = 2 ** 32 - 1;

const number = z.coerce.number({ error: 'expected a whole number' }).int().positive();
const idSchema = z.strictObject({ id: number.max(Number.MAX_SAFE_INTEGER) });
const idsSchema = z.strictObject({
  ids: z.array(number.max(Number.MAX_SAFE_INTEGER)).max(MOST_IDS, { error: `expected at most ${MOST_IDS}` }),
});
const merchantSchema = z.strictObject({ merchant: number.max(GREATEST_MERCHANT) });

/** Numbers of pictures: `?ids=1,2,3`. @throws CallerError */
export function jobIds(request: Request): number[] {
  const given = new URL(request.url).searchParams.get('ids') ?? '';
  return parseInput(idsSchema, { ids: given.split(',').filter(Boolean) }, 'list of pictures').ids;
}

/** The number in a route's path. @throws CallerError */
export function jobId(id: string): number {
  return parseInput(idSchema, { id }, 'number of a picture').id;
}

/** For whom a picture is uploaded: `?merchant=7`, or the account's own. @throws CallerError for an admin who does not say */
export function merchantIn(request: Request, account: Account): number {
  const given = new URL(request.url).searchParams.get('merchant') ?? account.merchantId;
  return parseInput(merchantSchema, { merchant: given }, 'merchant of a picture').merchant;
}
