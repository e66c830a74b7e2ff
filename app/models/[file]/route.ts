import { Readable } from 'node:stream';
import { openModelFile } from '@/lib/catalogue';

/** `<sha256>.onnx`: a network's name is the checksum of its file, so an answer never goes stale. */
const NAME = /^([0-9a-f]{64})\.onnx$/;

const FOR_EVER = 'public, max-age=31536000, immutable';

interface Context {
  readonly params: Promise<{ file: string }>;
}

/**
 * Streams a network that is on this machine. Open to anybody who knows its checksum: what the shipped one has learnt is
 * published with the code, and that of one of the operator's own is told to merchants only.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const sha256 = NAME.exec((await params).file)?.[1];
  const file = sha256 && (await openModelFile(sha256));
  if (!file) return notFound();
  const headers = { etag: `"${sha256}"`, 'cache-control': FOR_EVER };
  if (request.headers.get('if-none-match') === headers.etag) {
    file.stream.destroy();
    return new Response(null, { status: 304, headers });
  }
  return new Response(Readable.toWeb(file.stream) as ReadableStream, {
    headers: { ...headers, 'content-type': 'application/octet-stream', 'content-length': String(file.size) },
  });
}

/** The same without the file. Left to Next, the opened file would never be closed. */
export async function HEAD(request: Request, context: Context): Promise<Response> {
  const answer = await GET(request, context);
  await answer.body?.cancel();
  return new Response(null, { status: answer.status, headers: answer.headers });
}

function notFound(): Response {
  return new Response('There is no such network.\n', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
