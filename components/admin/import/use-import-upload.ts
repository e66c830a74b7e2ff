'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import type { Problem, ProblemCode } from '@/lib/problem';
import { sendFile } from './send-file';

/** Words of this page for why a file did not go. */
export type OwnProblem = 'tooLarge' | 'tooMany' | 'tooManyOpen' | 'sendFailed';

export type ImportUpload =
  | { readonly phase: 'idle'; readonly failure: OwnProblem | Problem | null }
  | { readonly phase: 'sending'; readonly share: number }
  | { readonly phase: 'cancelled' };

/** What is said about refusals that have words of their own. */
const REFUSALS: Partial<Record<ProblemCode, OwnProblem>> = {
  'too-many-requests': 'tooMany',
  'already-exists': 'tooManyOpen',
};

/** Sends a file and leads to the page of its import. The transfer ends when it is cancelled, or with the page. */
export function useImportUpload(merchantId: number | null, mostBytes: number) {
  const router = useRouter();
  const [upload, setUpload] = useState<ImportUpload>({ phase: 'idle', failure: null });
  const transfer = useRef<AbortController | null>(null);
  useEffect(() => () => transfer.current?.abort(), []);

  async function send(file: File) {
    if (file.size > mostBytes) return setUpload({ phase: 'idle', failure: 'tooLarge' });
    const onShare = (share: number) => setUpload({ phase: 'sending', share });
    onShare(0);
    transfer.current = new AbortController();
    const sent = await sendFile(file, merchantId, onShare, transfer.current.signal);
    if (!sent) return setUpload({ phase: 'cancelled' });
    if (sent.ok) return router.push(`/admin/import/${sent.id}`);
    setUpload({ phase: 'idle', failure: failureOf(sent.problem) });
  }

  return { upload, send: (file: File) => void send(file), cancel: () => transfer.current?.abort() };
}

function failureOf(problem: Problem | null): OwnProblem | Problem {
  return problem ? (REFUSALS[problem.code] ?? problem) : 'sendFailed';
}
