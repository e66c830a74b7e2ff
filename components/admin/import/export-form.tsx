import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { MerchantSelect, type MerchantChoice } from './merchant-select';

/** Downloads the catalogue; an admin chooses whose. */
export function ExportForm({ merchants }: { merchants: readonly MerchantChoice[] }) {
  const t = useTranslations('importing');
  return (
    <form action="/admin/import/export" method="get" className="mt-3 space-y-3">
      {merchants.length > 0 && <MerchantSelect merchants={merchants} name="merchant" />}
      <button
        type="submit"
        className="inline-flex min-h-12 items-center gap-2 rounded-full border border-line bg-paper px-6 font-semibold hover:border-ink"
      >
        <Download aria-hidden="true" className="size-4" />
        {t('exportButton')}
      </button>
    </form>
  );
}
