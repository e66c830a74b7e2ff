'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { FilterList } from './filter-list';
import { percents } from './filter-map';
import { HeatMap } from './heat-map';
import { IntensityStrip } from './intensity-strip';
import { MatchesFound } from './matches-found';
import { PreviewNotice } from './preview-notice';
import type { PreviewPicture, Sight } from './preview-session';
import { useObjectUrl } from './use-object-url';

/** The published method's number of filters: what fits on a screen as bars. */
const BARS = 25;

/** What the network sees in one picture, or why it sees nothing. */
export function PictureSight({
  picture,
  sight,
  onAskAgain,
}: {
  picture: PreviewPicture;
  sight: Sight;
  onAskAgain: () => void;
}) {
  const t = useTranslations('preview');
  switch (sight.state) {
    case 'waiting':
      return (
        <p role="status" className="mt-5 font-medium">
          {t('looking', { name: picture.name })}
        </p>
      );
    case 'failed':
      return <PreviewNotice code={sight.code} />;
    case 'seen':
      return (
        <div className="mt-6" data-seen={picture.name}>
          <MatchesFound matches={sight.matches} onAskAgain={onAskAgain} />
          <Filters picture={picture} seen={sight.seen} />
        </div>
      );
  }
}

function Filters({
  picture,
  seen,
}: {
  picture: PreviewPicture;
  seen: Extract<Sight, { state: 'seen' }>['seen'];
}) {
  const t = useTranslations('preview');
  const src = useObjectUrl(picture.file);
  const shares = useMemo(() => percents(seen.intensities), [seen]);
  const bars = useMemo(
    () => seen.signature.topFilters.slice(0, BARS).map((filter) => ({ filter, percent: shares[filter]! })),
    [seen, shares],
  );
  const [chosen, setChosen] = useState(bars[0]!.filter);
  return (
    <section className="mt-10">
      <h3 className="text-lg font-bold">{t('seesTitle')}</h3>
      <div className="mt-4 grid gap-x-10 gap-y-8 @3xl:grid-cols-[minmax(0,20rem)_minmax(0,1fr)]">
        {src && <HeatMap src={src} name={picture.name} activation={seen.activation} filter={chosen} />}
        <div className="space-y-8">
          <FilterList bars={bars} chosen={chosen} onChoose={setChosen} />
          <IntensityStrip percents={shares} chosen={chosen} onChoose={setChosen} />
        </div>
      </div>
    </section>
  );
}
