'use client';

import { useEffect, useRef } from 'react';
import { useSearchParams } from 'next/navigation';

/** In front of a row of links that scrolls sideways: brings the present page's link into the middle of the row. */
export function KeepCurrentInView() {
  const mark = useRef<HTMLSpanElement>(null);
  const address = useSearchParams();
  useEffect(() => {
    const row = mark.current?.nextElementSibling;
    const link = row?.querySelector<HTMLElement>('[aria-current]');
    if (!row || !link) return;
    const middle =
      link.getBoundingClientRect().left - row.getBoundingClientRect().left + link.offsetWidth / 2;
    row.scrollBy({ left: middle - row.clientWidth / 2, behavior: 'instant' });
  }, [address]);
  return <span ref={mark} hidden />;
}
