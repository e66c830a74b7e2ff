import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { LocalStorage } from '@/lib/storage';
import { GET, HEAD } from './route';

const SHA = `ab${'0123456789abcdef'.repeat(4).slice(2)}`;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dalma-media-'));
  vi.stubEnv('STORAGE_DIR', path.join(folder, 'pictures'));
  const storage = new LocalStorage(path.join(folder, 'pictures'));
  for (const width of [160, 320, 500])
    await storage.put(`ab/${SHA}/${width}.webp`, Buffer.from(`picture ${width}`));
  await writeFile(path.join(folder, 'secret.webp'), 'secret');
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

function get(key: string, headers: Record<string, string> = {}) {
  const request = new Request('http://shop.test/media', { headers });
  return GET(request, { params: Promise.resolve({ key: key.split('/') }) });
}

describe('/media', () => {
  it('streams a stored picture, to be kept for ever', async () => {
    const answer = await get(`ab/${SHA}/320.webp`);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/webp',
      'content-length': '11',
      'cache-control': 'public, max-age=31536000, immutable',
      etag: `"${SHA}-320"`,
    });
    expect(await answer.text()).toBe('picture 320');
  });

  it('answers a width that is not stored with the nearest smaller one', async () => {
    expect(await (await get(`ab/${SHA}/640.webp`)).text()).toBe('picture 320');
    expect(await (await get(`ab/${SHA}/500.webp`)).text()).toBe('picture 500');
    expect(await (await get(`ab/${SHA}/161.webp`)).text()).toBe('picture 160');
  });

  it('answers a HEAD request with the headers alone', async () => {
    const request = new Request('http://shop.test/media', { method: 'HEAD' });
    const answer = await HEAD(request, { params: Promise.resolve({ key: ['ab', SHA, '640.webp'] }) });
    expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([
      200,
      '11',
      '',
    ]);
  });

  it('has nothing narrower than the narrowest', async () => {
    expect((await get(`ab/${SHA}/159.webp`)).status).toBe(404);
  });

  it('answers 304 without a body to a browser that has the picture', async () => {
    for (const tag of [`"${SHA}-320"`, `W/"${SHA}-320"`, `"other", "${SHA}-320"`]) {
      const answer = await get(`ab/${SHA}/320.webp`, { 'if-none-match': tag });
      expect([answer.status, await answer.text(), answer.headers.get('etag')]).toEqual([
        304,
        '',
        `"${SHA}-320"`,
      ]);
    }
    expect((await get(`ab/${SHA}/320.webp`, { 'if-none-match': `"${SHA}-160"` })).status).toBe(200);
  });

  it.each([
    ['an unknown picture', `ab/ab${'0'.repeat(62)}/320.webp`],
    ['a climb out of the folder', `../secret.webp`],
    ['a climb after a good beginning', `ab/${SHA}/../../../secret.webp`],
    ['an encoded climb', `ab/${SHA}/..%2f..%2fsecret.webp`],
    ['an absolute path', `/etc/passwd`],
    ['a null byte', `ab/${SHA}/320.webp\0.png`],
    ['capital letters', `AB/${SHA.toUpperCase()}/320.webp`],
    ['a folder that is not the beginning of the name', `cd/${SHA}/320.webp`],
    ['another kind of file', `ab/${SHA}/320.svg`],
    ['a width of nothing', `ab/${SHA}/0.webp`],
    ['a width with a sign', `ab/${SHA}/-1.webp`],
    ['a line break at the end', `ab/${SHA}/320.webp\n`],
    ['no width', `ab/${SHA}`],
    ['one part too many', `ab/${SHA}/320.webp/x`],
  ])('answers 404 to %s', async (_, key) => {
    const answer = await get(key);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('secret');
  });
});
