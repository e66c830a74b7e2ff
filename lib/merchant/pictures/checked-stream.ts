import { UploadRefused } from '@/lib/merchant/pictures/upload-refused';
import { checkHead, HEAD_BYTES, PictureError } from '@/lib/vision';

/**
 * The same bytes, chunk by chunk, as long as they are what was announced: a picture by its first bytes, looked at before
 * the others are read, and `size` bytes in all. Never holds more than the first 64 KiB and a chunk.
 * @throws UploadRefused
 */
export async function* checkedStream(
  stream: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array, void> {
  const head: Uint8Array[] = [];
  let seen = 0;
  let looked = false;
  for await (const chunk of stream) {
    seen += chunk.length;
    if (seen > size) throw differs(`more than ${size}`, size);
    if (looked) yield chunk;
    else {
      head.push(chunk);
      if (seen < Math.min(HEAD_BYTES, size)) continue;
      looked = true;
      yield await lookedAt(head, size);
    }
  }
  if (seen < size) throw differs(String(seen), size);
}

async function lookedAt(head: readonly Uint8Array[], size: number): Promise<Uint8Array> {
  const bytes = Buffer.concat(head);
  try {
    await checkHead(bytes, bytes.length === size);
  } catch (error) {
    if (!(error instanceof PictureError)) throw error;
    throw new UploadRefused(error.code === 'no-signature' ? 'damaged' : error.code, error.message, {
      cause: error,
    });
  }
  return bytes;
}

function differs(came: string, announced: number): UploadRefused {
  return new UploadRefused(
    'length-differs',
    `${came} bytes came where ${announced} were announced: the transfer was cut off or garbled. Send the file again.`,
  );
}
