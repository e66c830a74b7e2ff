'use client';

import { History } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { Draft } from '@/lib/merchant/register/types';

/** What was not saved the last time, to be taken up again or thrown away. */
export function DraftOffer({
  draft,
  onRestore,
  onDiscard,
}: {
  draft: Draft;
  onRestore: () => void;
  onDiscard: () => void;
}) {
  const t = useTranslations('register');
  const format = useFormatter();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section
      aria-labelledby="draft-heading"
      className="wrap my-8 grid justify-items-center gap-2 rounded-3xl py-16 text-center"
    >
      <History aria-hidden="true" className="size-10 text-soft" strokeWidth={1.5} />
      <h2 id="draft-heading" ref={heading} tabIndex={-1} className="mt-4 text-2xl font-bold outline-none">
        {t('draftTitle')}
      </h2>
      <p className="max-w-md text-pretty text-soft">
        {t('draftText', {
          when: format.relativeTime(new Date(draft.savedAt), new Date()),
          title: draft.fields.titleKo || draft.fields.titleEn || t('untitled'),
          count: draft.pictures.length,
        })}
        {draft.unsent > 0 && ` ${t('draftUnsent', { count: draft.unsent })}`}
      </p>
      <div className="mt-6 flex flex-wrap justify-center gap-3">
        <button
          type="button"
          onClick={onRestore}
          className="min-h-12 rounded-full bg-ink px-6 font-semibold text-paper hover:bg-ink/85"
        >
          {t('draftRestore')}
        </button>
        <button
          type="button"
          onClick={onDiscard}
          className="min-h-12 rounded-full border border-line px-6 font-semibold hover:border-ink"
        >
          {t('draftDiscard')}
        </button>
      </div>
    </section>
  );
}
