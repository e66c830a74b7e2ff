'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

export interface AdminPlace {
  readonly href: string;
  readonly label: string;
}

/** The places of the merchants' side; where one stands is the place with the longest address that fits. */
export function AdminNav({ label, places }: { label: string; places: readonly AdminPlace[] }) {
  const here = currentPlace(
    usePathname(),
    places.map(({ href }) => href),
  );
  return (
    <nav aria-label={label} className="rail -mx-2 gap-1">
      {places.map(({ href, label: name }) => (
        <Link
          key={href}
          href={href}
          aria-current={href === here ? 'page' : undefined}
          className="flex min-h-11 shrink-0 items-center rounded-lg px-2.5 font-semibold text-soft -outline-offset-3 hover:text-ink aria-[current]:text-ink aria-[current]:underline aria-[current]:decoration-twin aria-[current]:decoration-2 aria-[current]:underline-offset-8"
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}

export function currentPlace(path: string, places: readonly string[]): string | undefined {
  return places
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
}
