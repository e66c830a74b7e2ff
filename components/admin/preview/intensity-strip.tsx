'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { FILTERS } from './filter-map';
import { moveChoice } from './move-choice';

const PAGE = 16;
const HEIGHT = 48;

/** All intensities side by side, the darker the stronger; arrow keys, pointing and clicking tell which is which. */
export function IntensityStrip({
  percents,
  chosen,
  onChoose,
}: {
  /** 512, of the strongest. */
  percents: readonly number[];
  chosen: number;
  onChoose: (filter: number) => void;
}) {
  const t = useTranslations('preview');
  const id = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const told = pointed ?? chosen;

  useEffect(() => draw(canvas.current!, percents), [percents]);

  function onKeyDown(event: KeyboardEvent) {
    const to = moveChoice(event.key, chosen, FILTERS, PAGE);
    if (to === null) return;
    event.preventDefault();
    setPointed(null);
    onChoose(to);
  }

  return (
    <section aria-labelledby={`${id}-title`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h4 id={`${id}-title`} className="font-bold">
          {t('stripTitle')}
        </h4>
        <p className="text-sm text-soft tabular-nums" data-strip-told>
          {t('stripValue', { filter: told, percent: percents[told] ?? 0 })}
        </p>
      </div>
      <div
        role="slider"
        tabIndex={0}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-summary`}
        aria-valuemin={0}
        aria-valuemax={FILTERS - 1}
        aria-valuenow={chosen}
        aria-valuetext={t('stripValue', { filter: chosen, percent: percents[chosen] ?? 0 })}
        onKeyDown={onKeyDown}
        onMouseMove={(event) => setPointed(filterAt(event))}
        onMouseLeave={() => setPointed(null)}
        onClick={(event) => onChoose(filterAt(event))}
        className="relative mt-3 cursor-crosshair rounded-lg"
      >
        <canvas
          ref={canvas}
          width={FILTERS}
          height={1}
          aria-hidden="true"
          style={{ height: HEIGHT, imageRendering: 'pixelated' }}
          className="block w-full rounded-lg bg-mist text-ink"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute -inset-y-1 w-0.5 -translate-x-1/2 rounded-full bg-twin"
          style={{ left: `${((chosen + 0.5) / FILTERS) * 100}%` }}
        />
      </div>
      <p id={`${id}-summary`} className="mt-1.5 text-sm text-soft">
        {t('stripSummary', { answering: percents.filter((one) => one > 0).length, count: FILTERS })}
      </p>
    </section>
  );
}

function filterAt({ currentTarget, clientX }: MouseEvent<HTMLElement>): number {
  const { left, width } = currentTarget.getBoundingClientRect();
  const at = Math.floor(((clientX - left) / Math.max(1, width)) * FILTERS);
  return Math.min(Math.max(at, 0), FILTERS - 1);
}

/** One pixel per filter, in the colour of the text, so that it follows the theme when it is drawn. */
function draw(canvas: HTMLCanvasElement, percents: readonly number[]): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = getComputedStyle(canvas).color;
  percents.forEach((percent, filter) => {
    context.globalAlpha = percent / 100;
    context.fillRect(filter, 0, 1, canvas.height);
  });
}
