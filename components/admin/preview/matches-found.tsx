import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { ProductPicture } from '@/components/product/product-picture';
import type { NearDuplicate, SimilarProduct } from '@/lib/catalogue/types';
import { formatPrice, percent } from '@/lib/i18n/format';
import { productHref } from '@/lib/url-state';
import type { Matches } from './preview-session';

/** What the picture would be shown next to, and whether it is sold already. */
export function MatchesFound({ matches, onAskAgain }: { matches: Matches; onAskAgain: () => void }) {
  const t = useTranslations('preview');
  if (matches.state === 'asking')
    return (
      <p role="status" className="font-medium">
        {t('asking')}
      </p>
    );
  if (matches.state === 'failed') return <Unanswered code={matches.code} onAskAgain={onAskAgain} />;
  const { similar, duplicates } = matches.matches;
  return (
    <>
      {duplicates.length > 0 && <Duplicates duplicates={duplicates} />}
      {similar.state === 'ready' ? (
        <NextTo items={similar.items} />
      ) : (
        <Unanswered code={similar.state} onAskAgain={onAskAgain} />
      )}
    </>
  );
}

/** Codes there is a sentence of their own for. */
const TOLD = ['too-many-requests', 'not-signed-in', 'warming'] as const;

function Unanswered({ code, onAskAgain }: { code: string; onAskAgain: () => void }) {
  const t = useTranslations('preview');
  const told = TOLD.find((one) => one === code) ?? 'unreachable';
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-4 gap-y-2" data-unanswered={code}>
      <p className="text-pretty">{t(`unanswered.${told}`)}</p>
      <button
        type="button"
        onClick={onAskAgain}
        className="min-h-11 rounded-full border border-line bg-paper px-5 font-semibold hover:border-ink"
      >
        {t('retry')}
      </button>
    </div>
  );
}

function Duplicates({ duplicates }: { duplicates: readonly NearDuplicate[] }) {
  const t = useTranslations('preview');
  const locale = useLocale();
  return (
    <section role="status" data-duplicates className="mb-8 rounded-2xl border-2 border-twin bg-paper p-5">
      <h3 className="text-lg font-bold">{t('duplicateTitle')}</h3>
      <p className="mt-1 text-sm text-pretty text-soft">{t('duplicateText')}</p>
      <ul className="mt-4 space-y-3">
        {duplicates.map((one) => (
          <li key={one.id} className="flex items-center gap-4">
            <div className="relative size-16 shrink-0 overflow-hidden rounded-xl bg-mist">
              <ProductPicture picture={one.picture} alt="" sizes="64px" />
            </div>
            <div className="min-w-0">
              <Link
                href={`/admin/products/${one.id}`}
                prefetch={false}
                target="_blank"
                className="font-semibold underline underline-offset-2 hover:text-twin"
              >
                {one.title[locale]}
                <span className="sr-only"> ({t('newTab')})</span>
              </Link>
              <p className="text-sm text-soft">
                {one.merchant[locale]} · {t('alike', { percent: percent(one.similarity) })}
                {!one.inStock && ` · ${t('soldOut')}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NextTo({ items }: { items: readonly SimilarProduct[] }) {
  const t = useTranslations('preview');
  return (
    <section data-next-to>
      <h3 className="text-lg font-bold">{t('nextToTitle')}</h3>
      <p className="mt-0.5 text-sm text-soft">{items.length > 0 ? t('nextToText') : t('nextToNone')}</p>
      <ul className="mt-4 grid grid-cols-2 gap-4 @md:grid-cols-3 @4xl:grid-cols-6">
        {items.map((product) => (
          <li key={product.id}>
            <Card product={product} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Opens beside the form: nothing that was typed may be left behind. */
function Card({ product }: { product: SimilarProduct }) {
  const t = useTranslations('preview');
  const locale = useLocale();
  return (
    <Link
      href={productHref(product.id)}
      prefetch={false}
      target="_blank"
      data-product={product.id}
      className="group block rounded-card"
    >
      <span className="relative block aspect-square overflow-hidden rounded-card bg-haze">
        <ProductPicture picture={product.picture} alt="" sizes="(min-width: 640px) 160px, 45vw" />
      </span>
      <span className="mt-2 block text-xs font-semibold text-soft">
        {t('alike', { percent: percent(product.similarity) })}
      </span>
      <span className="line-clamp-2 text-sm font-medium group-hover:underline">{product.title[locale]}</span>
      <span className="block text-sm font-bold">{formatPrice(product.priceKrw, locale)}</span>
      <span className="sr-only"> ({t('newTab')})</span>
    </Link>
  );
}
