import { LogOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Account } from '@/lib/auth/types';
import { AdminNav } from './admin-nav';

/** Below the shop's header: the places of the merchants' side, who is signed in, and the way out. */
export function AdminBar({ account, signOut }: { account: Account; signOut: () => Promise<void> }) {
  const t = useTranslations('admin');
  const places = [
    { href: '/admin/products', label: t('products') },
    { href: '/admin/products/new', label: t('register') },
    { href: '/admin/import', label: t('import') },
    ...(account.role === 'admin' ? [{ href: '/admin/index', label: t('engineRoom') }] : []),
  ];
  return (
    <div className="border-b border-line bg-mist">
      <div className="wrap flex flex-wrap-reverse items-center justify-between gap-x-6 py-1">
        <AdminNav label={t('nav')} places={places} />
        <div className="flex w-full min-w-0 items-center justify-between gap-3 sm:w-auto">
          <p className="min-w-0 truncate text-sm">
            <span className="font-semibold">{account.name}</span>
            <span className="ml-1.5 text-soft">{t(`roles.${account.role}`)}</span>
          </p>
          <form action={signOut}>
            <button
              type="submit"
              className="flex min-h-11 shrink-0 items-center gap-1.5 rounded-lg px-2 text-sm font-semibold text-soft hover:text-ink"
            >
              <LogOut aria-hidden="true" className="size-4" />
              {t('signOut')}
            </button>
          </form>
        </div>
      </div>
    </div>
  );
}
