'use server';

import { requireAccount, scopeOf } from '@/lib/auth';
import { actionResult, type ActionResult } from '@/lib/action-result';
import { nearDuplicates, parseSignature, similarToSignature } from '@/lib/catalogue';
import type { PreviewMatches } from '@/lib/catalogue/types';
import { rateLimit } from '@/lib/rate-limit';

/** Ten pictures at once, changed a few times a minute. */
const LIMIT = { points: 120, seconds: 60 };
/** A strip that is seen at one glance. */
const SHOWN = 6;

/**
 * What a picture would be shown next to, and which of the merchant's own products show it already, by what the browser
 * saw in it. Nothing of it is kept: when the picture is registered, the server looks for itself.
 */
export async function previewMatches(signature: unknown): Promise<ActionResult<PreviewMatches>> {
  return actionResult(async () => {
    const account = await requireAccount();
    await rateLimit('preview', account.userId, LIMIT);
    const given = parseSignature(signature);
    const [similar, duplicates] = await Promise.all([
      similarToSignature(given, { limit: SHOWN }),
      nearDuplicates(given, scopeOf(account)),
    ]);
    return { similar, duplicates };
  });
}
