import type { Problem } from '@/lib/problem';
import { sendBytes } from '../shell/send-bytes';

/** Without a problem the server gave no answer that can be read. */
export type Sent =
  { readonly ok: true; readonly id: number } | { readonly ok: false; readonly problem: Problem | null };

/**
 * Sends a catalogue file as it is. Never rejects; null when it was cancelled.
 * @param merchantId for whom an admin imports; null for a merchant
 * @param onShare told what has gone, 0 … 1
 */
export async function sendFile(
  file: File,
  merchantId: number | null,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<Sent | null> {
  const headers = merchantId === null ? undefined : { 'x-merchant-id': String(merchantId) };
  const address = '/admin/import/uploads';
  const answer = await sendBytes({ address, headers, file, name: file.name, onShare, signal });
  return answer && sentFrom(answer.status, answer.body);
}

function sentFrom(status: number, body: string): Sent {
  try {
    const answer = JSON.parse(body) as { run?: { id: number }; error?: Problem };
    if (status === 201 && answer.run) return { ok: true, id: answer.run.id };
    return { ok: false, problem: answer.error ?? null };
  } catch {
    return { ok: false, problem: null };
  }
}
