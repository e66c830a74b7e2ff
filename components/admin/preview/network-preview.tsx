'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { BrowserModel } from '@/lib/vision/browser';
import { PreviewNotice } from './preview-notice';
import type { FindSimilar, PreviewPicture } from './preview-session';
import { useRememberedSwitch } from './use-remembered-switch';

export type { FindSimilar, PreviewPicture } from './preview-session';

/** Fetched only by those who want it: charts, worker and all. */
const Panel = dynamic(() => import('./preview-panel').then(({ PreviewPanel }) => PreviewPanel), {
  ssr: false,
});

/**
 * A switch, off unless it was left on, and below it what the network sees in the pictures chosen: read in this browser,
 * before anything is uploaded. Whatever fails here, the form around it goes on.
 * @param model null while the server has no network to give away
 */
export function NetworkPreview({
  pictures,
  findSimilar,
  model,
}: {
  pictures: readonly PreviewPicture[];
  findSimilar: FindSimilar;
  model: BrowserModel | null;
}) {
  const t = useTranslations('preview');
  const id = useId();
  const [on, setOn] = useRememberedSwitch();
  return (
    <section
      aria-labelledby={`${id}-title`}
      data-preview={on ? 'on' : 'off'}
      className="@container rounded-3xl bg-mist p-5 md:p-7"
    >
      <div className="flex items-start justify-between gap-5">
        <div>
          <h2 id={`${id}-title`} className="text-xl font-bold">
            {t('title')}
          </h2>
          <p id={`${id}-text`} className="mt-1 text-sm text-pretty text-soft">
            {t('text', { megabytes: megabytes(model?.bytes ?? 0) })}
          </p>
        </div>
        <button
          type="button"
          role="switch"
          aria-checked={on}
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-text`}
          onClick={() => setOn(!on)}
          className="group -m-2 shrink-0 rounded-full p-2"
        >
          <span className="block h-7 w-12 rounded-full border border-soft bg-paper p-0.5 transition-colors group-aria-checked:border-twin group-aria-checked:bg-twin">
            <span className="block size-[1.375rem] rounded-full bg-soft transition-transform group-aria-checked:translate-x-5 group-aria-checked:bg-paper" />
          </span>
        </button>
      </div>
      {on && !model && <PreviewNotice code="model-missing" />}
      {on && model && <Panel {...{ pictures, findSimilar, model }} />}
    </section>
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
