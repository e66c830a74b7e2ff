import { useTranslations } from 'next-intl';
import type { RoomProcess, RoomStatus } from '@/lib/engine-room/types';
import { Tile } from './tile';
import { useFigures } from './use-figures';

const MINUTE_S = 60;

/** How everything is, at a glance; of several processes, the one that answers. */
export function Tiles({ status }: { status: RoomStatus }) {
  const t = useTranslations('engineRoom.tiles');
  const mine = status.processes.find(({ isThisOne }) => isThisOne);
  if (!mine) return null;
  return (
    <dl aria-label={t('label')} className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <ProductsTile process={mine} />
      <SearchTiles status={status} />
      <LagTile process={mine} newestSeq={status.newestSeq} />
      <SnapshotTile process={mine} at={status.at} />
      <QueueTile queue={status.queue} />
      <MemoryTile process={mine} />
      <ServicesTile status={status} />
    </dl>
  );
}

function ProductsTile({ process: { index } }: { process: RoomProcess }) {
  const [t, figures] = [useTranslations('engineRoom.tiles'), useFigures()];
  return (
    <Tile
      name={t('products')}
      value={figures.whole(index.products)}
      notes={[t('pictures', { count: index.pictures })]}
    />
  );
}

function SearchTiles({ status: { searches } }: { status: RoomStatus }) {
  const [t, figures] = [useTranslations('engineRoom.tiles'), useFigures()];
  return (
    <>
      <Tile
        name={t('searches')}
        value={figures.decimal(searches.lastMinute / MINUTE_S, 2)}
        notes={[t('searchesNote', { count: figures.whole(searches.total) })]}
      />
      <Tile
        name={t('p50')}
        value={figures.ms(searches.p50)}
        notes={
          searches.p50 === null
            ? [t('noSearches')]
            : [t('p95', { time: figures.ms(searches.p95) }), `p99 ${figures.ms(searches.p99)}`]
        }
      />
    </>
  );
}

function LagTile({ process: { lag }, newestSeq }: { process: RoomProcess; newestSeq: number }) {
  const [t, figures] = [useTranslations('engineRoom.tiles'), useFigures()];
  return (
    <Tile
      name={t('lag')}
      value={lag.rows === 0 ? t('lagNone') : figures.ms(lag.ms)}
      notes={[
        ...(lag.rows === 0 ? [] : [t('lagRows', { count: lag.rows })]),
        t('lagNote', { seq: figures.whole(newestSeq) }),
      ]}
    />
  );
}

function SnapshotTile({ process: { index, snapshotBytes }, at }: { process: RoomProcess; at: string }) {
  const [t, figures] = [useTranslations('engineRoom.tiles'), useFigures()];
  const { snapshotAt } = index;
  const age = snapshotAt && Math.max((Date.parse(at) - Date.parse(snapshotAt)) / 1_000, 0);
  return (
    <Tile
      name={t('snapshot')}
      value={age === undefined || age === '' ? t('noSnapshot') : figures.span(age)}
      notes={snapshotBytes === null ? [] : [t('snapshotSize', { size: figures.bytes(snapshotBytes) })]}
    />
  );
}

function QueueTile({ queue }: { queue: RoomStatus['queue'] }) {
  const [t, figures] = [useTranslations('engineRoom.tiles'), useFigures()];
  if (!queue) return null;
  const { oldestWaitingSeconds: oldest } = queue;
  return (
    <Tile
      name={t('queue')}
      value={figures.whole(queue.waiting)}
      notes={[
        t('queueNote', { working: queue.working, failed: queue.failed }),
        ...(oldest === null ? [] : [t('oldest', { time: figures.span(oldest) })]),
        t('queueSpeed', { speed: figures.decimal(queue.picturesPerSecond, 2) }),
      ]}
    />
  );
}

function MemoryTile({ process: { memory } }: { process: RoomProcess }) {
  const [t, figures] = [useTranslations('engineRoom.tiles'), useFigures()];
  const index = memory.index ? memory.index.memory + memory.index.tables : 0;
  return (
    <Tile
      name={t('memory')}
      value={figures.bytes(memory.rss)}
      notes={[t('memoryNote', { index: figures.bytes(index) })]}
    />
  );
}

const REDIS = {
  up: ['redisUp', 'redisUpNote'],
  down: ['redisDown', 'redisDownNote'],
  none: ['redisNone', 'redisNoneNote'],
} as const;

function ServicesTile({ status: { database, redis } }: { status: RoomStatus }) {
  const [t, figures] = [useTranslations('engineRoom.tiles'), useFigures()];
  const [state, note] = REDIS[redis];
  return (
    <Tile
      name={t('database')}
      value={figures.ms(database.ms)}
      notes={[database.version, `${t('redis')}: ${t(state)}. ${t(note)}`]}
    />
  );
}
