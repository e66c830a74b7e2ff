import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sendFile } from './send-file';

const FILE = new File(['sku,title\r\n'], '상품.csv');

/** The browser's own, as far as sending a file needs it: it waits to be told what the server says. */
class FakeRequest {
  static last: FakeRequest;
  readonly headers = new Map<string, string>();
  readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  address = '';
  sent: unknown = null;
  status = 0;
  responseText = '';
  onload = () => {};
  onerror = () => {};
  onabort = () => {};

  constructor() {
    FakeRequest.last = this;
  }

  open(_method: string, address: string): void {
    this.address = address;
  }

  setRequestHeader(name: string, value: string): void {
    this.headers.set(name, value);
  }

  send(body: unknown): void {
    this.sent = body;
  }

  abort(): void {
    this.onabort();
  }

  answer(status: number, body: string): void {
    Object.assign(this, { status, responseText: body });
    this.onload();
  }
}

beforeEach(() => vi.stubGlobal('XMLHttpRequest', FakeRequest));
afterEach(() => vi.unstubAllGlobals());

it('a transfer that is cancelled is cut off, and is no failure', async () => {
  const controller = new AbortController();
  const abort = vi.spyOn(FakeRequest.prototype, 'abort');
  const sent = sendFile(FILE, null, () => {}, controller.signal);
  controller.abort();
  expect(await sent).toBeNull();
  expect(abort).toHaveBeenCalledOnce();
});

it('one cancelled before it began sends nothing', async () => {
  const before = FakeRequest.last;
  expect(await sendFile(FILE, null, () => {}, AbortSignal.abort())).toBeNull();
  expect(FakeRequest.last).toBe(before);
});

it('sends the file under its name for the merchant, tells how much has gone, and brings the import’s number', async () => {
  const onShare = vi.fn();
  const sent = sendFile(FILE, 7, onShare, new AbortController().signal);
  const request = FakeRequest.last;
  request.upload.onprogress?.({ loaded: 3, total: 12 });
  request.answer(201, '{"run":{"id":31}}');
  expect(await sent).toEqual({ ok: true, id: 31 });
  expect(onShare).toHaveBeenCalledWith(0.25);
  expect([request.address, request.sent]).toEqual(['/admin/import/uploads', FILE]);
  expect(Object.fromEntries(request.headers)).toMatchObject({
    'x-file-name': '%EC%83%81%ED%92%88.csv',
    'x-merchant-id': '7',
  });
});

it.each([
  [401, '{"error":{"code":"not-signed-in","message":"…"}}', { code: 'not-signed-in', message: '…' }],
  [502, '<html>Bad gateway</html>', null],
  [200, '{}', null],
])('an answer %i “%s” is told as what it is', async (status, body, problem) => {
  const sent = sendFile(FILE, null, () => {}, new AbortController().signal);
  FakeRequest.last.answer(status, body);
  expect(await sent).toEqual({ ok: false, problem });
});

it('a server that cannot be reached is a failure without an answer', async () => {
  const sent = sendFile(FILE, null, () => {}, new AbortController().signal);
  FakeRequest.last.onerror();
  expect(await sent).toEqual({ ok: false, problem: null });
});
