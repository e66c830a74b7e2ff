import { rm, stat } from 'node:fs/promises';
import { diskError, writeAll, type Disk, type WritableFile } from './disk';
import { FetchError, megabytes, systemCode } from './fetch-error';

export interface Download {
  readonly url: string;
  /** Where the bytes are gathered; what a broken download left there is continued. */
  readonly file: string;
  /** Size of the whole file. */
  readonly bytes: number;
  readonly disk: Disk;
  /** Called with the bytes that are there so far. */
  readonly onProgress?: (received: number) => void;
  /** Given up after so long without a byte. */
  readonly idleMs?: number;
}

/**
 * Downloads a file of known size, continuing where an earlier try stopped if the server can (HTTP Range),
 * from the start if it cannot. After `no-network` the part stays for the next try; after `disk-full` and
 * `wrong-size` it is removed. Throws `FetchError`.
 */
export async function download(task: Download): Promise<void> {
  const there = await sizeOf(task.file);
  if (there === task.bytes) return task.onProgress?.(there);
  const start = there > task.bytes ? 0 : there;
  const idle = idleSignal(task.idleMs ?? 30_000);
  try {
    await receive(task, await request(task, start, idle.signal), idle);
  } catch (error) {
    const known = error instanceof FetchError ? error : networkError(task, error);
    if (known.code === 'disk-full' || known.code === 'wrong-size') await rm(task.file, { force: true });
    throw known;
  } finally {
    idle.stop();
  }
}

interface Answer {
  readonly body: AsyncIterable<Uint8Array>;
  /** Position of the first byte of the body. */
  readonly from: number;
}

async function request(task: Download, start: number, signal: AbortSignal): Promise<Answer> {
  const headers: Record<string, string> = { 'accept-encoding': 'identity' };
  if (start > 0) headers.range = `bytes=${start}-`;
  const response = await fetch(task.url, { headers, signal });
  if (response.status === 416 && start > 0) return discard(response, () => request(task, 0, signal));
  if ((response.status !== 200 && response.status !== 206) || !response.body) {
    return discard(response, () => Promise.reject(httpError(task, response)));
  }
  const from = response.status === 206 ? start : 0;
  const { first, total } = announced(response);
  if (first !== from || (total !== null && total !== task.bytes)) {
    return discard(response, () => Promise.reject(wrongSize(task, `announces byte ${first} of ${total}`)));
  }
  return { body: response.body, from };
}

async function discard<T>(response: Response, next: () => Promise<T>): Promise<T> {
  await response.body?.cancel();
  return next();
}

/** First byte and size of the whole file, as the server tells them; null when it does not tell the size. */
function announced(response: Response): { first: number; total: number | null } {
  const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(response.headers.get('content-range') ?? '');
  if (range) return { first: Number(range[1]), total: range[2] === '*' ? null : Number(range[2]) };
  const length = response.headers.get('content-length');
  return { first: 0, total: length === null ? null : Number(length) };
}

async function receive(task: Download, { body, from }: Answer, idle: IdleSignal): Promise<void> {
  const file = await opened(task, from);
  try {
    const received = await append(task, file, body, from, idle);
    if (received < task.bytes) throw new TypeError(`the server closed after ${received} bytes`);
  } finally {
    await file.close();
  }
}

async function opened(task: Download, from: number): Promise<WritableFile> {
  try {
    return await task.disk.open(task.file, from > 0 ? 'a' : 'w');
  } catch (error) {
    throw diskError(error, task.file);
  }
}

async function append(
  task: Download,
  file: WritableFile,
  body: AsyncIterable<Uint8Array>,
  from: number,
  idle: IdleSignal,
): Promise<number> {
  let received = from;
  for await (const chunk of body) {
    idle.restart();
    received += chunk.length;
    if (received > task.bytes) throw wrongSize(task, 'sends more');
    try {
      await writeAll(file, chunk);
    } catch (error) {
      throw diskError(error, task.file);
    }
    task.onProgress?.(received);
  }
  return received;
}

interface IdleSignal {
  readonly signal: AbortSignal;
  readonly restart: () => void;
  readonly stop: () => void;
}

function idleSignal(ms: number): IdleSignal {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new TypeError(`no byte for ${ms / 1000} s`)), ms);
  return { signal: controller.signal, restart: () => timer.refresh(), stop: () => clearTimeout(timer) };
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => null);
  return found?.size ?? 0;
}

const BY_HAND = 'or bring the file yourself: npm run model:fetch -- --from FILE';

function networkError(task: Download, error: unknown): FetchError {
  const why = systemCode(error) ?? (error instanceof Error ? error.message : String(error));
  return new FetchError(
    'no-network',
    `The download from ${hostOf(task.url)} failed (${why}): check the network and type npm run model:fetch again, ` +
      `which goes on from where it stopped, ${BY_HAND}`,
    { cause: error },
  );
}

function httpError(task: Download, response: Response): FetchError {
  return new FetchError(
    'http',
    `${hostOf(task.url)} answered ${response.status} ${response.statusText} for ${task.url}: ` +
      `name another address with npm run model:fetch -- --url URL, ${BY_HAND}`,
  );
}

function wrongSize(task: Download, fault: string): FetchError {
  return new FetchError(
    'wrong-size',
    `${hostOf(task.url)} ${fault}, expected ${task.bytes} bytes (${megabytes(task.bytes)}), so it is another file: ` +
      `name another address with npm run model:fetch -- --url URL, ${BY_HAND}`,
  );
}

function hostOf(url: string): string {
  return new URL(url).host;
}
