import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { FormFrame } from '@/app/admin/products/form-frame';
import { previewMatches } from '@/app/admin/products/preview-actions';
import { EditProduct } from '@/components/admin/register/edit-product';
import { asFormPicture } from '@/components/admin/register/pictures';
import { pageAccount, scopeOf } from '@/lib/auth';
import { categories, previewModel } from '@/lib/catalogue';
import { listMerchants } from '@/lib/merchant/merchants';
import { uploadLimits } from '@/lib/merchant/pictures';
import { familiesOf, formContents } from '@/lib/merchant/register';
import { parseProductId } from '@/lib/url-state';
import { changeFromForm, deleteFromForm, restoreFromForm } from './actions';

interface Props {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ fields }, locale] = await Promise.all([productOf((await params).id), getLocale()]);
  return { title: locale === 'ko' ? fields.titleKo : fields.titleEn };
}

export default async function EditProductPage({ params }: Props) {
  const [account, product] = await Promise.all([pageAccount(), productOf((await params).id)]);
  const { id, merchantId, fields, pictures } = product;
  const [t, shelves, families, model, merchants] = await Promise.all([
    getTranslations('register'),
    categories(),
    familiesOf(merchantId),
    previewModel(),
    account.role === 'admin' ? listMerchants() : [],
  ]);
  return (
    <FormFrame
      title={t('editTitle')}
      merchant={merchants.find((one) => one.id === merchantId)}
      shopHref={`/shop/detail/${id}`}
    >
      <EditProduct
        remove={deleteFromForm.bind(null, id)}
        restore={restoreFromForm.bind(null, id)}
        context={{
          ...{ categories: shelves, families, limits: uploadLimits(), exists: true },
          merchantId: account.merchantId === null ? merchantId : null,
          draftKey: `dalma.draft.${account.userId}.product-${id}`,
          saved: { fields, pictures: pictures.map(asFormPicture) },
          preview: { model, findSimilar: previewMatches },
          save: changeFromForm.bind(null, id),
        }}
      />
    </FormFrame>
  );
}

/** The product an address names, if it is the account's; another merchant's is as unknown as none. */
const productOf = cache(async (rawId: string) => {
  const account = await pageAccount();
  const id = parseProductId(rawId);
  const contents = id === null ? null : await formContents(scopeOf(account), id);
  if (id === null || !contents) notFound();
  return { id, ...contents };
});
