'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { Problem } from '@/lib/problem';

const ONE_MINUTE_S = 60;

/**
 * Says why an action was refused and what to do next. Takes the focus, so that it is read out and seen. Whoever's
 * session has ended signs in beside, in another tab: nothing typed here is lost.
 */
export function ProblemNotice({ problem }: { problem: Problem }) {
  const t = useTranslations('admin');
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus(), [problem]);
  const minutes = Math.ceil((problem.retryAfterSeconds ?? ONE_MINUTE_S) / ONE_MINUTE_S);
  return (
    <div
      ref={notice}
      role="alert"
      tabIndex={-1}
      className="flex gap-3 rounded-card border border-twin bg-paper p-4 text-sm"
    >
      <CircleAlert aria-hidden="true" className="mt-px size-5 shrink-0 text-twin" />
      <div>
        <p className="font-semibold">{t(`problems.${problem.code}`, { minutes })}</p>
        {problem.code === 'not-signed-in' && (
          <a href="/sign-in" target="_blank" className="mt-1 inline-flex min-h-11 items-center underline">
            {t('signInBeside')}
          </a>
        )}
        {problem.reference && (
          <p className="mt-1 text-soft">{t('reference', { reference: problem.reference })}</p>
        )}
      </div>
    </div>
  );
}
