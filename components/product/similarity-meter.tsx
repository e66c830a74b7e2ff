import { useTranslations } from 'next-intl';
import { Rings } from '@/components/ui/rings';
import { percent } from '@/lib/i18n/format';

/** How alike two pictures are: overlapping rings and a bar for the eye, a sentence for everyone. */
export function SimilarityMeter({ similarity }: { similarity: number }) {
  const t = useTranslations('similar');
  const value = percent(similarity);
  return (
    <div data-similarity={similarity} className="text-xs font-semibold">
      <div className="flex items-center gap-1.5">
        <Rings similarity={similarity} className="h-3 w-5" />
        {t('score', { percent: value })}
      </div>
      <div aria-hidden="true" className="mt-1.5 h-1 overflow-hidden rounded-full bg-haze">
        <div className="h-full rounded-full bg-twin" style={{ width: `${value}%` }} />
      </div>
    </div>
  );
}
