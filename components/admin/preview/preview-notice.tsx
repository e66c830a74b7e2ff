import { useTranslations } from 'next-intl';
import type { FailureCode } from '@/lib/vision/browser';

/** Why there is no preview, in one sentence, and a way to try again where that may help. */
export function PreviewNotice({ code, onRetry }: { code: FailureCode; onRetry?: () => void }) {
  const t = useTranslations('preview');
  return (
    <div
      role="alert"
      data-failure={code}
      className="mt-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-2xl border border-line bg-paper px-5 py-4"
    >
      <p className="text-pretty">{t(`failures.${code}`)}</p>
      {onRetry && (
        <button
          type="button"
          onClick={onRetry}
          className="min-h-11 rounded-full border border-line px-5 font-semibold hover:border-ink"
        >
          {t('retry')}
        </button>
      )}
    </div>
  );
}
