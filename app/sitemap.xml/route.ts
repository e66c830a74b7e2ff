import { siteAddress } from '@/app/site';
import { xmlResponse } from '@/app/sitemaps/xml';
import { sitemapParts } from '@/lib/catalogue';

export const dynamic = 'force-dynamic';

/** The index of sitemaps: one for the shop's own pages, and one for every 20,000 product numbers. */
export async function GET(): Promise<Response> {
  const parts = Array.from({ length: await sitemapParts() }, (_, part) => `/sitemaps/products-${part}.xml`);
  return xmlResponse('sitemapindex', 'sitemap', ['/sitemaps/pages.xml', ...parts], siteAddress());
}
