import { BrowserFailure } from './failure';
import { forgetModel, keepModel, keptModel } from './kept-models';
import type { BrowserModel, Progress } from './types';

export interface DownloadedModel {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Whether they were kept from an earlier visit. */
  readonly kept: boolean;
}

type File = Pick<BrowserModel, 'url' | 'bytes' | 'sha256'>;

/**
 * The network's file: kept from an earlier visit, else downloaded, checked and kept.
 * @throws BrowserFailure `model-missing`, `download-failed` or `wrong-checksum`
 */
export async function downloadModel(
  file: File,
  onProgress: (progress: Progress) => void,
): Promise<DownloadedModel> {
  const kept = await keptModel(file.url);
  if (kept && (await isWhole(file, kept))) return { bytes: kept, kept: true };
  if (kept) await forgetModel(file.url);
  const bytes = await fetchModel(file, onProgress);
  if (!(await isWhole(file, bytes))) {
    throw new BrowserFailure(
      'wrong-checksum',
      `${file.url}: ${bytes.length} bytes that are not the network of ${file.bytes} bytes`,
    );
  }
  await keepModel(file.url, bytes);
  return { bytes, kept: false };
}

async function fetchModel(
  { url, bytes: total }: File,
  onProgress: (progress: Progress) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    // Not from the browser's own cache: a copy that proved wrong would come again.
    const answer = await fetch(url, { cache: 'no-store' });
    if (answer.status === 404) throw new BrowserFailure('model-missing', `${url}: not there`);
    if (!answer.ok || !answer.body) throw new Error(`${url}: status ${answer.status}`);
    return await read(answer.body, total, onProgress);
  } catch (error) {
    if (error instanceof BrowserFailure) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new BrowserFailure('download-failed', message, { cause: error });
  }
}

/** Reads no more than was promised: what is longer is not the network. */
async function read(
  body: ReadableStream<Uint8Array>,
  total: number,
  onProgress: (progress: Progress) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(total);
  let received = 0;
  for (const reader = body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (received + value.length > total) return new Uint8Array();
    bytes.set(value, received);
    received += value.length;
    onProgress({ received, total });
  }
  if (received < total) throw new Error(`cut off after ${received} of ${total} bytes`);
  return bytes;
}

async function isWhole({ bytes: length, sha256 }: File, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  if (bytes.length !== length) return false;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') === sha256;
}
