import { numberedPictures, productForForm } from '@/db/queries/product-form';
import type { ProductRow } from '@/db/schema';
import type { Scope } from '@/lib/auth/types';
import { isProductId, pictureAddress } from '@/lib/catalogue/writing';
import { database } from '@/lib/database';
import { picturesUnderWay } from '@/lib/merchant/pictures';
import type { PictureJob } from '@/lib/merchant/pictures/types';
import type { ProductFields } from '@/lib/merchant/register/types';

/** A picture of a product: shown already, or still a job, perhaps a failed one. */
export type OwnPicture =
  { readonly image: number; readonly src: string; readonly width: number } | { readonly job: PictureJob };

/** A product as its form shows it. */
export interface FormContents {
  readonly merchantId: number;
  readonly fields: ProductFields;
  readonly pictures: readonly OwnPicture[];
}

/** Null when there is no such product in this scope, whoever else may have one of this number. */
export async function formContents(scope: Scope, id: number): Promise<FormContents | null> {
  if (!isProductId(id)) return null;
  const db = database();
  const row = await productForForm(db, scope, id);
  if (!row) return null;
  const [shown, underWay] = await Promise.all([numberedPictures(db, id), picturesUnderWay(scope, id)]);
  const pictures = [
    ...shown.map(({ id: image, position, sha256, width }) => ({
      place: position ?? 0,
      picture: { image, src: pictureAddress(sha256), width },
    })),
    ...underWay.map(({ position, ...job }) => ({ place: position, picture: { job } })),
  ];
  return {
    merchantId: row.product.merchantId,
    fields: toFields(row.product, row.category),
    pictures: pictures.sort((a, b) => a.place - b.place).map(({ picture }) => picture),
  };
}

function toFields(row: ProductRow, category: string): ProductFields {
  return {
    ...{ titleKo: row.titleKo, titleEn: row.titleEn },
    ...{ descriptionKo: row.descriptionKo, descriptionEn: row.descriptionEn },
    ...{ category, priceKrw: grouped(row.priceKrw), stock: grouped(row.stock) },
    ...{ sku: row.sku, family: row.family ?? '' },
  };
}

const grouped = (number: number) => new Intl.NumberFormat('en-US').format(number);
