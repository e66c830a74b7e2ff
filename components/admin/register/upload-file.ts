/** How an upload ended: the number of its job, or why there is none. */
export type Upload =
  { readonly ok: true; readonly job: number } | { readonly ok: false; readonly problem: string };

export interface UploadRequest {
  readonly address: string;
  readonly file: Blob;
  readonly name: string;
  /** Called with the share sent, 0 … 1. */
  readonly onShare: (share: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Sends one file, its bytes alone. XMLHttpRequest, since `fetch` does not tell how much of a body has been sent.
 * Never rejects; null when it was cancelled.
 */
export function uploadFile({ address, file, name, onShare, signal }: UploadRequest): Promise<Upload | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('x-file-name', encodeURIComponent(name));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(uploadFrom(request.status, request.responseText));
    request.onerror = () => resolve({ ok: false, problem: 'no-connection' });
    request.onabort = () => resolve(null);
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
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
