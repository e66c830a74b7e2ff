'use client';

import { RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ActionLink } from './action-link';
import { Notice } from './notice';

/** What an error boundary shows: what to do next, and the number under which the server logged it. */
export function ErrorNotice({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('errors');
  const digest = digestOf(error);
  return (
    <div role="alert">
      <Notice heading="h1" title={t('title')} text={t('text')}>
        <RetryButton retry={retry} label={t('retry')} />
        <ActionLink look="outline" href="/shop/main">
          {t('toMain')}
        </ActionLink>
        {digest && <p className="mt-2 w-full text-sm text-soft">{t('number', { digest })}</p>}
      </Notice>
    </div>
  );
}

export function RetryButton({ retry, label }: { retry: () => void; label: string }) {
  return (
    <button
      type="button"
      onClick={() => retry()}
      className="inline-flex min-h-12 items-center gap-2 rounded-full bg-ink px-6 font-semibold text-paper hover:bg-ink/85"
    >
      <RotateCw aria-hidden="true" className="size-4" />
      {label}
    </button>
  );
}

function digestOf(error: unknown): string | null {
  return error instanceof Error && 'digest' in error ? String(error.digest) : null;
}
