'use client';

import { FileUp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useDropzone } from 'react-dropzone';
import { ProblemNotice } from '@/components/admin/shell/problem-notice';
import type { Problem, ProblemCode } from '@/lib/problem';
import { MerchantSelect, type MerchantChoice } from './merchant-select';
import { sendFile } from './send-file';

/** What is said about refusals that have words of their own. */
const REFUSALS: Partial<Record<ProblemCode, 'tooMany' | 'tooManyOpen'>> = {
  'too-many-requests': 'tooMany',
  'already-exists': 'tooManyOpen',
};

/** Takes a CSV or ZIP, shows how much of it has gone, and leads to its page. */
export function ImportDropzone({
  merchants,
  mostMb,
}: {
  merchants: readonly MerchantChoice[];
  mostMb: number;
}) {
  const t = useTranslations('importing');
  const router = useRouter();
  const [merchantId, setMerchantId] = useState(merchants[0]?.id ?? null);
  const [share, setShare] = useState<number | null>(null);
  const [failed, setFailed] = useState<string | Problem | null>(null);
  const send = async (file: File) => {
    setFailed(null);
    if (file.size > mostMb * 1024 * 1024) return setFailed(t('tooLarge', { most: mostMb }));
    setShare(0);
    const result = await sendFile(file, merchantId, setShare);
    if (result.ok) return router.push(`/admin/import/${result.id}`);
    setShare(null);
    const { problem } = result;
    const own = problem ? REFUSALS[problem.code] : 'sendFailed';
    setFailed(own ? t(own) : problem);
  };
  const busy = share !== null;
  const { getRootProps, getInputProps, open, isDragActive } = useDropzone({
    multiple: false,
    noClick: true,
    noKeyboard: true,
    disabled: busy,
    onDrop: ([file]) => void (file && send(file)),
  });
  return (
    <div className="space-y-4">
      {merchants.length > 0 && (
        <MerchantSelect merchants={merchants} name="merchant" onChoose={setMerchantId} />
      )}
      <div
        {...getRootProps()}
        className={`flex min-h-64 flex-col items-center justify-center rounded-card border-2 border-dashed px-6 py-10 text-center transition-colors ${isDragActive ? 'border-twin bg-mist' : 'border-line'}`}
      >
        <input {...getInputProps({ 'aria-label': t('choose') })} accept=".csv,.tsv,.txt,.zip" />
        <FileUp aria-hidden="true" className="size-10 text-soft" />
        <p className="mt-4 text-lg font-semibold">
          <span className="pointer-coarse:hidden">{t('drop')}</span>
          <span className="hidden pointer-coarse:inline">{t('dropTouch')}</span>
        </p>
        <p className="mt-1 max-w-md text-sm text-soft">{t('dropText', { most: mostMb })}</p>
        {busy ? (
          <div className="mt-6 w-full max-w-sm" role="status">
            <progress aria-label={t('sending')} max={1} value={share} className="h-2 w-full" />
            <p className="mt-2 text-sm">{t('sendingShare', { share })}</p>
          </div>
        ) : (
          <button
            type="button"
            onClick={open}
            className="mt-6 inline-flex min-h-12 items-center rounded-full bg-ink px-6 font-semibold text-paper hover:bg-ink/85"
          >
            {t('choose')}
          </button>
        )}
      </div>
      {failed !== null && typeof failed !== 'string' && <ProblemNotice problem={failed} />}
      {typeof failed === 'string' && (
        <p role="alert" className="rounded-card border border-twin p-4 text-sm font-semibold">
          {failed}
        </p>
      )}
    </div>
  );
}
