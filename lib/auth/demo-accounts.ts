import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { demoEnv } from '@/lib/env';
import { messageOf } from '@/lib/errors';
import { log } from '@/lib/log';

const secrets = z.object({
  accounts: z.array(
    z.object({
      /** What tests and the sign-in page call it. */
      as: z.enum(['merchant', 'other-merchant', 'admin']),
      name: z.string(),
      email: z.string(),
      password: z.string(),
    }),
  ),
});

export type DemoAccount = z.infer<typeof secrets>['accounts'][number];

/** The accounts that anybody may use: those of the demo, none anywhere else. */
export async function demoAccounts(): Promise<readonly DemoAccount[]> {
  const { DEMO, DEMO_SECRETS } = demoEnv();
  if (DEMO !== '1') return [];
  try {
    return secrets.parse(JSON.parse(await readFile(DEMO_SECRETS, 'utf8'))).accounts;
  } catch (error) {
    log().warn({ error: messageOf(error) }, 'The demo accounts cannot be shown');
    return [];
  }
}
