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
    <form action="/admin/products/new" className="wrap grid max-w-xl gap-5 justify-self-start md:mx-0">
      <label htmlFor="merchant" className="font-semibold">
        {t('chooseMerchant')}
      </label>
      <select
        id="merchant"
        name="merchant"
        required
        className="min-h-12 w-full rounded-xl border border-line bg-paper px-4"
      >
        {merchants.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name[locale]}
          </option>
        ))}
      </select>
      <button className="min-h-12 justify-self-start rounded-full bg-ink px-8 font-semibold text-paper hover:bg-ink/85">
        {t('goOn')}
      </button>
    </form>
  );
}
