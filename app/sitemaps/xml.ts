/** A sitemap file: `root` holds one `item` per address. Our addresses are made of digits, slugs and `&`. */
export function xmlResponse(root: string, item: string, paths: readonly string[], site: URL): Response {
  const items = paths.map((path) => `<${item}><loc>${escapeXml(new URL(path, site).href)}</loc></${item}>`);
  const open = `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`;
  return new Response(
    ['<?xml version="1.0" encoding="UTF-8"?>', open, ...items, `</${root}>`, ''].join('\n'),
    {
      headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' },
    },
  );
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/'/g, '&apos;');
}
