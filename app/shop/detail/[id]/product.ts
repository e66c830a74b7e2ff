import { notFound } from 'next/navigation';
import { cache } from 'react';
import { getProduct } from '@/lib/catalogue';
import type { ProductDetail } from '@/lib/catalogue/types';
import { parseProductId } from '@/lib/url-state';

/** The product an address names, read once per request; the not-found page if it names none. */
export const productOf = cache(async (rawId: string): Promise<ProductDetail> => {
  const id = parseProductId(rawId);
  return (id === null ? null : await getProduct(id)) ?? notFound();
});
