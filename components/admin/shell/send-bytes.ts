/** A file on its way to the server. */
export interface Sending {
  readonly address: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly file: Blob;
  readonly name: string;
  /** Called with the share sent, 0 … 1. */
  readonly onShare: (share: number) => void;
  readonly signal: AbortSignal;
}

/** What the server said; status 0 when it could not be reached. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/**
 * Sends one file, its bytes alone, its name in `x-file-name`. XMLHttpRequest, since `fetch` does not tell how much of a
 * body has been sent. Never rejects; null when it was cancelled.
 */
export function sendBytes({
  address,
  headers = {},
  file,
  name,
  onShare,
  signal,
}: Sending): Promise<Answer | null> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(null);
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('x-file-name', encodeURIComponent(name));
    request.setRequestHeader('content-type', 'application/octet-stream');
    for (const [header, value] of Object.entries(headers)) request.setRequestHeader(header, value);
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
    request.onload = () => resolve({ status: request.status, body: request.responseText });
    request.onerror = () => resolve({ status: 0, body: '' });
    request.onabort = () => resolve(null);
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
