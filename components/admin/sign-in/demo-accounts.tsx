'use client';

import { useTranslations } from 'next-intl';

/** An account that the page may show with its password. */
export interface ShownAccount {
  readonly as: 'merchant' | 'other-merchant' | 'admin';
  readonly email: string;
  readonly password: string;
}

/** In the demo only: who one may be, to be filled in with one press. */
export function DemoAccounts({
  accounts,
  onChoose,
}: {
  accounts: readonly ShownAccount[];
  onChoose: (account: ShownAccount) => void;
}) {
  const t = useTranslations('auth');
  return (
    <section aria-labelledby="demo-accounts" className="mt-12 border-t border-line pt-8">
      <h2 id="demo-accounts" className="font-bold">
        {t('demo')}
      </h2>
      <p className="mt-1 text-sm text-soft">{t('demoText')}</p>
      <ul className="mt-4 flex flex-col gap-3">
        {accounts.map((account) => (
          <li key={account.as} className="rounded-card bg-mist p-4">
            <p className="font-semibold">{t(`demoAs.${account.as}`)}</p>
            <p className="mt-0.5 text-sm break-all text-soft">
              {account.email} · <span className="font-mono">{account.password}</span>
            </p>
            <button
              type="button"
              aria-label={`${t('fill')}: ${t(`demoAs.${account.as}`)}`}
              onClick={() => onChoose(account)}
              className="mt-3 min-h-11 rounded-full border border-line bg-paper px-5 text-sm font-semibold hover:border-ink"
            >
              {t('fill')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
