'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { FieldName, FieldProblem } from '@/lib/merchant/register/types';

/** What a control of a field is given: who it is, what is wrong with it, and what to tell of it. */
export interface FieldControl {
  readonly id: string;
  readonly name: FieldName;
  readonly value: string;
  readonly className: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
  readonly onBlur: () => void;
}

export interface FieldState {
  readonly value: string;
  readonly problem: FieldProblem | undefined;
  readonly set: (text: string) => void;
  readonly leave: () => void;
}

export const fieldId = (name: FieldName) => `field-${name}`;

const LOOK =
  'w-full min-h-12 rounded-xl border border-line bg-paper px-4 py-2.5 transition-colors placeholder:text-soft/80 hover:border-soft focus-visible:border-ink focus-visible:outline-2 focus-visible:outline-offset-0 focus-visible:outline-ink aria-invalid:border-twin';

/** A labelled field with its hint, and beneath it what is wrong. */
export function Field({
  name,
  state,
  optional = false,
  hint,
  children,
}: {
  name: FieldName;
  state: FieldState;
  optional?: boolean;
  hint?: string;
  children: (control: FieldControl) => ReactNode;
}) {
  const t = useTranslations('register');
  const id = fieldId(name);
  const described = [hint && `${id}-hint`, state.problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1.5 flex items-baseline justify-between gap-3 font-semibold">
        {t(`fields.${name}`)}
        {optional && <span className="text-sm font-normal text-soft">{t('optional')}</span>}
      </label>
      {children({
        ...{ id, name, value: state.value, className: LOOK, onBlur: state.leave },
        'aria-invalid': Boolean(state.problem),
        'aria-describedby': described || undefined,
      })}
      {hint && (
        <p id={`${id}-hint`} className="mt-1.5 text-sm text-soft">
          {hint}
        </p>
      )}
      {state.problem && (
        <p id={`${id}-problem`} className="mt-1.5 text-sm font-medium text-twin">
          {t(`problems.${state.problem}`)}
        </p>
      )}
    </div>
  );
}
