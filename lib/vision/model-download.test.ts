import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_MODEL_ID, modelEntry } from './manifest';
import { browserModel, openModelFile } from './model-download';

const CONTENT = 'not a network, but whole';
const SHA256 = createHash('sha256').update(CONTENT).digest('hex');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dalma-own-models-'));
  vi.stubEnv('MODELS_DIR', folder);
  const file = { file: 'our-shop.onnx', bytes: CONTENT.length, sha256: SHA256 };
  const own = { ...modelEntry(DEFAULT_MODEL_ID), id: 'our-shop', ...file };
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify({ models: [own] }));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test('a network of the operator’s own is offered to browsers, and its file is found', async () => {
  writeFileSync(path.join(folder, 'our-shop.onnx'), CONTENT);
  expect(await browserModel('our-shop')).toMatchObject({
    id: 'our-shop',
    sha256: SHA256,
    url: `/models/${SHA256}.onnx`,
  });
  const file = await openModelFile(SHA256);
  expect(file?.size).toBe(CONTENT.length);
  expect(await text(file!.stream)).toBe(CONTENT);
});

test('a network that is not known here, or whose file is not whole, is none for browsers', async () => {
  writeFileSync(path.join(folder, 'our-shop.onnx'), CONTENT.slice(1));
  expect(await browserModel('our-shop')).toBeNull();
  expect(await openModelFile(SHA256)).toBeNull();
  expect(await browserModel('former')).toBeNull();
});
