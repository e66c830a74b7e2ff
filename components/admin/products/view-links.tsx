import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { changeTable, type TableState } from '@/lib/merchant/products/list-state';
import { VIEWS } from '@/lib/merchant/products/types';

/** What is in the catalogue, parts of it by stock, and what was deleted: as links, since each view has an address. */
export function ViewLinks({ state }: { state: TableState }) {
  const t = useTranslations('merchantProducts');
  return (
    <nav aria-label={t('viewsLabel')} className="border-b border-line">
      <ul className="rail -mx-5 gap-1 px-5 md:mx-0 md:px-0">
        {VIEWS.map((view) => (
          <li key={view} className="shrink-0">
            <Link
              href={changeTable(state, { view })}
              prefetch={false}
              scroll={false}
              aria-current={view === state.view ? 'true' : undefined}
              className="-mb-px flex min-h-12 items-center border-b-2 border-transparent px-3 text-soft -outline-offset-2 transition-colors hover:text-ink aria-[current=true]:border-ink aria-[current=true]:font-bold aria-[current=true]:text-ink"
            >
              {t(`views.${view}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
