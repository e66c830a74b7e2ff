'use client';

import { useLayoutEffect, useRef } from 'react';
import { Field, type FieldState } from './field';
import { groupDigits } from './grouped-digits';

/** A whole number whose digits are grouped while it is typed, with its unit. */
export function NumberField({
  name,
  state,
  unit,
  hint,
}: {
  name: 'priceKrw' | 'stock';
  state: FieldState;
  unit: string;
  hint?: string;
}) {
  const input = useRef<HTMLInputElement>(null);
  const caret = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (caret.current === null) return;
    input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  function onChange({ value, selectionStart }: HTMLInputElement) {
    const grouped = groupDigits(value, selectionStart ?? value.length);
    caret.current = grouped.caret;
    state.set(grouped.text);
  }

  return (
    <Field name={name} state={state} hint={hint}>
      {(control) => (
        <div className="relative">
          <input
            {...control}
            ref={input}
            inputMode="numeric"
            autoComplete="off"
            required
            onChange={({ currentTarget }) => onChange(currentTarget)}
            className={`${control.className} pr-14 text-right tabular-nums`}
          />
          <span
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 right-4 grid place-items-center text-soft"
          >
            {unit}
          </span>
        </div>
      )}
    </Field>
  );
}
