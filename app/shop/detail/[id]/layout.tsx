import type { ReactNode } from 'react';
import { productOf } from './product';

/**
 * Decides between 200 and 404. It has to be here, above `loading.tsx`: once the skeleton is on its way, so is the
 * status. The page then uses the same product, read once.
 */
export default async function DetailLayout({
  params,
  children,
}: {
  params: Promise<{ id: string }>;
  children: ReactNode;
}) {
  await productOf((await params).id);
  return children;
}
