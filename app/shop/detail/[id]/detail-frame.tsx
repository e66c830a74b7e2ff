import type { ReactNode } from 'react';

/** Where things are at the top of the product page; the page and its skeleton share it. */
export function DetailFrame({
  path,
  gallery,
  summary,
}: {
  path: ReactNode;
  gallery: ReactNode;
  summary: ReactNode;
}) {
  return (
    <div className="wrap pt-2 md:pt-4">
      <div className="min-h-11">{path}</div>
      <div className="mt-2 grid gap-x-16 gap-y-6 md:grid-cols-2 xl:grid-cols-[1.1fr_1fr] xl:gap-x-24">
        <div className="min-w-0">{gallery}</div>
        {summary}
      </div>
    </div>
  );
}
