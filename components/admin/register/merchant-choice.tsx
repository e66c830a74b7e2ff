import { ChevronDown } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { LocalizedText } from '@/lib/catalogue/types';

/** For whom an admin registers. A plain form: the choice is in the address, and the draft belongs to it. */
export function MerchantChoice({
  merchants,
}: {
  merchants: readonly { readonly slug: string; readonly name: LocalizedText }[];
}) {
  const t = useTranslations('register');
  const locale = useLocale();
  return (
    <div className="wrap">
      <form action="/admin/products/new" className="grid max-w-xl gap-5">
        <label htmlFor="merchant" className="font-semibold">
          {t('chooseMerchant')}
        </label>
        <span className="relative">
          <select
            id="merchant"
            name="merchant"
            required
            className="min-h-12 w-full rounded-xl border border-line appearance-none bg-paper pr-12 pl-4"
          >
            {merchants.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name[locale]}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden="true"
            className="pointer-events-none absolute top-1/2 right-4 size-5 -translate-y-1/2 text-soft"
          />
        </span>
        <button className="min-h-12 justify-self-start rounded-full bg-ink px-8 font-semibold text-paper hover:bg-ink/85">
          {t('goOn')}
        </button>
      </form>
    </div>
  );
}
