import type { MetadataRoute } from 'next';
import { connection } from 'next/server';
import { siteAddress } from '@/app/site';

export default async function robots(): Promise<MetadataRoute.Robots> {
  // The address is a setting of the running server, not of the build.
  await connection();
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/shop/list?*q=', '/health', '/admin', '/sign-in'] },
    sitemap: new URL('/sitemap.xml', siteAddress()).href,
  };
}
