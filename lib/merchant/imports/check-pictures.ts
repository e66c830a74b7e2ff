import { rowError, type ProductRowInput } from '@/lib/merchant/imports/check-row';
import type { OpenZip, ZippedFile } from '@/lib/merchant/imports/read-zip';
import type { RowError } from '@/lib/merchant/imports/types';
import { uploadLimits } from '@/lib/merchant/pictures';
import { checkHead, HEAD_BYTES, PictureError } from '@/lib/vision';

/** What is wrong with the pictures that a row names, without reading more than their first bytes. */
export async function checkPictures(row: ProductRowInput, zip: OpenZip | null): Promise<RowError[]> {
  if (row.pictures.length === 0) return [];
  if (!zip) return [rowError(row.line, 'pictures', 'picture-without-zip', row.pictures.join('|'))];
  const found = await Promise.all(row.pictures.map((name) => checkPicture(row.line, name, zip)));
  return found.filter((one) => one !== null);
}

async function checkPicture(line: number, name: string, zip: OpenZip): Promise<RowError | null> {
  const file = zip.find(name);
  if (file === null) return rowError(line, 'pictures', 'picture-absent', name);
  if (file === 'ambiguous') return rowError(line, 'pictures', 'picture-ambiguous', name);
  const most = uploadLimits().bytes;
  if (file.bytes > most) return rowError(line, 'pictures', 'picture-bytes', name, most / 1024 / 1024);
  return (await looksRight(zip, file)) ? null : rowError(line, 'pictures', 'picture-format', name);
}

async function looksRight(zip: OpenZip, file: ZippedFile): Promise<boolean> {
  const head: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of zip.read(file)) {
    head.push(chunk);
    bytes += chunk.length;
    if (bytes >= HEAD_BYTES) break;
  }
  try {
    await checkHead(Buffer.concat(head), bytes >= file.bytes);
    return true;
  } catch (error) {
    if (error instanceof PictureError) return false;
    throw error;
  }
}
