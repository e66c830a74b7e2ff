import { siteAddress } from '@/app/site';
import { categories, sitemapProducts } from '@/lib/catalogue';
import { listHref, productHref } from '@/lib/url-state';
import { xmlResponse } from '../xml';

/** `/sitemaps/pages.xml` and `/sitemaps/products-<n>.xml`. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ part: string }> },
): Promise<Response> {
  const paths = await pathsOf((await params).part);
  if (!paths)
    return new Response('There is no such sitemap; /sitemap.xml names them all.\n', { status: 404 });
  return xmlResponse('urlset', 'url', paths, siteAddress());
}

async function pathsOf(name: string): Promise<string[] | null> {
  if (name === 'pages.xml') {
    const shelves = await categories();
    return ['/shop/main', listHref(), ...shelves.map(({ slug }) => listHref({ category: slug }))];
  }
  const part = /^products-(\d{1,6})\.xml$/.exec(name)?.[1];
  if (!part) return null;
  const products = await sitemapProducts(Number(part));
  return products.length > 0 ? products.map((id) => productHref(id)) : null;
}
