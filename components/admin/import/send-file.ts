import type { Problem } from '@/lib/problem';

/** Without a problem the server gave no answer that can be read. */
export type Sent =
  { readonly ok: true; readonly id: number } | { readonly ok: false; readonly problem: Problem | null };

/** Sends a file as it is; `fetch` could not tell how much of it has gone. @param onShare told what has gone, 0 … 1 */
export function sendFile(
  file: File,
  merchantId: number | null,
  onShare: (share: number) => void,
): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/admin/import/uploads');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    if (merchantId !== null) request.setRequestHeader('x-merchant-id', String(merchantId));
    request.upload.addEventListener('progress', ({ loaded, total }) => onShare(total ? loaded / total : 0));
    request.addEventListener('load', () => resolve(answerOf(request)));
    request.addEventListener('error', () => resolve({ ok: false, problem: null }));
    request.send(file);
  });
}

function answerOf(request: XMLHttpRequest): Sent {
  try {
    const answer = JSON.parse(request.responseText) as { run?: { id: number }; error?: Problem };
    if (request.status === 201 && answer.run) return { ok: true, id: answer.run.id };
    return { ok: false, problem: answer.error ?? null };
  } catch {
    return { ok: false, problem: null };
  }
}
