import { useTranslations } from 'next-intl';
import type { BrowserModel } from '@/lib/vision/browser';
import type { NetworkState } from './preview-session';
import { PreviewNotice } from './preview-notice';

/** How the network is doing: what of it has arrived, then what runs it and how long that takes, or what is wrong. */
export function NetworkStatus({
  network,
  model,
  runMs,
  onRetry,
}: {
  network: NetworkState;
  model: BrowserModel;
  /** Of the picture shown. */
  runMs: number | null;
  onRetry: () => void;
}) {
  switch (network.state) {
    case 'loading':
      return <Loading network={network} model={model} />;
    case 'failed':
      return <PreviewNotice code={network.code} onRetry={onRetry} />;
    case 'ready':
      return <Running network={network} model={model} runMs={runMs} />;
  }
}

function Loading({
  network: { progress },
  model,
}: {
  network: Extract<NetworkState, { state: 'loading' }>;
  model: BrowserModel;
}) {
  const t = useTranslations('preview');
  const received = progress?.received ?? 0;
  const percent = Math.floor((100 * received) / model.bytes);
  const starting = percent === 100;
  return (
    <div className="mt-5">
      <p role="status" className="text-sm font-medium">
        {starting ? t('starting') : t('downloading')}
      </p>
      <div
        role="progressbar"
        aria-label={t('downloading')}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        className="mt-2 h-2 overflow-hidden rounded-full bg-haze"
      >
        <div className="h-full rounded-full bg-twin transition-[width]" style={{ width: `${percent}%` }} />
      </div>
      <p className="mt-1.5 text-sm text-soft tabular-nums">
        {t('downloaded', { received: megabytes(received), total: megabytes(model.bytes) })}
      </p>
    </div>
  );
}

function Running({
  network: { ready, comparison },
  model,
  runMs,
}: {
  network: Extract<NetworkState, { state: 'ready' }>;
  model: BrowserModel;
  runMs: number | null;
}) {
  const t = useTranslations('preview');
  const backend = comparison?.chosen ?? ready.backend;
  const threads = backend === 'wasm' ? ready.threads : 1;
  const times = Object.entries({ ...ready, runMs }).filter(([, value]) => typeof value === 'number');
  return (
    <div className="mt-5 text-sm text-soft tabular-nums">
      <p
        role="status"
        data-backend={backend}
        data-threads={threads}
        data-kept={ready.kept}
        data-times={JSON.stringify(Object.fromEntries(times))}
      >
        {backend === 'wasm' ? t('runsOnWasm', { threads }) : t('runsOnWebgpu')}{' '}
        {t('warm', { ms: Math.round(runMs ?? ready.warmRunMs) })}
      </p>
      <p className="mt-0.5">
        {ready.kept ? t('kept') : t('wasDownloaded', { ms: Math.round(ready.downloadMs) })}{' '}
        {t('loaded', { load: Math.round(ready.loadMs), first: Math.round(ready.firstRunMs) })}
      </p>
      <p className="mt-0.5">
        {t('model', { id: model.id, megabytes: megabytes(model.bytes) })}
        {comparison &&
          ` ${t('compared', { wasm: Math.round(comparison.wasmMs), webgpu: Math.round(comparison.webgpuMs) })}`}
      </p>
    </div>
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
