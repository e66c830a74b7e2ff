import type { ReactNode } from 'react';

/** What a page says when there is nothing to show: what happened, and what to do next. */
export function Notice({
  title,
  text,
  heading = 'h2',
  children,
}: {
  title: string;
  text: string;
  heading?: 'h1' | 'h2' | 'h3';
  children?: ReactNode;
}) {
  const Heading = heading;
  return (
    <div className="flex flex-col items-center px-4 py-12 text-center md:py-20">
      <EmptyRings />
      <Heading className="mt-8 text-2xl font-bold">{title}</Heading>
      <p className="mt-3 max-w-md text-pretty text-soft">{text}</p>
      {children && <div className="mt-8 flex flex-wrap justify-center gap-3">{children}</div>}
    </div>
  );
}

function EmptyRings() {
  return (
    <svg viewBox="0 0 96 56" fill="none" strokeWidth="3" aria-hidden="true" className="h-16">
      <circle cx="28" cy="28" r="24" className="stroke-ink" />
      <circle cx="68" cy="28" r="24" strokeDasharray="5 6" className="stroke-twin" />
    </svg>
  );
}
