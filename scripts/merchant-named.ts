import { asc } from 'drizzle-orm';
import { merchant } from '@/db/schema';
import { database } from '@/lib/database';
import { CallerError } from '@/lib/errors';

/** So many are named to who mistyped one. */
const NAMED = 30;

/**
 * The number of the merchant that a command line names.
 * @throws CallerError naming those there are
 */
export async function merchantNamed(slug: string): Promise<number> {
  const rows = await database()
    .select({ id: merchant.id, slug: merchant.slug })
    .from(merchant)
    .orderBy(asc(merchant.slug));
  const found = rows.find((row) => row.slug === slug);
  if (found) return found.id;
  const slugs = rows.slice(0, NAMED).map((row) => row.slug);
  const more = rows.length > NAMED ? ' …' : '';
  throw new CallerError(
    'not-found',
    slugs.length === 0
      ? `There is no merchant ${slug}, nor any other: \`npm run account\` makes them.`
      : `There is no merchant ${slug}. Use one of: ${slugs.join(', ')}${more}`,
  );
}
