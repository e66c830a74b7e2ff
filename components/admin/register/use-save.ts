'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { FormPart, SaveAnswer, SaveRequest } from '@/lib/merchant/register/types';
import type { Progress } from './progress';

export interface SaveFailure {
  readonly code: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** The number under which the server logged a fault of its own. */
  readonly reference?: string;
}

/** `waiting`: saved as soon as the files under way have arrived. */
export type Saving =
  | { readonly phase: 'editing'; readonly failure: SaveFailure | null }
  | { readonly phase: 'waiting'; readonly failedBefore: number }
  | { readonly phase: 'saving' }
  | { readonly phase: 'saved'; readonly id: number };

/** Saves at once, or when the last file has arrived; comes back with what went wrong and loses nothing. */
export function useSave(
  save: (request: SaveRequest) => Promise<SaveAnswer>,
  request: () => SaveRequest,
  progress: Progress,
  onEnd: (answer: SaveAnswer) => void,
) {
  const [saving, setSaving] = useState<Saving>({ phase: 'editing', failure: null });

  // What was sent once may be in the catalogue, though no answer came: from then on it is sent again, put back or not.
  const neverSent = useRef<readonly FormPart[] | null>(null);

  async function send() {
    setSaving({ phase: 'saving' });
    const asked = request();
    const untouched = asked.untouched.filter((part) => neverSent.current?.includes(part) ?? true);
    neverSent.current = untouched;
    const answer = await save({ ...asked, untouched }).catch(noAnswer);
    onEnd(answer);
    setSaving(answer.ok ? { phase: 'saved', id: answer.id } : { phase: 'editing', failure: answer.error });
  }

  /** A file that broke while everything waited for it: whether to go without it is not ours to decide. */
  const goOn = useEffectEvent((failedBefore: number) => {
    if (progress.failed > failedBefore) {
      setSaving({ phase: 'editing', failure: { code: 'picture-broke' } });
    } else void send();
  });

  const failedBefore = saving.phase === 'waiting' ? saving.failedBefore : null;
  useEffect(() => {
    if (failedBefore === null || progress.unsent > 0) return;
    const timer = setTimeout(() => goOn(failedBefore));
    return () => clearTimeout(timer);
  }, [failedBefore, progress.unsent]);

  return {
    saving,
    start: () => setSaving({ phase: 'waiting', failedBefore: progress.failed }),
    stop: () => setSaving({ phase: 'editing', failure: null }),
  };
}

function noAnswer(): SaveAnswer {
  return { ok: false, error: { code: 'no-connection', message: 'The server gave no answer.' } };
}
