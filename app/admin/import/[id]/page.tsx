import type { Metadata } from 'next';
import { Download } from 'lucide-react';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { changeImport } from '@/app/admin/import/actions';
import { ErrorTable } from '@/components/admin/import/error-table';
import { RunPanel } from '@/components/admin/import/run-panel';
import { pageAccount, scopeOf } from '@/lib/auth';
import { CallerError } from '@/lib/errors';
import { importErrors, importPictures, importRunOf } from '@/lib/merchant/imports';

interface Props {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Promise<{ page?: string | string[] }>;
}

/** Another merchant's import is one that does not exist. */
const runOf = cache(async (id: string) => {
  const scope = scopeOf(await pageAccount());
  try {
    return { scope, run: await importRunOf(scope, Number(id)) };
  } catch (error) {
    if (error instanceof CallerError && error.code === 'not-found') notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { run } = await runOf((await params).id);
  return { title: run.fileName };
}

export default async function ImportRunPage({ params, searchParams }: Props) {
  const { scope, run } = await runOf((await params).id);
  const page = Number((await searchParams).page);
  const [errors, pictures, t] = await Promise.all([
    importErrors(scope, run.id, Number.isInteger(page) ? page : 1),
    importPictures(scope, run.id),
    getTranslations('importing'),
  ]);
  return (
    <div className="wrap pt-8 pb-20 md:pt-12">
      <Link
        href="/admin/import"
        className="inline-flex min-h-11 items-center text-sm font-semibold text-soft hover:text-ink"
      >
        {t('toImports')}
      </Link>
      <h1 className="text-3xl font-bold break-words">{run.fileName}</h1>
      {/* Made anew when the server knows of another state: between two states the panel asks for itself. */}
      <RunPanel key={run.state} first={{ run, pictures }} change={changeImport} />
      {errors.total > 0 && run.state !== 'checking' && (
        <section aria-labelledby="errors" className="mt-12">
          <div className="flex flex-wrap items-end justify-between gap-4">
            <div>
              <h2 id="errors" className="text-2xl font-bold">
                {t('errorsTitle')}
              </h2>
              <p className="mt-1 text-soft">{t('errorsText', { rows: run.badRows, errors: errors.total })}</p>
            </div>
            <a
              href={`/admin/import/${run.id}/errors`}
              download
              className="inline-flex min-h-12 items-center gap-2 rounded-full border border-line px-6 font-semibold hover:border-ink"
            >
              <Download aria-hidden="true" className="size-4" />
              {t('errorFile')}
            </a>
          </div>
          <ErrorTable runId={run.id} page={errors} />
        </section>
      )}
    </div>
  );
}
