import { pictureFolder } from '@/lib/catalogue/cards';
import { storage } from '@/lib/storage';

/** A picture's display sizes, and the name of their folder. */
export interface PictureFiles {
  readonly sha256: string;
  readonly sizes: readonly { readonly width: number; readonly webp: Uint8Array }[];
}

/** Stores a picture's display sizes where pages look for them. */
export async function storePicture({ sha256, sizes }: PictureFiles): Promise<void> {
  await Promise.all(sizes.map(({ width, webp }) => storage().put(keyOf(sha256, width), webp)));
}

/**
 * Stores again what has been removed since: in the transaction that has written the picture's row, after which nobody
 * removes it any more. An upload of the same picture may have been given up in between.
 */
export async function storeMissing({ sha256, sizes }: PictureFiles): Promise<void> {
  for (const size of sizes) {
    const file = await storage().open(keyOf(sha256, size.width));
    file?.stream.destroy();
    if (!file) await storePicture({ sha256, sizes: [size] });
  }
}

const keyOf = (sha256: string, width: number) => `${pictureFolder(sha256)}/${width}.webp`;
