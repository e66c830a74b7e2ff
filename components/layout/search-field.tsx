'use client';

import { usePathname, useSearchParams } from 'next/navigation';

/**
 * The words being searched, as the address has them: back and forward change the field too. On the merchants' side the
 * same name stands for a search among their own products.
 */
export function SearchField({ label, placeholder }: { label: string; placeholder: string }) {
  const asked = useSearchParams().get('q') ?? '';
  const words = usePathname().startsWith('/admin') ? '' : asked;
  return (
    <input
      key={words}
      type="search"
      name="q"
      defaultValue={words}
      maxLength={80}
      aria-label={label}
      placeholder={placeholder}
      autoComplete="off"
      enterKeyHint="search"
      className="min-h-11 w-full min-w-0 rounded-full bg-transparent pl-5 outline-none placeholder:text-soft [&::-webkit-search-cancel-button]:hidden"
    />
  );
}
