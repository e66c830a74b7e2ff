import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { SignInForm } from '@/components/admin/sign-in/sign-in-form';
import { currentAccount, demoAccounts, FIRST_PAGE, ownPath } from '@/lib/auth';
import type { RawParams } from '@/lib/url-state';
import { signInAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth');
  return { title: t('title'), robots: { index: false, follow: false } };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const next = ownPath((await searchParams).next) ?? FIRST_PAGE;
  if (await currentAccount()) redirect(next);
  const [t, { admin, auth, errors }, demo] = await Promise.all([
    getTranslations('auth'),
    getMessages(),
    demoAccounts(),
  ]);
  return (
    <div className="mx-auto w-full max-w-md px-5 py-12 md:py-20">
      <h1 className="text-3xl font-bold">{t('title')}</h1>
      <p className="mt-2 text-soft">{t('text')}</p>
      <NextIntlClientProvider messages={{ admin, auth, errors }}>
        <SignInForm
          action={signInAction}
          next={next}
          demo={demo.map(({ as, email, password }) => ({ as, email, password }))}
        />
      </NextIntlClientProvider>
    </div>
  );
}
