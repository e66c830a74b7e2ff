import { Readable } from 'node:stream';
import { PICTURE_WIDTHS } from '@/lib/picture-loader';
import { storage, type PictureStorage } from '@/lib/storage';

type Opened = NonNullable<Awaited<ReturnType<PictureStorage['open']>>>;

/** `<aa>/<sha256 beginning with aa>/<width>.webp`: anything else names no picture. */
const KEY = /^(?<head>[0-9a-f]{2})\/(?<sha>\k<head>[0-9a-f]{62})\/(?<width>[1-9]\d{0,3})\.webp$/;

/** A picture's name is the checksum of what it shows, so an answer never goes stale. */
const FOR_EVER = 'public, max-age=31536000, immutable';

interface Context {
  readonly params: Promise<{ key: string[] }>;
}

/** Streams a stored picture. A width that is not stored is answered with the nearest smaller one. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { sha, width } = KEY.exec((await params).key.join('/'))?.groups ?? {};
  if (!sha || !width) return notFound();
  const etag = `"${sha}-${width}"`;
  if (isKnown(request.headers.get('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers: headers(etag) });
  }
  const file = await openAtMost(sha, Number(width));
  if (!file) return notFound();
  return new Response(Readable.toWeb(file.stream) as ReadableStream, {
    headers: { ...headers(etag), 'content-type': 'image/webp', 'content-length': String(file.size) },
  });
}

/** The same without the picture. Left to Next, the opened file would never be closed. */
export async function HEAD(request: Request, context: Context): Promise<Response> {
  const answer = await GET(request, context);
  await answer.body?.cancel();
  return new Response(null, { status: answer.status, headers: answer.headers });
}

async function openAtMost(sha: string, wanted: number): Promise<Opened | null> {
  const smaller = PICTURE_WIDTHS.filter((width) => width < wanted).reverse();
  for (const width of [wanted, ...smaller]) {
    const file = await storage().open(`${sha.slice(0, 2)}/${sha}/${width}.webp`);
    if (file) return file;
  }
  return null;
}

function headers(etag: string): Record<string, string> {
  return { etag, 'cache-control': FOR_EVER };
}

function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag);
}

function notFound(): Response {
  return new Response('There is no such picture.\n', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=60' },
  });
}
