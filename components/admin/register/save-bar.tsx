'use client';

import { LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Progress } from './progress';
import { SaveFailureNotice } from './save-failure';
import type { Saving } from './use-save';

/** Always in sight: how the pictures are doing, what saving ran into, and the button. */
export function SaveBar({
  saving,
  progress,
  onStop,
  label,
  children,
}: {
  saving: Saving;
  progress: Progress;
  onStop: () => void;
  label: string;
  /** What else can be done with the product. */
  children?: React.ReactNode;
}) {
  const t = useTranslations('register');
  const busy = saving.phase === 'waiting' || saving.phase === 'saving';
  return (
    <div
      data-stays-below
      className="sticky bottom-0 z-20 mt-12 border-t border-line bg-paper/95 backdrop-blur-sm"
    >
      <div className="wrap py-3">
        {saving.phase === 'editing' && saving.failure && <SaveFailureNotice failure={saving.failure} />}
        <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2">
          <p className="mr-auto text-sm text-soft tabular-nums">
            {saving.phase === 'waiting' && progress.unsent > 0
              ? t('waitingForUploads', { count: progress.unsent })
              : progress.total > 0 && t('progress', { ...progress })}
          </p>
          {children}
          {saving.phase === 'waiting' && (
            <button
              type="button"
              onClick={onStop}
              className="min-h-12 rounded-full px-4 font-semibold hover:text-twin"
            >
              {t('stopWaiting')}
            </button>
          )}
          <button
            type="submit"
            aria-disabled={busy}
            className="inline-flex min-h-12 items-center gap-2 rounded-full bg-ink px-8 font-semibold text-paper transition-colors hover:bg-ink/85 aria-disabled:cursor-progress aria-disabled:bg-ink/70"
          >
            {busy && <LoaderCircle aria-hidden="true" className="size-4 motion-safe:animate-spin" />}
            {busy ? t('saving') : label}
          </button>
        </div>
      </div>
    </div>
  );
}
