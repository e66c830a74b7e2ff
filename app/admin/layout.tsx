import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { renewAction, signOutAction } from '@/app/sign-in/actions';
import { AdminBar } from '@/components/admin/shell/admin-bar';
import { KeepSignedIn } from '@/components/admin/shell/keep-signed-in';
import { currentSession, dueForRenewal, pageAccount } from '@/lib/auth';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin');
  return {
    title: { default: t('title'), template: t('titleOf', { page: '%s' }) },
    robots: { index: false, follow: false },
  };
}

/**
 * Around every page of the merchants' side. Nobody who is not signed in gets further; each page, action and route
 * still asks for itself who it is for. There is no `loading.tsx` beside this file on purpose: a page that answers
 * 403 or 404 below it could then no longer say so.
 */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const account = await pageAccount();
  const [signedIn, messages] = await Promise.all([currentSession(), getMessages()]);
  return (
    <NextIntlClientProvider messages={messages}>
      <AdminBar account={account} signOut={signOutAction} />
      {signedIn && dueForRenewal(signedIn.session) && <KeepSignedIn renew={renewAction} />}
      {children}
    </NextIntlClientProvider>
  );
}
