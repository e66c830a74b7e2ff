'use client';

import { ChevronDown } from 'lucide-react';

/** One of a form's choices; taking it sends the form. */
export function Choice({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value: string;
  options: readonly { readonly value: string; readonly label: string }[];
}) {
  return (
    <span className="relative min-w-0 grow basis-32 md:grow-0 md:basis-auto">
      <select
        name={name}
        aria-label={label}
        defaultValue={value}
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
        className="min-h-11 w-full appearance-none truncate rounded-full border border-line bg-paper pr-10 pl-4 hover:border-ink"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-4 size-4 -translate-y-1/2 text-soft"
      />
    </span>
  );
}
