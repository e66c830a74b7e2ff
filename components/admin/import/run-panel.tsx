'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState, useTransition } from 'react';
import {
  COLUMNS,
  goodRows,
  isUnderWay,
  type Column,
  type ImportRun,
  type RunPictures,
} from '@/lib/merchant/imports/types';

export interface RunStatus {
  readonly run: ImportRun;
  readonly pictures: RunPictures;
}

export type Change = 'start' | 'pause' | 'resume' | 'cancel';
type ChangeImport = (request: { id: number; change: Change }) => Promise<{ readonly ok: boolean }>;

const EVERY_MS = 1_000;

/** Where an import stands, as it goes on, and what may be done with it now. */
export function RunPanel({ first, change }: { first: RunStatus; change: ChangeImport }) {
  const t = useTranslations('importing');
  const { run, pictures } = useRunStatus(first);
  return (
    <div className="mt-4 rounded-card border border-line p-5 md:p-8">
      <p className="text-lg font-bold" role="status">
        {t(`states.${run.state}`)}
      </p>
      <p className="mt-1 text-soft">{t(`statesText.${run.state}`)}</p>
      {run.state === 'failed' && <Problems run={run} />}
      {run.state === 'paused' && run.problems.length > 0 && <Problems run={run} />}
      <Progress run={run} />
      {run.state !== 'failed' && <Counts run={run} />}
      {pictures.underWay > 0 && (
        <p className="mt-4 text-sm text-soft">{t('picturesUnderWay', { count: pictures.underWay })}</p>
      )}
      {pictures.failed > 0 && (
        <p className="mt-2 text-sm font-semibold text-twin">
          {t('picturesFailed', { count: pictures.failed })}
        </p>
      )}
      <Buttons run={run} change={change} />
    </div>
  );
}

/** Asks again every second while something is going on; a new state makes the page anew, with its table of errors. */
function useRunStatus(first: RunStatus): RunStatus {
  const router = useRouter();
  const [status, setStatus] = useState(first);
  const goesOn = isUnderWay(status.run.state) || status.pictures.underWay > 0;
  useEffect(() => {
    if (!goesOn) return;
    const look = async () => {
      const next = await askStatus(first.run.id);
      if (!next) return;
      setStatus(next);
      if (next.run.state !== first.run.state) router.refresh();
    };
    const timer = setInterval(() => void look(), EVERY_MS);
    return () => clearInterval(timer);
  }, [goesOn, first, router]);
  return status;
}

/** Null when the server does not answer: the next second asks again. */
async function askStatus(id: number): Promise<RunStatus | null> {
  try {
    const answer = await fetch(`/admin/import/${id}/status`, { cache: 'no-store' });
    return answer.ok ? ((await answer.json()) as RunStatus) : null;
  } catch {
    return null;
  }
}

function Problems({ run }: { run: ImportRun }) {
  const t = useTranslations('importing');
  return (
    <ul className="mt-4 list-disc space-y-1 pl-5 font-semibold">
      {run.problems.map(({ code, name = '', number = 0 }, i) => (
        <li key={i}>
          {t(`problems.${code}`, { name: isColumn(name) ? t(`columns.${name}`) : name, number })}
        </li>
      ))}
    </ul>
  );
}

/** Columns are called as they are written in a file of the reader's language. */
function isColumn(name: string): name is Column {
  return COLUMNS.some((column) => column === name);
}

function Progress({ run }: { run: ImportRun }) {
  const t = useTranslations('importing');
  if (run.state === 'checking')
    return <p className="mt-4 text-sm">{t('rowsChecked', { count: run.totalRows })}</p>;
  if (!['running', 'paused', 'done'].includes(run.state)) return null;
  const good = goodRows(run);
  return (
    <div className="mt-5">
      <progress
        aria-label={t('progress')}
        max={Math.max(good, 1)}
        value={good === 0 ? 1 : run.doneRows}
        className="h-2 w-full"
      />
      <p className="mt-1 text-sm tabular-nums">{t('rowsDone', { done: run.doneRows, good })}</p>
    </div>
  );
}

function Counts({ run }: { run: ImportRun }) {
  const t = useTranslations('importing');
  const checked = [
    ['good', goodRows(run)],
    ['bad', run.badRows],
  ] as const;
  const done = [
    ['created', run.created],
    ['updated', run.updated],
    ['unchanged', run.unchanged],
  ] as const;
  const counts = run.doneRows > 0 ? [...checked, ...done] : checked;
  return (
    <>
      <dl className="mt-5 flex flex-wrap gap-x-10 gap-y-4">
        {counts.map(([name, count]) => (
          <div key={name}>
            <dt className="text-sm text-soft">{t(`counts.${name}`)}</dt>
            <dd className="text-2xl font-bold tabular-nums">{t('number', { count })}</dd>
          </div>
        ))}
      </dl>
      {run.restored > 0 && <p className="mt-3 text-sm text-soft">{t('restored', { count: run.restored })}</p>}
    </>
  );
}

const OFFERS: Readonly<Partial<Record<ImportRun['state'], readonly Change[]>>> = {
  checking: ['cancel'],
  checked: ['start', 'cancel'],
  running: ['pause', 'cancel'],
  paused: ['resume', 'cancel'],
};

function Buttons({ run, change }: { run: ImportRun; change: ChangeImport }) {
  const t = useTranslations('importing');
  const router = useRouter();
  const [pending, begin] = useTransition();
  const [failed, setFailed] = useState(false);
  const nothingGood = run.state === 'checked' && goodRows(run) === 0;
  const offers = (OFFERS[run.state] ?? []).filter((one) => one !== 'start' || !nothingGood);
  const ask = (one: Change) =>
    begin(async () => {
      const { ok } = await change({ id: run.id, change: one }).catch(() => ({ ok: false }));
      setFailed(!ok);
      router.refresh();
    });
  if (offers.length === 0) return null;
  return (
    <div className="mt-6 flex flex-wrap gap-3">
      {offers.map((one) => (
        <button
          key={one}
          type="button"
          disabled={pending}
          onClick={() => ask(one)}
          className={`inline-flex min-h-12 items-center rounded-full px-6 font-semibold disabled:opacity-60 ${one === 'cancel' ? 'border border-line bg-paper hover:border-ink' : 'bg-ink text-paper hover:bg-ink/85'}`}
        >
          {one === 'start' ? t('change.start', { count: goodRows(run) }) : t(`change.${one}`)}
        </button>
      ))}
      {failed && (
        <p role="alert" className="w-full text-sm font-semibold text-twin">
          {t('changeFailed')}
        </p>
      )}
    </div>
  );
}
