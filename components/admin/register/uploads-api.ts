import type { JobNews } from './pictures';

/** The addresses of the server's picture queue, as the form uses them. */

const UPLOADS = '/admin/uploads';

/** @param merchantId for whom an admin uploads; a merchant's own is known from who is signed in */
export function uploadAddress(merchantId: number | null): string {
  return merchantId === null ? UPLOADS : `${UPLOADS}?merchant=${merchantId}`;
}

export function jobStream(ids: readonly number[]): EventSource {
  return new EventSource(`${UPLOADS}/events?ids=${ids.join()}`);
}

/** @throws when there is no answer, or none that could be given */
export async function askJobs(ids: readonly number[]): Promise<readonly JobNews[]> {
  const answer = await fetch(`${UPLOADS}?ids=${ids.join()}`, { cache: 'no-store' });
  if (!answer.ok) throw new Error(`${UPLOADS} answered ${answer.status}, expected 200.`);
  const { jobs } = (await answer.json()) as { readonly jobs: readonly JobNews[] };
  return jobs;
}

/** Nobody waits for it, and nothing depends on it: what is forgotten is cleared away by the server. */
export async function cancelJob(id: number): Promise<void> {
  await fetch(`${UPLOADS}/${id}`, { method: 'DELETE', keepalive: true }).catch(() => undefined);
}

/** Has a failed picture read again. @returns why not, or null */
export async function retryJob(id: number): Promise<string | null> {
  try {
    const answer = await fetch(`${UPLOADS}/${id}/retry`, { method: 'POST' });
    if (answer.ok) return null;
    if (answer.status === 401) return 'signed-out';
    return answer.status === 429 ? 'too-often' : 'unexpected';
  } catch {
    return 'no-connection';
  }
}
