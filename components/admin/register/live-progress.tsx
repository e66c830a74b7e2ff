'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { Progress } from './progress';

/** The screen reader hears how the pictures are doing when they have been quiet for a moment, not at every step. */
const QUIET_MS = 1_200;

export function LiveProgress({ progress }: { progress: Progress }) {
  const t = useTranslations('register');
  const now = progress.total === 0 ? '' : t('progress', { ...progress });
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(now), QUIET_MS);
    return () => clearTimeout(timer);
  }, [now]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
