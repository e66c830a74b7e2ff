import Link from 'next/link';
import type { ReactNode } from 'react';

const LOOKS = {
  solid: 'bg-ink text-paper hover:bg-ink/85',
  outline: 'border border-line bg-paper text-ink hover:border-ink',
};

/** The one shape of a call to action that goes somewhere. */
export function ActionLink({
  href,
  look = 'solid',
  anew = false,
  children,
}: {
  href: string;
  look?: keyof typeof LOOKS;
  /** Loads a new document, also where it leads to the page that is shown: that would keep its state otherwise. */
  anew?: boolean;
  children: ReactNode;
}) {
  const Anchor = anew ? 'a' : Link;
  return (
    <Anchor
      href={href}
      className={`inline-flex min-h-12 items-center justify-center gap-2 rounded-full px-6 font-semibold transition-colors duration-200 ${LOOKS[look]}`}
    >
      {children}
    </Anchor>
  );
}
