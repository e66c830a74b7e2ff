'use client';

import { ChevronDown } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { Category } from '@/lib/catalogue/types';
import type { FieldName } from '@/lib/merchant/register/types';
import { Field, type FieldState } from './field';
import { NumberField } from './number-field';

/** Everything that is typed of a product. */
export function ProductFieldset({
  field,
  categories,
  families,
  skuFixed,
}: {
  field: (name: FieldName) => FieldState;
  categories: readonly Category[];
  /** Families the merchant has already. */
  families: readonly string[];
  /** The sku of a product that exists is what imports know it by. */
  skuFixed: boolean;
}) {
  const t = useTranslations('register');
  return (
    <div className="grid content-start gap-10">
      <Group title={t('words')}>
        <Line name="titleKo" state={field('titleKo')} lang="ko" />
        <Line name="titleEn" state={field('titleEn')} lang="en" />
        <Paragraph name="descriptionKo" state={field('descriptionKo')} lang="ko" />
        <Paragraph name="descriptionEn" state={field('descriptionEn')} lang="en" />
      </Group>
      <Group title={t('sale')}>
        <CategoryField state={field('category')} categories={categories} />
        <div className="grid gap-5 sm:grid-cols-2">
          <NumberField name="priceKrw" state={field('priceKrw')} unit={t('won')} />
          <NumberField name="stock" state={field('stock')} unit={t('pieces')} hint={t('stockHint')} />
        </div>
      </Group>
      <Group title={t('order')}>
        <div className="grid gap-5 sm:grid-cols-2">
          <SkuField state={field('sku')} fixed={skuFixed} />
          <FamilyField state={field('family')} families={families} />
        </div>
      </Group>
    </div>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <fieldset className="grid min-w-0 gap-5">
      <legend className="mb-4 text-xl font-bold tracking-tight">{title}</legend>
      {children}
    </fieldset>
  );
}

type Text = { name: FieldName; state: FieldState; lang: 'ko' | 'en' };

function Line({ name, state, lang }: Text) {
  return (
    <Field name={name} state={state}>
      {(control) => (
        <input
          {...control}
          lang={lang}
          required
          autoComplete="off"
          onChange={({ currentTarget }) => state.set(currentTarget.value)}
        />
      )}
    </Field>
  );
}

function Paragraph({ name, state, lang }: Text) {
  return (
    <Field name={name} state={state} optional>
      {(control) => (
        <textarea
          {...control}
          lang={lang}
          rows={3}
          onChange={({ currentTarget }) => state.set(currentTarget.value)}
          className={`${control.className} field-sizing-content max-h-96 min-h-24`}
        />
      )}
    </Field>
  );
}

function CategoryField({ state, categories }: { state: FieldState; categories: readonly Category[] }) {
  const t = useTranslations('register');
  const locale = useLocale();
  return (
    <Field name="category" state={state}>
      {(control) => (
        <div className="relative">
          <select
            {...control}
            required
            onChange={({ currentTarget }) => state.set(currentTarget.value)}
            className={`${control.className} appearance-none pr-12`}
          >
            <option value="">{t('chooseCategory')}</option>
            {categories.map(({ slug, title }) => (
              <option key={slug} value={slug}>
                {title[locale]}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden="true"
            className="pointer-events-none absolute top-1/2 right-4 size-5 -translate-y-1/2 text-soft"
          />
        </div>
      )}
    </Field>
  );
}

function SkuField({ state, fixed }: { state: FieldState; fixed: boolean }) {
  const t = useTranslations('register');
  return (
    <Field name="sku" state={state} hint={t(fixed ? 'skuFixed' : 'skuHint')}>
      {(control) => (
        <input
          {...control}
          readOnly={fixed}
          required
          autoComplete="off"
          spellCheck={false}
          onChange={({ currentTarget }) => state.set(currentTarget.value)}
          className={`${control.className} read-only:bg-mist read-only:text-soft`}
        />
      )}
    </Field>
  );
}

function FamilyField({ state, families }: { state: FieldState; families: readonly string[] }) {
  const t = useTranslations('register');
  return (
    <Field name="family" state={state} optional hint={t('familyHint')}>
      {(control) => (
        <>
          <input
            {...control}
            list="families"
            autoComplete="off"
            spellCheck={false}
            onChange={({ currentTarget }) => state.set(currentTarget.value)}
          />
          <datalist id="families">
            {families.map((family) => (
              <option key={family} value={family} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
