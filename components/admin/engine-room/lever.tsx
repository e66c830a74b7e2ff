'use client';

import { useTranslations } from 'next-intl';
import { useId, useRef, type ReactNode } from 'react';

export interface Question {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
}

const LOOKS = {
  solid: 'bg-ink text-paper hover:bg-ink/85',
  outline: 'border border-line bg-paper text-ink hover:border-ink',
};

/** A button that does something of weight: with a question it asks first. */
export function Lever({
  label,
  question,
  look = 'outline',
  disabled = false,
  onPull,
}: {
  label: ReactNode;
  question?: Question;
  look?: keyof typeof LOOKS;
  disabled?: boolean;
  onPull: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        type="button"
        disabled={disabled}
        onClick={() => (question ? dialog.current?.showModal() : onPull())}
        className={`inline-flex min-h-11 items-center gap-2 rounded-full px-5 font-semibold whitespace-nowrap transition-colors disabled:cursor-not-allowed disabled:opacity-50 ${LOOKS[look]}`}
      >
        {label}
      </button>
      {question && <Ask dialog={dialog} question={question} onYes={onPull} />}
    </>
  );
}

function Ask({
  dialog,
  question,
  onYes,
}: {
  dialog: React.RefObject<HTMLDialogElement | null>;
  question: Question;
  onYes: () => void;
}) {
  const t = useTranslations('engineRoom.actions');
  const id = useId();
  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-card border border-line bg-paper p-6 text-ink shadow-xl backdrop:bg-black/50"
    >
      <h2 id={`${id}-title`} className="text-xl font-bold">
        {question.title}
      </h2>
      <p id={`${id}-text`} className="mt-3 text-pretty text-soft">
        {question.text}
      </p>
      <form method="dialog" className="mt-6 flex flex-wrap justify-end gap-2">
        <button
          type="submit"
          className="min-h-11 rounded-full border border-line px-5 font-semibold hover:border-ink"
        >
          {t('cancel')}
        </button>
        <button
          type="submit"
          onClick={onYes}
          className="min-h-11 rounded-full bg-ink px-5 font-semibold text-paper hover:bg-ink/85"
        >
          {question.yes}
        </button>
      </form>
    </dialog>
  );
}
