'use client';

import { DatabaseZap, Save } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { ProblemNotice } from '@/components/admin/shell/problem-notice';
import type { ActionResult } from '@/lib/problem';
import type { RoomStatus } from '@/lib/engine-room/types';
import type { Problem } from '@/lib/problem';
import { ChangePanel } from './change-panel';
import { Charts } from './charts';
import { Lever } from './lever';
import { ModelsPanel } from './models-panel';
import { ProcessesTable } from './processes-table';
import type { RoomActions } from './room-actions';
import { Tiles } from './tiles';
import { useFigures } from './use-figures';
import { useRoomStatus } from './use-room-status';

/** The engine room: live figures, and the levers. */
export function EngineRoom({ first, actions }: { first: RoomStatus; actions: RoomActions }) {
  const { status, stale, queue, refresh } = useRoomStatus(first);
  const { said, problem, busy, pull } = useLevers(refresh);
  const start = (model: string) => pull(() => actions.start(model));
  return (
    <div className="wrap pt-6 pb-16 lg:pt-10">
      <Header
        status={status}
        stale={stale}
        busy={busy}
        onSnapshot={() => pull(actions.snapshot)}
        onRebuild={() => pull(actions.rebuild)}
      />
      <div className="mt-4 empty:hidden">
        <p role="status" className="rounded-card bg-mist p-4 text-sm empty:hidden">
          {said}
        </p>
        {problem && <ProblemNotice problem={problem} />}
      </div>
      <div className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-10">
        <Tiles status={status} />
        <Charts status={status} queue={queue} />
        <ProcessesTable status={status} />
        <ModelsPanel
          status={status}
          busy={busy}
          onStart={start}
          onRemove={(model) => pull(() => actions.removeSignatures(model))}
        />
        <ChangePanel
          change={status.change}
          busy={busy}
          onStart={start}
          onSwitch={(change) => pull(() => actions.switchOver(change))}
          onAbort={(change) => pull(() => actions.abort(change))}
        />
      </div>
    </div>
  );
}

function Header({
  status,
  stale,
  busy,
  onSnapshot,
  onRebuild,
}: {
  status: RoomStatus;
  stale: boolean;
  busy: boolean;
  onSnapshot: () => void;
  onRebuild: () => void;
}) {
  const [t, figures] = [useTranslations('engineRoom'), useFigures()];
  const question = {
    title: t('confirm.rebuildTitle'),
    text: t('confirm.rebuildText'),
    yes: t('confirm.rebuild'),
  };
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div>
        <h1 className="text-3xl font-extrabold">{t('title')}</h1>
        <p className="mt-1 text-soft">{t('lead')}</p>
        <p className={`mt-1 text-sm tabular-nums ${stale ? 'text-twin' : 'text-soft'}`}>
          {t('updated', { time: figures.clock(status.at) })} {stale && t('stale')}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Lever
          label={
            <>
              <Save aria-hidden="true" className="size-4" />
              {t('actions.snapshot')}
            </>
          }
          disabled={busy}
          onPull={onSnapshot}
        />
        <Lever
          label={
            <>
              <DatabaseZap aria-hidden="true" className="size-4" />
              {t('actions.rebuild')}
            </>
          }
          disabled={busy}
          question={question}
          onPull={onRebuild}
        />
      </div>
    </header>
  );
}

type Pulled = ActionResult<{ reached?: 'all' | 'this'; takenAt?: string }>;

/** Does what a lever is for, then says what came of it and looks at everything again. */
function useLevers(refresh: () => Promise<void>) {
  const [t, figures] = [useTranslations('engineRoom.actions'), useFigures()];
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, startTransition] = useTransition();

  const sentence = ({ takenAt, reached }: { takenAt?: string; reached?: 'all' | 'this' }) => {
    if (reached === undefined) return '';
    const done =
      takenAt === undefined ? t('rebuildBegun') : t('snapshotWritten', { time: figures.clock(takenAt) });
    return `${done} ${t(reached === 'all' ? 'reachedAll' : 'reachedThis')}`;
  };
  const pull = (act: () => Promise<Pulled>) => {
    startTransition(async () => {
      setProblem(null);
      setSaid(t('working'));
      const result = await act();
      setSaid(result.ok ? sentence(result) : '');
      setProblem(result.ok ? null : result.error);
      await refresh();
    });
  };
  return { said, problem, busy, pull };
}
