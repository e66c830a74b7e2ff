import { pictureFolder } from '@/lib/catalogue/cards';
import { storage } from '@/lib/storage';

/** Stores a picture's display sizes where pages look for them. */
export async function storePicture(picture: {
  readonly sha256: string;
  readonly sizes: readonly { readonly width: number; readonly webp: Uint8Array }[];
}): Promise<void> {
  const files = storage();
  const folder = pictureFolder(picture.sha256);
  await Promise.all(picture.sizes.map(({ width, webp }) => files.put(`${folder}/${width}.webp`, webp)));
}
