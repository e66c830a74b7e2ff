'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { stepOfKey } from './gallery-keys';

/** The words of the gallery, already in the shopper's language. */
export interface GalleryWords {
  readonly gallery: string;
  readonly help: string;
  readonly previous: string;
  readonly next: string;
  readonly show: readonly string[];
}

/**
 * Pictures side by side in a row that snaps: touch swipes it, arrow keys, thumbnails and buttons scroll it. The row
 * itself is the state; what is current is read off its scroll position.
 */
export function Gallery({
  pictures,
  thumbnails,
  words,
}: {
  pictures: readonly ReactNode[];
  thumbnails: readonly ReactNode[];
  words: GalleryWords;
}) {
  const row = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const last = pictures.length - 1;
  const several = last > 0;

  function show(index: number) {
    const to = Math.min(Math.max(index, 0), last);
    row.current?.scrollTo({ left: to * row.current.clientWidth });
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = stepOfKey(event);
    if (step === 0 || !several) return;
    event.preventDefault();
    show(current + step);
  }

  return (
    <section aria-roledescription="carousel" aria-label={words.gallery} onKeyDown={onKeyDown}>
      <div className="relative overflow-hidden rounded-3xl bg-mist">
        <div
          ref={row}
          role="group"
          tabIndex={several ? 0 : undefined}
          aria-label={several ? `${words.gallery}. ${words.help}` : words.gallery}
          onScroll={({ currentTarget: { scrollLeft, clientWidth } }) =>
            setCurrent(Math.round(scrollLeft / Math.max(1, clientWidth)))
          }
          className="rail aspect-square snap-x snap-mandatory rounded-3xl focus-visible:outline-offset-[-3px] motion-safe:scroll-smooth"
        >
          {pictures.map((picture, index) => (
            <div key={index} className="relative h-full w-full shrink-0 snap-center">
              {picture}
            </div>
          ))}
        </div>
        {several && (
          <>
            <Step side="left-3" label={words.previous} off={current === 0} onClick={() => show(current - 1)}>
              <ChevronLeft aria-hidden="true" className="size-5" />
            </Step>
            <Step side="right-3" label={words.next} off={current === last} onClick={() => show(current + 1)}>
              <ChevronRight aria-hidden="true" className="size-5" />
            </Step>
          </>
        )}
      </div>
      {several && (
        <div className="mt-3 flex gap-3">
          {thumbnails.map((thumbnail, index) => (
            <button
              key={index}
              type="button"
              aria-label={words.show[index]}
              aria-current={index === current}
              onClick={() => show(index)}
              className="relative size-16 overflow-hidden rounded-xl bg-mist opacity-70 ring-ink transition-opacity hover:opacity-100 aria-[current=true]:opacity-100 aria-[current=true]:ring-2 md:size-20"
            >
              {thumbnail}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}

/** At its end a step is hidden but for the keyboard, whose place in the page would otherwise be lost or unseen. */
function Step({
  side,
  label,
  off,
  onClick,
  children,
}: {
  side: string;
  label: string;
  off: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={off}
      onClick={onClick}
      className={`absolute top-1/2 ${side} hidden size-11 -translate-y-1/2 place-items-center rounded-full bg-paper text-ink shadow-md transition-opacity aria-disabled:cursor-default aria-disabled:text-soft aria-disabled:not-focus-visible:opacity-0 md:grid`}
    >
      {children}
    </button>
  );
}
