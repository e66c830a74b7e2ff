'use client';

import { useTranslations } from 'next-intl';

/** How many uploaded pictures the server has cleared away since, which, and what to do. */
export function GonePictures({ names }: { names: readonly string[] }) {
  const t = useTranslations('register');
  return (
    <div role="alert">
      {names.length > 0 && (
        <p className="mt-4 rounded-xl border border-twin/40 bg-twin/5 px-4 py-3 text-sm">
          <strong className="block font-semibold">{t('gone', { count: names.length })}</strong>
          {t('goneText', { names: names.join(', ') })}
        </p>
      )}
    </div>
  );
}
