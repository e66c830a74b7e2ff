import type { ReactNode } from 'react';
import { ProductCardSkeleton } from './product-card';

/** Columns by screen: `wide` is for lists beside a side bar, `dense` for a strip seen at one glance. */
const COLUMNS = {
  full: 'grid-cols-2 sm:grid-cols-3 lg:grid-cols-4 xl:grid-cols-5',
  wide: 'grid-cols-2 sm:grid-cols-3 xl:grid-cols-4',
  dense: 'grid-cols-2 sm:grid-cols-3 md:grid-cols-4 xl:grid-cols-6',
};

export type GridShape = keyof typeof COLUMNS;

/** How wide a card's picture is drawn in each shape of the grid, for next/image. */
export const CARD_SIZES: Readonly<Record<GridShape, string>> = {
  full: '(min-width: 1280px) 236px, (min-width: 1024px) 23vw, (min-width: 640px) 30vw, 44vw',
  wide: '(min-width: 1280px) 240px, (min-width: 1024px) 24vw, (min-width: 640px) 30vw, 44vw',
  dense: '(min-width: 1280px) 192px, (min-width: 768px) 22vw, (min-width: 640px) 30vw, 44vw',
};

export function ProductGrid({ shape = 'full', children }: { shape?: GridShape; children: ReactNode }) {
  return <ul className={`grid gap-x-4 gap-y-7 md:gap-y-8 md:gap-x-5 ${COLUMNS[shape]}`}>{children}</ul>;
}

/** The same grid before its products are known. */
export function ProductGridSkeleton({
  count,
  shape,
  withMeter,
}: {
  count: number;
  shape?: GridShape;
  withMeter?: boolean;
}) {
  return (
    <ProductGrid shape={shape}>
      {Array.from({ length: count }, (_, index) => (
        <li key={index}>
          <ProductCardSkeleton withMeter={withMeter} />
        </li>
      ))}
    </ProductGrid>
  );
}
