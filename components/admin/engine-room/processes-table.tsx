import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { RoomProcess, RoomStatus } from '@/lib/engine-room/types';
import { useFigures } from './use-figures';

const MINUTE_S = 60;
const COLUMNS = [
  'process',
  'state',
  'model',
  'speed',
  'p95',
  'lag',
  'memory',
  'index',
  'files',
  'uptime',
] as const;

export function ProcessesTable({ status }: { status: RoomStatus }) {
  const t = useTranslations('engineRoom.processes');
  return (
    <section aria-labelledby="engine-room-processes">
      <h2 id="engine-room-processes" className="text-xl font-extrabold">
        {t('title')}
      </h2>
      <p className="mt-1 text-soft">{t(status.allProcesses ? 'all' : 'onlyThis')}</p>
      <div
        tabIndex={0}
        role="group"
        aria-labelledby="engine-room-processes"
        className="mt-4 overflow-x-auto rounded-card border border-line"
      >
        <table className="w-full min-w-5xl text-left text-sm wrap-normal tabular-nums">
          <thead>
            <tr className="text-soft">
              {COLUMNS.map((column) => (
                <th key={column} scope="col" className="px-4 py-3 font-semibold whitespace-nowrap">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {status.processes.map((process) => (
              <ProcessRow key={process.id} process={process} at={status.at} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function ProcessRow({ process, at }: { process: RoomProcess; at: string }) {
  const [t, figures] = [useTranslations('engineRoom.processes'), useFigures()];
  const { index, memory, lastMinute, lag } = process;
  const uptime = (Date.parse(at) - Date.parse(process.startedAt)) / 1_000;
  return (
    <tr className="border-t border-line align-top">
      <th scope="row" className="px-4 py-3 font-semibold">
        {process.id}
        {process.isThisOne && <Note>{t('thisOne')}</Note>}
      </th>
      <Cell>
        <IndexState process={process} />
      </Cell>
      <Cell whole>{index.modelId}</Cell>
      <Cell>{figures.decimal(lastMinute.searches / MINUTE_S, 2)}</Cell>
      <Cell whole>{figures.ms(lastMinute.p95)}</Cell>
      <Cell>{lag.rows === 0 ? '0' : `${figures.whole(lag.rows)} / ${figures.ms(lag.ms)}`}</Cell>
      <Cell whole>{figures.bytes(memory.rss)}</Cell>
      <Cell>
        <IndexMemory memory={memory.index} />
      </Cell>
      <Cell>{figures.bytes(memory.featureFiles)}</Cell>
      <Cell>{figures.span(uptime)}</Cell>
    </tr>
  );
}

function IndexState({ process: { index } }: { process: RoomProcess }) {
  const [t, figures] = [useTranslations('engineRoom.processes'), useFigures()];
  const { replacement } = index;
  return (
    <>
      {t(`states.${index.state}`, { percent: figures.percent(index.fraction) })}
      {index.bootedFrom && (
        <Note>{t(index.bootedFrom === 'snapshot' ? 'fromSnapshot' : 'fromDatabase')}</Note>
      )}
      {replacement && (
        <Note>
          {replacement.failing
            ? t('replacingFails')
            : t(`replacing.${replacement.reason}`, {
                model: replacement.modelId,
                percent: figures.percent(replacement.fraction),
              })}
        </Note>
      )}
    </>
  );
}

function IndexMemory({ memory }: { memory: RoomProcess['memory']['index'] }) {
  const [t, figures] = [useTranslations('engineRoom.processes'), useFigures()];
  if (!memory) return t('noIndex');
  const { filters, tags, tables } = memory;
  const parts = { filters: figures.bytes(filters), tags: figures.bytes(tags), tables: figures.bytes(tables) };
  return (
    <>
      {figures.bytes(memory.memory + tables)}
      <Note>{t('memoryParts', parts)}</Note>
    </>
  );
}

/** `whole`: what a line break would make harder to read, a name or a number with its unit. */
function Cell({ whole = false, children }: { whole?: boolean; children: ReactNode }) {
  return <td className={`px-4 py-3 ${whole ? 'whitespace-nowrap' : ''}`}>{children}</td>;
}

function Note({ children }: { children: ReactNode }) {
  return <span className="mt-0.5 block font-normal text-soft">{children}</span>;
}
