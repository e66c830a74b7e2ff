import { allMerchants } from '@/db/queries/merchants';
import type { LocalizedText } from '@/lib/catalogue/types';
import { database } from '@/lib/database';

export interface NamedMerchant {
  readonly id: number;
  readonly slug: string;
  readonly name: LocalizedText;
}

/** Every merchant, by name: for an admin to choose from. */
export async function listMerchants(): Promise<NamedMerchant[]> {
  const rows = await allMerchants(database());
  return rows.map(({ id, slug, nameKo, nameEn }) => ({ id, slug, name: { ko: nameKo, en: nameEn } }));
}
