import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoCatalogue, type DemoProduct } from '@/db/seed';
import { pictureFolder } from '@/lib/catalogue/cards';
import { LocalStorage } from '@/lib/storage';
import { preparePicture, rasterise } from '@/lib/vision';

const SIDE = 1000;
const JPEG_QUALITY = 92;

export interface SharedPicture {
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
  readonly placeholder: string;
}

/**
 * One stored picture per category, in the order of the categories: every product shows its category's. The files are
 * made once; the list of them is written last, so that a list means that they are whole.
 */
export async function sharedPictures(folder: string): Promise<SharedPicture[]> {
  const list = join(folder, 'pictures.json');
  if (existsSync(list)) return JSON.parse(readFileSync(list, 'utf8')) as SharedPicture[];
  mkdirSync(folder, { recursive: true });
  const { categories, products } = demoCatalogue();
  const firsts = categories.map(({ slug }) => products.find(({ categorySlug }) => categorySlug === slug)!);
  const pictures = await Promise.all(firsts.map((product) => store(new LocalStorage(folder), product)));
  writeFileSync(`${list}.draft`, JSON.stringify(pictures));
  renameSync(`${list}.draft`, list);
  return pictures;
}

async function store(storage: LocalStorage, product: DemoProduct): Promise<SharedPicture> {
  const drawn = await rasterise(product.pictures[0]!.draw(), SIDE, SIDE, JPEG_QUALITY);
  const { sizes, ...picture } = await preparePicture(drawn);
  for (const { width, webp } of sizes) {
    await storage.put(`${pictureFolder(picture.sha256)}/${width}.webp`, webp);
  }
  return picture;
}
