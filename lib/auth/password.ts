import { z } from 'zod';
import { PASSWORD_LENGTH } from '@/lib/auth/settings';
import { CallerError } from '@/lib/errors';

/** Parts of a password that are tried first, and add nothing to it. */
const COMMON = ['password', 'passwort', 'qwerty', '12345', 'abcde', 'letmein', 'welcome', 'dalma', 'admin'];
/** Different characters that must be left without the parts that are guessed first. */
const FEWEST_DIFFERENT = 6;

/**
 * Refuses a password that would be guessed: too short, of few different characters, or made of common words and the
 * account's own names.
 * @throws CallerError `invalid-input`, field `password`
 */
export function requireStrongPassword(password: string, account: { email: string; name: string }): void {
  const own = [account.email.split('@')[0] ?? '', ...account.name.split(/\s+/)];
  const schema = z
    .string()
    .min(PASSWORD_LENGTH.least, { error: `must have ${PASSWORD_LENGTH.least} characters or more` })
    .max(PASSWORD_LENGTH.most, { error: `must have ${PASSWORD_LENGTH.most} characters or fewer` })
    .refine((text) => differentCharacters(text, own) >= FEWEST_DIFFERENT, {
      error: 'is easily guessed: use several unrelated words, or random characters',
    });
  const result = schema.safeParse(password);
  if (result.success) return;
  const expected = result.error.issues[0]?.message ?? '';
  throw new CallerError('invalid-input', `The password was not accepted: it ${expected}.`, {
    fields: { password: expected },
  });
}

function differentCharacters(password: string, own: readonly string[]): number {
  const guessed = [...COMMON, ...own.map((name) => name.toLowerCase()).filter((name) => name.length >= 3)];
  const rest = guessed.reduce((text, part) => text.replaceAll(part, ''), password.toLowerCase());
  return new Set(rest).size;
}
