import { mkdtemp, readdir, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DEFAULT_MODEL_ID, loadExtractor, rasterise } from '@/lib/vision';
import { type DescribedPicture, describe as describePictures } from './describe';
import type { EvalPicture } from './picture';

let cache: string;

beforeEach(async () => {
  cache = await mkdtemp(path.join(tmpdir(), 'dalma-eval-'));
});

afterEach(() => rm(cache, { recursive: true }));

it('says of a picture what the shop would say of it', async () => {
  const bytes = await drawn('#c22');
  const { pictures } = await described([{ ...picture('red'), read: () => Promise.resolve(bytes) }]);
  const [signature] = await (await loadExtractor(DEFAULT_MODEL_ID)).extract([bytes]);
  expect(pictures[0]!.intensities).toEqual(signature!.intensities);
  expect(pictures[0]!.featureBits).toEqual(signature!.featureBits);
});

it('reads nothing a second time, and gives the same', async () => {
  const pictures = [picture('red', '#c22'), picture('blue', '#22c')];
  const first = await described(pictures);
  const second = await described(pictures.map((one) => ({ ...one, read: unread })));
  expect(second.pictures.map(comparable)).toEqual(first.pictures.map(comparable));
  expect(await activationsOf(second)).toEqual(await activationsOf(first));
});

it('looks again at pictures whose stamp has changed', async () => {
  await described([picture('red', '#c22')]);
  const { pictures, unreadable } = await described([{ ...picture('red'), stamp: 'later', read: unread }]);
  expect(pictures).toEqual([]);
  expect(unreadable).toEqual([{ name: 'red', reason: 'read again' }]);
});

it('makes anew what an interrupted run has left torn', async () => {
  const pictures = [picture('red', '#c22')];
  const whole = await described(pictures);
  const [model] = await readdir(cache);
  for (const file of await readdir(path.join(cache, model!)))
    await truncate(path.join(cache, model!, file), 100);
  expect((await described(pictures)).pictures.map(comparable)).toEqual(whole.pictures.map(comparable));
});

it('names the pictures it cannot use and goes on, activations in step with the pictures that are left', async () => {
  const damaged = { ...picture('damaged'), read: () => Promise.resolve(Buffer.from('no picture')) };
  const seen = await described([picture('red', '#c22'), damaged, picture('blue', '#22c')]);
  expect(seen.pictures.map(({ name }) => name)).toEqual(['red', 'blue']);
  expect(seen.unreadable).toEqual([
    { name: 'damaged', reason: expect.stringContaining('not a picture we can read') },
  ]);
  const [, blue] = await activationsOf(seen);
  const [alone] = await (await loadExtractor(DEFAULT_MODEL_ID)).activations([await drawn('#22c')]);
  expect(blue).toEqual(alone);
});

function described(pictures: readonly EvalPicture[]) {
  return describePictures(pictures, {
    modelId: DEFAULT_MODEL_ID,
    cache,
    withActivations: true,
    onProgress: () => {},
  });
}

async function activationsOf({
  activations,
}: Awaited<ReturnType<typeof described>>): Promise<Float32Array[]> {
  const all: Float32Array[] = [];
  for await (const chunk of activations()) for (const { picture, values } of chunk) all[picture] = values;
  return all;
}

function comparable({ name, intensities, featureBits, colours }: DescribedPicture) {
  return { name, intensities: [...intensities], featureBits: [...featureBits], colours: [...colours] };
}

function picture(name: string, colour = '#000'): EvalPicture {
  return { name, stamp: 'first', labels: {}, read: () => drawn(colour) };
}

function unread(): Promise<never> {
  return Promise.reject(new Error('read again'));
}

function drawn(colour: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90">
    <rect x="20" y="15" width="50" height="60" rx="9" fill="${colour}"/><circle cx="45" cy="45" r="12" fill="#fff"/></svg>`;
  return rasterise(svg, 200, 200, 90);
}
