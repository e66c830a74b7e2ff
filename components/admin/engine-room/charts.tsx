import { useTranslations } from 'next-intl';
import type { RoomStatus, SearchSpan } from '@/lib/engine-room/types';
import { ChartPanel } from './chart-panel';
import { useFigures } from './use-figures';
import type { QueueSample } from './use-room-status';

/** Spans are of five seconds. */
const SPAN_S = 5;

export function Charts({ status, queue }: { status: RoomStatus; queue: readonly QueueSample[] }) {
  const t = useTranslations('engineRoom.charts');
  return (
    <section aria-labelledby="engine-room-charts">
      <h2 id="engine-room-charts" className="text-xl font-extrabold">
        {t('label')}
      </h2>
      <div className="mt-4 grid gap-3 lg:grid-cols-3">
        <SpeedChart spans={status.searches.spans} />
        <TimeChart status={status} />
        <QueueChart samples={queue} />
      </div>
    </section>
  );
}

function SpeedChart({ spans }: { spans: readonly SearchSpan[] }) {
  const [t, figures] = [useTranslations('engineRoom.charts'), useFigures()];
  const speeds = spans.map(({ at, searches }) => [at, searches / SPAN_S] as const);
  const name = t('perSecond');
  const lines = [{ name, points: speeds }];
  const most = speeds.reduce((greatest, [, speed]) => Math.max(greatest, speed), 0);
  return (
    <ChartPanel
      title={t('searches')}
      text={t('searchesText', { now: figures.decimal(speeds.at(-1)?.[1] ?? 0), most: figures.decimal(most) })}
      lines={lines}
    />
  );
}

function TimeChart({ status: { searches, processes } }: { status: RoomStatus }) {
  const [t, figures] = [useTranslations('engineRoom.charts'), useFigures()];
  const { spans } = searches;
  const [p50, p95] = [t('p50'), t('p95')];
  const lines = [
    { name: p50, points: spans.map((span) => [span.at, span.p50] as const) },
    { name: p95, points: spans.map((span) => [span.at, span.p95] as const) },
  ];
  const said =
    searches.p50 === null
      ? t('noSearches')
      : t('latencyText', { p50: figures.ms(searches.p50), p95: figures.ms(searches.p95) });
  return (
    <ChartPanel
      title={t('latency')}
      text={processes.length > 1 ? `${said} ${t('slowest')}` : said}
      lines={lines}
    />
  );
}

function QueueChart({ samples }: { samples: readonly QueueSample[] }) {
  const t = useTranslations('engineRoom.charts');
  const [waiting, inWork] = [t('waiting'), t('inWork')];
  const lines = [
    { name: waiting, points: samples.map((sample) => [sample.at, sample.waiting] as const) },
    { name: inWork, points: samples.map((sample) => [sample.at, sample.working] as const) },
  ];
  const last = samples.at(-1);
  return (
    <ChartPanel
      title={t('queue')}
      text={t('queueText', { waiting: last?.waiting ?? 0, working: last?.working ?? 0 })}
      lines={lines}
      digits={0}
    />
  );
}
