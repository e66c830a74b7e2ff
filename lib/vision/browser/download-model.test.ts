import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { downloadModel } from './download-model';

const BYTES = Uint8Array.from({ length: 1000 }, (_, i) => i % 251);
const SHA = createHash('sha256').update(BYTES).digest('hex');
const MODEL = { url: `/models/${SHA}.onnx`, bytes: BYTES.length, sha256: SHA };

/** Cache Storage with one cache, in memory. */
let kept: Map<string, Uint8Array>;
let fetched: ReturnType<typeof vi.fn>;

beforeEach(() => {
  kept = new Map();
  fetched = vi.fn(() => Promise.resolve(new Response(BYTES)));
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('caches', { open: () => Promise.resolve(fakeCache()) });
});
afterEach(() => vi.unstubAllGlobals());

it('is downloaded once, with its progress told, and kept for the next time', async () => {
  const told: number[] = [];
  const first = await downloadModel(MODEL, ({ received, total }) => told.push(received / total));
  expect(first).toEqual({ bytes: BYTES, kept: false });
  expect(told.at(-1)).toBe(1);
  expect(await downloadModel(MODEL, () => {})).toEqual({ bytes: BYTES, kept: true });
  expect(fetched).toHaveBeenCalledTimes(1);
});

it('what was kept and is damaged is downloaded anew', async () => {
  kept.set(
    MODEL.url,
    BYTES.map((byte) => byte ^ 1),
  );
  expect(await downloadModel(MODEL, () => {})).toEqual({ bytes: BYTES, kept: false });
  expect(kept.get(MODEL.url)).toEqual(BYTES);
});

it('networks of other checksums are let go of', async () => {
  kept.set('/models/former.onnx', BYTES);
  await downloadModel(MODEL, () => {});
  expect([...kept.keys()]).toEqual([MODEL.url]);
});

it('other bytes of the same length are refused and not kept', async () => {
  fetched.mockResolvedValue(new Response(BYTES.toReversed()));
  await expect(downloadModel(MODEL, () => {})).rejects.toMatchObject({ code: 'wrong-checksum' });
  expect(kept.size).toBe(0);
});

it('more bytes than promised are refused', async () => {
  fetched.mockResolvedValue(new Response(new Uint8Array(2000)));
  await expect(downloadModel(MODEL, () => {})).rejects.toMatchObject({ code: 'wrong-checksum' });
});

it.each([
  ['cut off', () => new Response(BYTES.subarray(0, 400)), 'download-failed'],
  ['refused', () => new Response('no', { status: 500 }), 'download-failed'],
  ['not there', () => new Response('no', { status: 404 }), 'model-missing'],
])('a download that is %s says so', async (_, answer, code) => {
  fetched.mockResolvedValue(answer());
  await expect(downloadModel(MODEL, () => {})).rejects.toMatchObject({ code });
});

it('without a network the download has failed, and nothing else has', async () => {
  fetched.mockRejectedValue(new TypeError('Failed to fetch'));
  await expect(downloadModel(MODEL, () => {})).rejects.toMatchObject({ code: 'download-failed' });
});

it('a browser that keeps nothing goes on without', async () => {
  vi.stubGlobal('caches', { open: () => Promise.reject(new Error('QuotaExceededError')) });
  expect(await downloadModel(MODEL, () => {})).toEqual({ bytes: BYTES, kept: false });
});

function fakeCache() {
  return {
    match: (url: string) => Promise.resolve(kept.has(url) ? new Response(kept.get(url)!.slice()) : undefined),
    put: async (url: string, answer: Response) => {
      kept.set(url, new Uint8Array(await answer.arrayBuffer()));
    },
    delete: (url: string) => Promise.resolve(kept.delete(url)),
    keys: () => Promise.resolve([...kept.keys()].map((url) => ({ url }))),
  };
}
