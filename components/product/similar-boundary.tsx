'use client';

import { catchError, type ErrorInfo } from 'next/error';
import { useTranslations } from 'next-intl';
import { RetryButton } from '@/components/ui/error-notice';
import { Notice } from '@/components/ui/notice';

/** Keeps a failed search for look-alikes from taking the product page with it. */
export const SimilarBoundary = catchError(SimilarFailed);

function SimilarFailed(_props: object, { retry }: ErrorInfo) {
  const t = useTranslations('errors');
  return (
    <div role="alert">
      <Notice heading="h3" title={t('similarTitle')} text={t('similarText')}>
        <RetryButton retry={retry} label={t('retry')} />
      </Notice>
    </div>
  );
}
