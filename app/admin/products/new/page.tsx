import type { Metadata } from 'next';
import { randomUUID } from 'node:crypto';
import { getTranslations } from 'next-intl/server';
import { FormFrame } from '@/app/admin/products/form-frame';
import { previewMatches } from '@/app/admin/products/preview-actions';
import { MerchantChoice } from '@/components/admin/register/merchant-choice';
import { RegisterProduct } from '@/components/admin/register/register-product';
import { pageAccount, scopeOf, type Account } from '@/lib/auth';
import { categories, previewModel } from '@/lib/catalogue';
import { listMerchants } from '@/lib/merchant/merchants';
import { uploadLimits } from '@/lib/merchant/pictures';
import { familiesOf, formContents, suggestedSku } from '@/lib/merchant/register';
import { emptyFields, type ProductFields } from '@/lib/merchant/register/types';
import { parseProductId, type RawParams } from '@/lib/url-state';
import { registerFromForm } from './actions';

interface Props {
  readonly searchParams: Promise<RawParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('register');
  return { title: t('newTitle') };
}

export default async function NewProductPage({ searchParams }: Props) {
  const account = await pageAccount();
  const params = await searchParams;
  const [t, like] = await Promise.all([getTranslations('register'), modelOf(account, params.like)]);
  const merchants = account.role === 'admin' ? await listMerchants() : [];
  const chosen = merchants.find(({ slug, id }) => slug === params.merchant || id === like?.merchantId);
  const merchantId = account.merchantId ?? chosen?.id;
  if (merchantId === undefined)
    return (
      <FormFrame title={t('newTitle')}>
        <MerchantChoice merchants={merchants} />
      </FormFrame>
    );
  const forWhom = account.merchantId === null ? merchantId : null;
  const [shelves, families, model] = await Promise.all([
    categories(),
    familiesOf(merchantId),
    previewModel(),
  ]);
  const fields = { ...emptyFields(), ...like?.fields, sku: suggestedSku(new Date()) };
  // A form of its own for each product to be like: where only the query changes, React would keep the one just saved.
  const opened = `${merchantId} ${like ? String(params.like) : ''}`;
  return (
    <FormFrame title={t('newTitle')} merchant={chosen}>
      <RegisterProduct
        key={opened}
        context={{
          ...{ categories: shelves, families, limits: uploadLimits(), merchantId: forWhom, exists: false },
          draftKey: `dalma.draft.${account.userId}.${merchantId}.new`,
          saved: { fields, pictures: [] },
          preview: { model, findSimilar: previewMatches },
          save: registerFromForm.bind(null, { merchantId: forWhom, token: randomUUID() }),
        }}
      />
    </FormFrame>
  );
}

/** The product that the new one shall be like: words and numbers, not its pictures. */
async function modelOf(
  account: Account,
  like: string | readonly string[] | undefined,
): Promise<{ merchantId: number; fields: ProductFields } | null> {
  const id = typeof like === 'string' ? parseProductId(like) : null;
  return id === null ? null : formContents(scopeOf(account), id);
}
