'use client';

import { FileUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useDropzone } from 'react-dropzone';
import { ProblemNotice } from '@/components/admin/shell/problem-notice';
import { useLeaveWarning } from '@/components/admin/shell/use-leave-warning';
import { MerchantSelect, type MerchantChoice } from './merchant-select';
import { useImportUpload } from './use-import-upload';

const MB = 1024 * 1024;

/** Takes a CSV or ZIP, shows how much of it has gone, and leads to its page. */
export function ImportDropzone({
  merchants,
  mostMb,
}: {
  merchants: readonly MerchantChoice[];
  mostMb: number;
}) {
  const t = useTranslations('importing');
  const [merchantId, setMerchantId] = useState(merchants[0]?.id ?? null);
  const { upload, send, cancel } = useImportUpload(merchantId, mostMb * MB);
  const { phase } = upload;
  useLeaveWarning(phase === 'sending', t('leave'));
  const { getRootProps, getInputProps, open, isDragActive } = useDropzone({
    multiple: false,
    noClick: true,
    noKeyboard: true,
    // Not `disabled`, which would count for the button that cancels, too.
    noDrag: phase === 'sending',
    onDrop: ([file]) => file && send(file),
  });
  const failure = phase === 'idle' ? upload.failure : null;
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
        {phase === 'sending' ? (
          <SendingFile share={upload.share} cancel={cancel} />
        ) : (
          <ChooseFile open={open} comesBack={phase === 'cancelled'} />
        )}
      </div>
      <p role="status" className="text-sm text-soft empty:hidden">
        {phase === 'cancelled' && t('sendingCancelled')}
      </p>
      {failure !== null && typeof failure !== 'string' && <ProblemNotice problem={failure} />}
      {typeof failure === 'string' && (
        <p role="alert" className="rounded-card border border-twin p-4 text-sm font-semibold">
          {t(`sendFailures.${failure}`, { most: mostMb })}
        </p>
      )}
    </div>
  );
}

function SendingFile({ share, cancel }: { share: number; cancel: () => void }) {
  const t = useTranslations('importing');
  return (
    <div className="mt-6 w-full max-w-sm">
      <div role="status">
        <progress aria-label={t('sending')} max={1} value={share} className="h-2 w-full" />
        <p className="mt-2 text-sm">{t('sendingShare', { share })}</p>
      </div>
      <button
        type="button"
        onClick={cancel}
        className="mt-4 inline-flex min-h-12 items-center rounded-full border border-line px-6 font-semibold hover:border-ink"
      >
        {t('cancelSending')}
      </button>
    </div>
  );
}

/** @param comesBack in the place of the button that cancelled: the focus goes on from there */
function ChooseFile({ open, comesBack }: { open: () => void; comesBack: boolean }) {
  const t = useTranslations('importing');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (comesBack) button.current?.focus();
  }, [comesBack]);
  return (
    <button
      ref={button}
      type="button"
      onClick={open}
      className="mt-6 inline-flex min-h-12 items-center rounded-full bg-ink px-6 font-semibold text-paper hover:bg-ink/85"
    >
      {t('choose')}
    </button>
  );
}
