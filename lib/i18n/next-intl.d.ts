import type { Locale as ShopLocale } from '@/lib/catalogue/types';
import type ko from '@/messages/ko.json';

declare module 'next-intl' {
  interface AppConfig {
    Locale: ShopLocale;
    Messages: typeof ko;
  }
}
