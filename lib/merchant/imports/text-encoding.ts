import iconv from 'iconv-lite';
import { fileError } from '@/lib/merchant/imports/file-error';

export type TextEncoding = 'utf-8' | 'cp949';

const HEAD = 64 * 1024;

export interface TextFacts {
  readonly encoding: TextEncoding;
  /** The first characters, for finding out about the rest. */
  readonly head: string;
}

/**
 * Reads the bytes once and tells how they are to be read: as UTF-8 if all of them are, else as CP949, which holds EUC-KR.
 * Nothing else tells the two apart for certain.
 * @throws ImportFileError when there are no bytes, more than `most`, or they are no text
 */
export async function encodingOf(bytes: AsyncIterable<Uint8Array>, most: number): Promise<TextFacts> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const head: Uint8Array[] = [];
  let isUtf8 = true;
  let size = 0;
  for await (const chunk of bytes) {
    if (chunk.includes(0)) throw fileError('not-text');
    if (size < HEAD) head.push(chunk.subarray(0, HEAD - size));
    size += chunk.length;
    if (size > most) throw fileError('too-many-bytes', { number: most });
    isUtf8 &&= decodes(utf8, chunk);
  }
  if (size === 0) throw fileError('empty');
  const encoding = isUtf8 && decodes(utf8) ? 'utf-8' : 'cp949';
  return { encoding, head: iconv.decode(Buffer.concat(head), encoding) };
}

/** The text, piece by piece, without a byte order mark. Bytes that mean nothing become U+FFFD. */
export async function* decodedText(
  bytes: AsyncIterable<Uint8Array>,
  encoding: TextEncoding,
): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  for await (const chunk of bytes) {
    const text = decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    if (text) yield text;
  }
  const rest = decoder.end();
  if (rest) yield rest;
}

/** Without a chunk: whether the text may end here. */
function decodes(decoder: TextDecoder, chunk?: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}
