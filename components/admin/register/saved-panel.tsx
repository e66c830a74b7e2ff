'use client';

import { CircleCheck, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { ActionLink } from '@/components/ui/action-link';
import type { Stage } from '@/lib/merchant/register/types';
import type { Progress } from './progress';
import { useStage } from './use-stage';

/** After saving: how far the product has come, live, and where to go from here. */
export function SavedPanel({ id, title, progress }: { id: number; title: string; progress: Progress }) {
  const t = useTranslations('register');
  const stage = useStage(id);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, []);
  const shown = stage !== null && stage !== 'saved';
  return (
    <section
      aria-labelledby="saved-heading"
      data-stage={stage ?? 'saved'}
      className="wrap grid justify-items-center py-14 text-center md:py-20"
    >
      <CircleCheck aria-hidden="true" className="size-14 text-good" strokeWidth={1.5} />
      <h2
        id="saved-heading"
        ref={heading}
        tabIndex={-1}
        className="mt-5 max-w-2xl text-3xl font-bold outline-none"
      >
        {t('saved', { title })}
      </h2>
      <div role="status" className="mt-8 w-full max-w-sm text-left">
        <ol className="grid gap-4">
          <Step done text={t('stepSaved')} />
          <Step done={progress.reading === 0} text={t('stepRead', { ...progress })} />
          <Step done={shown} text={t(shown ? 'stepShown' : 'stepShowing')} />
          <Step {...lastStep(stage)} text={t(lastWords(stage))} />
        </ol>
      </div>
      {progress.failed > 0 && (
        <p role="alert" className="mt-8 max-w-md text-pretty">
          {t('someFailed', { count: progress.failed })}
        </p>
      )}
      <div className="mt-10 flex flex-wrap justify-center gap-3">
        {shown && <ActionLink href={`/shop/detail/${id}`}>{t('toShop')}</ActionLink>}
        <ActionLink look="outline" href={`/admin/products/new?like=${id}`}>
          {t('another')}
        </ActionLink>
        <ActionLink look="outline" href={`/admin/products/${id}`} anew>
          {t('editAgain')}
        </ActionLink>
        <ActionLink look="outline" href="/admin/products">
          {t('toList')}
        </ActionLink>
      </div>
    </section>
  );
}

function lastStep(stage: Stage | null) {
  return { done: stage === 'found', attention: stage === 'sold-out' };
}

function lastWords(stage: Stage | null) {
  if (stage === 'sold-out') return 'stepSoldOut';
  return stage === 'found' ? 'stepFound' : 'stepFinding';
}

function Step({ done, attention = false, text }: { done: boolean; attention?: boolean; text: string }) {
  const icon = 'size-5 shrink-0 mt-0.5';
  return (
    <li className={`flex gap-3 ${done || attention ? '' : 'text-soft'}`}>
      {attention ? (
        <TriangleAlert aria-hidden="true" className={`${icon} text-twin`} />
      ) : done ? (
        <CircleCheck aria-hidden="true" className={`${icon} text-good`} />
      ) : (
        <LoaderCircle aria-hidden="true" className={`${icon} motion-safe:animate-spin`} />
      )}
      {text}
    </li>
  );
}
