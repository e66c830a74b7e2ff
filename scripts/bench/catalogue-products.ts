import { asc, eq, isNotNull, and } from 'drizzle-orm';
import { feature, intensity, product, productImage } from '@/db/schema';
import { database } from '@/lib/database';
import { modelInUse } from '@/lib/catalogue/model-in-use';
import { pictureFolder } from '@/lib/catalogue/cards';

/** A product as the quality measurement sees it: what it is, and its pictures. */
export interface BenchProduct {
  readonly id: number;
  readonly family: string | null;
  readonly categoryId: number;
  readonly inStock: boolean;
  readonly pictures: BenchPicture[];
}

export interface BenchPicture {
  readonly file: string;
  readonly featureBits: Uint8Array;
  readonly intensityBytes: Uint8Array;
}

/** Every product of the catalogue that the model in use has seen, with all its pictures, first picture first. */
export async function catalogueProducts(): Promise<BenchProduct[]> {
  const modelId = await modelInUse();
  const rows = await database()
    .select({
      id: product.id,
      family: product.family,
      categoryId: product.categoryId,
      stock: product.stock,
      sha256: productImage.sha256,
      featureBits: feature.featureBits,
      intensityBytes: intensity.intensities,
    })
    .from(product)
    .innerJoin(productImage, and(eq(productImage.productId, product.id), isNotNull(productImage.position)))
    .innerJoin(feature, and(eq(feature.imageId, productImage.id), eq(feature.modelId, modelId)))
    .innerJoin(intensity, and(eq(intensity.imageId, productImage.id), eq(intensity.modelId, modelId)))
    .where(eq(product.listed, true))
    .orderBy(asc(product.id), asc(productImage.position));
  const products = new Map<number, BenchProduct>();
  for (const { id, family, categoryId, stock, sha256, ...bytes } of rows) {
    const known = products.get(id) ?? { id, family, categoryId, inStock: stock > 0, pictures: [] };
    known.pictures.push({ file: `${pictureFolder(sha256)}/160.webp`, ...bytes });
    products.set(id, known);
  }
  return [...products.values()];
}
