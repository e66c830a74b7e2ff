import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { GET, HEAD } from '@/app/models/[file]/route';
import { modelEntry, DEFAULT_MODEL_ID } from '@/lib/vision/manifest';

const { sha256, bytes } = modelEntry(DEFAULT_MODEL_ID);

const ask = (file: string, headers: Record<string, string> = {}, method = GET) =>
  method(new Request(`http://shop/models/${file}`, { headers }), { params: Promise.resolve({ file }) });

it('answers with the very file that the checksum in its name is of, to be kept for ever', async () => {
  const answer = await ask(`${sha256}.onnx`);
  expect(answer.headers.get('content-length')).toBe(String(bytes));
  expect(answer.headers.get('cache-control')).toContain('immutable');
  const digest = createHash('sha256').update(new Uint8Array(await answer.arrayBuffer()));
  expect(digest.digest('hex')).toBe(sha256);
});

it('tells who has it already that it has not changed', async () => {
  expect((await ask(`${sha256}.onnx`, { 'if-none-match': `"${sha256}"` })).status).toBe(304);
});

it('tells the size alone when only that is asked', async () => {
  const answer = await ask(`${sha256}.onnx`, {}, HEAD);
  expect([answer.headers.get('content-length'), answer.body]).toEqual([String(bytes), null]);
});

it.each([
  'vgg16-dalma.onnx',
  'manifest.json',
  `${'0'.repeat(64)}.onnx`,
  `${sha256}.onnx.sha256`,
  '../manifest.json',
  `${sha256}`,
])('%s names no network', async (name) => {
  expect((await ask(name)).status).toBe(404);
});
