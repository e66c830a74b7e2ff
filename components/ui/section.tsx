import Link from 'next/link';
import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';

/** A titled band of a page, with an optional way to see the rest of what it shows. */
export function Section({
  id,
  title,
  text,
  more,
  children,
}: {
  id: string;
  title: string;
  text?: string;
  more?: { readonly href: string; readonly label: string };
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="wrap mt-16 md:mt-24">
      <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-1 md:mb-8">
        <div>
          <h2 id={id} className="text-2xl font-bold md:text-3xl">
            {title}
          </h2>
          {text && <p className="mt-1.5 text-soft">{text}</p>}
        </div>
        {more && <MoreLink {...more} about={title} />}
      </div>
      {children}
    </section>
  );
}

function MoreLink({ href, label, about }: { href: string; label: string; about: string }) {
  return (
    <Link
      href={href}
      className="group -mr-2 inline-flex min-h-11 items-center gap-1.5 rounded-lg px-2 font-semibold hover:text-twin"
    >
      {label}
      <span className="sr-only">: {about}</span>
      <ArrowRight
        aria-hidden="true"
        className="size-4 transition-transform duration-200 group-hover:translate-x-0.5"
      />
    </Link>
  );
}
