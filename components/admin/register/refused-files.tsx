'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { PicturesInForm } from './use-pictures';

/** Files that were not taken, each with its reason, until the message is closed. */
export function RefusedFiles({ form, words }: { form: PicturesInForm; words: (problem: string) => string }) {
  const t = useTranslations('register');
  return (
    <div role="alert">
      <ul className="mt-4 grid gap-2 empty:hidden">
        {form.refused.map(({ key, name, problem }) => (
          <li
            key={key}
            className="flex items-start gap-3 rounded-xl border border-twin/40 bg-twin/5 py-2 pr-1 pl-4 text-sm"
          >
            <p className="min-w-0 flex-1 py-1.5">
              <strong className="font-semibold">{name}</strong>
              <span className="block">{words(problem)}</span>
            </p>
            <button
              type="button"
              onClick={() => form.dismiss(key)}
              aria-label={t('dismiss', { name })}
              className="grid size-11 shrink-0 place-items-center rounded-full hover:bg-mist"
            >
              <X aria-hidden="true" className="size-4" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
