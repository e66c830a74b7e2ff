import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { CategoryWithPicture } from '@/lib/catalogue/types';
import { listHref } from '@/lib/url-state';
import { ProductPicture } from './product-picture';

const GRID = 'grid grid-cols-3 gap-x-3 gap-y-6 sm:grid-cols-4 md:gap-x-5 lg:grid-cols-6';

/** The shop's departments, each shown by one of its own products. */
export function CategoryTiles({ categories }: { categories: readonly CategoryWithPicture[] }) {
  return (
    <ul className={GRID}>
      {categories.map((category) => (
        <li key={category.id}>
          <Tile category={category} />
        </li>
      ))}
    </ul>
  );
}

export function CategoryTilesSkeleton({ count }: { count: number }) {
  return (
    <ul aria-hidden="true" className={GRID}>
      {Array.from({ length: count }, (_, index) => (
        <li key={index}>
          <span className="pulse-block block aspect-square rounded-card" />
          <span className="mt-2.5 block h-11" />
        </li>
      ))}
    </ul>
  );
}

function Tile({ category }: { category: CategoryWithPicture }) {
  const t = useTranslations('list');
  const locale = useLocale();
  return (
    <Link href={listHref({ category: category.slug })} prefetch={false} className="group block rounded-card">
      <span className="relative block aspect-square overflow-hidden rounded-card bg-mist">
        {category.picture && (
          <ProductPicture
            picture={category.picture}
            alt=""
            sizes="(min-width: 1280px) 196px, (min-width: 1024px) 15vw, (min-width: 640px) 22vw, 30vw"
            className="transition-transform duration-500 ease-calm group-hover:scale-[1.03]"
          />
        )}
      </span>
      <span className="mt-2.5 block truncate font-semibold group-hover:underline">
        {category.title[locale]}
      </span>
      <span className="block text-sm text-soft">{t('count', { count: category.productCount })}</span>
    </Link>
  );
}
