import { sendBytes, type Sending } from '../shell/send-bytes';

/** How an upload ended: the number of its job, or why there is none. */
export type Upload =
  { readonly ok: true; readonly job: number } | { readonly ok: false; readonly problem: string };

/** Sends one picture. Never rejects; null when it was cancelled. */
export async function uploadFile(sending: Sending): Promise<Upload | null> {
  const answer = await sendBytes(sending);
  return answer && uploadFrom(answer.status, answer.body);
}

/** What an answer of the server means for the file. */
export function uploadFrom(status: number, body: string): Upload {
  const said = parsed(body);
  if (status === 201 && typeof said?.job?.id === 'number') return { ok: true, job: said.job.id };
  if (status === 401) return { ok: false, problem: 'signed-out' };
  if (status === 413) return { ok: false, problem: 'too-many-bytes' };
  if (status === 429) return { ok: false, problem: 'too-often' };
  if (status >= 400 && status < 500 && said?.error?.code) return { ok: false, problem: said.error.code };
  return { ok: false, problem: status === 0 || status >= 502 ? 'no-connection' : 'unexpected' };
}

interface Said {
  readonly job?: { readonly id?: unknown };
  readonly error?: { readonly code?: string };
}

function parsed(body: string): Said | null {
  try {
    return JSON.parse(body) as Said | null;
  } catch {
    return null;
  }
}
