import { serverEnv } from '@/lib/env';

/** The shop's own public address, for canonical links, sitemaps and social cards. */
export function siteAddress(): URL {
  const { SITE_URL, PORT } = serverEnv();
  return new URL(SITE_URL ?? `http://localhost:${PORT}`);
}
