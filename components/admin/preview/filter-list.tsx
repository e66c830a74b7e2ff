'use client';

import { useTranslations } from 'next-intl';
import { useId, type KeyboardEvent } from 'react';
import { BarChart, type Bar } from './bar-chart';
import { moveChoice } from './move-choice';

/** So many bars with Page up and Page down. */
const PAGE = 5;

/** The strongest filters: a list to walk through with the arrow keys, drawn as bars. */
export function FilterList({
  bars,
  chosen,
  onChoose,
}: {
  bars: readonly Bar[];
  chosen: number;
  onChoose: (filter: number) => void;
}) {
  const t = useTranslations('preview');
  const id = useId();
  const at = bars.findIndex(({ filter }) => filter === chosen);

  function onKeyDown(event: KeyboardEvent) {
    const to = moveChoice(event.key, at, bars.length, PAGE);
    if (to === null) return;
    event.preventDefault();
    onChoose(bars[to]!.filter);
  }

  return (
    <section aria-labelledby={`${id}-title`}>
      <h4 id={`${id}-title`} className="font-bold">
        {t('filtersTitle', { count: bars.length })}
      </h4>
      <p id={`${id}-help`} className="mt-0.5 text-sm text-soft">
        {t('filtersText')}
      </p>
      <div
        role="listbox"
        tabIndex={0}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-help`}
        aria-activedescendant={at < 0 ? undefined : `${id}-${chosen}`}
        onKeyDown={onKeyDown}
        className="relative mt-3 rounded-xl"
      >
        <BarChart bars={bars} chosen={chosen} onChoose={onChoose} />
        {bars.map(({ filter, percent }, rank) => (
          <div
            key={filter}
            role="option"
            id={`${id}-${filter}`}
            aria-selected={filter === chosen}
            data-filter={filter}
            className="sr-only"
          >
            {t('bar', { rank: rank + 1, filter, percent })}
          </div>
        ))}
      </div>
    </section>
  );
}
