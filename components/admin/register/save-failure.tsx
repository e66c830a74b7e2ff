'use client';

import { useTranslations } from 'next-intl';
import { usePathname } from 'next/navigation';
import type { SaveFailure } from './use-save';

const KNOWN = [
  ...['invalid-input', 'already-exists', 'not-found', 'not-allowed', 'not-signed-in'],
  ...['too-many-requests', 'not-ready', 'no-connection', 'picture-broke', 'pictures', 'unexpected'],
] as const;

type Known =
  | 'invalid-input'
  | 'already-exists'
  | 'not-found'
  | 'not-allowed'
  | 'not-signed-in'
  | 'too-many-requests'
  | 'not-ready'
  | 'no-connection'
  | 'picture-broke'
  | 'pictures'
  | 'unexpected';

/** Why it was not saved, and what to do. Everything typed is still there. */
export function SaveFailureNotice({ failure }: { failure: SaveFailure }) {
  const t = useTranslations('register');
  const path = usePathname();
  const said = failure.fields?.pictures === undefined ? failure.code : 'pictures';
  const code = (KNOWN.find((one) => one === said) ?? 'unexpected') as Known;
  return (
    <div role="alert" className="mb-3 rounded-xl border border-twin/40 bg-twin/5 px-4 py-3 text-sm">
      <p className="font-semibold">{t('notSaved')}</p>
      <p>
        {t(`saveFailures.${code}`)}
        {failure.reference && ` ${t('reference', { reference: failure.reference })}`}
      </p>
      {code === 'not-signed-in' && (
        <a
          href={`/sign-in?next=${encodeURIComponent(path)}`}
          target="_blank"
          rel="opener"
          className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4 hover:text-twin"
        >
          {t('signInAgain')}
        </a>
      )}
    </div>
  );
}
