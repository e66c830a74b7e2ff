import type { Metadata } from 'next';
import { Download } from 'lucide-react';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { ExportForm } from '@/components/admin/import/export-form';
import { ImportDropzone } from '@/components/admin/import/import-dropzone';
import { RunList } from '@/components/admin/import/run-list';
import { pageAccount, scopeOf } from '@/lib/auth';
import { listImports, mostImportBytes } from '@/lib/merchant/imports';
import { listMerchants } from '@/lib/merchant/merchants';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('importing'))('title') };
}

interface Props {
  readonly searchParams: Promise<{ before?: string | string[] }>;
}

export default async function ImportPage({ searchParams }: Props) {
  const account = await pageAccount();
  const before = Number((await searchParams).before);
  const [{ runs, next }, t, locale, all] = await Promise.all([
    listImports(scopeOf(account), Number.isInteger(before) && before > 0 ? before : null),
    getTranslations('importing'),
    getLocale(),
    account.role === 'admin' ? listMerchants() : [],
  ]);
  const merchants = all.map(({ id, name }) => ({ id, name: name[locale] }));
  return (
    <div className="wrap pt-8 pb-20 md:pt-12">
      <h1 className="text-3xl font-bold md:text-4xl">{t('title')}</h1>
      <p className="mt-2 max-w-2xl text-soft">{t('intro')}</p>
      <div className="mt-8 grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <ImportDropzone merchants={merchants} mostMb={mostImportBytes() / 1024 / 1024} />
        <aside className="space-y-8">
          <section aria-labelledby="templates">
            <h2 id="templates" className="text-lg font-bold">
              {t('templates')}
            </h2>
            <p className="mt-1 text-sm text-soft">{t('templatesText')}</p>
            <ul className="mt-2">
              {(['ko', 'en'] as const).map((language) => (
                <li key={language}>
                  <a
                    href={`/admin/import/template?language=${language}`}
                    className="inline-flex min-h-11 items-center gap-2 font-semibold underline underline-offset-4 hover:text-twin"
                  >
                    <Download aria-hidden="true" className="size-4" />
                    {t(`template.${language}`)}
                  </a>
                </li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="export">
            <h2 id="export" className="text-lg font-bold">
              {t('export')}
            </h2>
            <p className="mt-1 text-sm text-soft">{t('exportText')}</p>
            <ExportForm merchants={merchants} />
          </section>
        </aside>
      </div>
      <section aria-labelledby="runs" className="mt-14">
        <h2 id="runs" className="text-2xl font-bold">
          {t('runs')}
        </h2>
        <RunList runs={runs} merchants={merchants} />
        {next !== null && (
          <Link
            href={`/admin/import?before=${next}`}
            className="mt-4 inline-flex min-h-11 items-center font-semibold underline underline-offset-4 hover:text-twin"
          >
            {t('older')}
          </Link>
        )}
      </section>
    </div>
  );
}
