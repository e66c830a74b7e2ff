import { request as overHttp } from 'node:http';
import { expect, test, type Page } from '@playwright/test';
import { signIn } from './sign-in';

/** What the register page does with its uploads, done from a page by hand, so that each answer can be looked at. */
test.describe('uploads @desktop', () => {
  test('a picture is made ready while its states arrive as events, another account knows nothing of it, and it can be cancelled', async ({
    page,
    browser,
  }) => {
    await signIn(page, 'merchant');
    const job = await uploaded(page, await drawnInBrowser(page));
    const states = await page.evaluate(eventsUntilReady, [job.id]);
    expect(states.at(-1)).toMatchObject({ id: job.id, state: 'ready', errorCode: null });
    expect((await page.request.get(`${states.at(-1)?.src}/160.webp`)).headers()['content-type']).toBe(
      'image/webp',
    );

    const stranger = await browser.newPage();
    await signIn(stranger, 'other-merchant');
    expect(await stranger.evaluate(asked, job.id)).toEqual(await stranger.evaluate(asked, UNKNOWN));
    const own = await uploaded(stranger, await drawnInBrowser(stranger));
    const told = await stranger.evaluate(eventsUntilReady, [job.id, own.id]);
    expect(new Set(told.map(({ id }) => id))).toEqual(new Set([own.id]));
    expect(await stranger.evaluate(cancel, own.id)).toBe(204);
    await stranger.context().clearCookies();
    expect((await stranger.request.get(`/admin/uploads?ids=${job.id}`)).status()).toBe(401);
    await stranger.context().close();
    expect(await (await page.request.get(`/admin/uploads?ids=${job.id}`)).json()).toMatchObject({
      jobs: [{ id: job.id, state: 'ready' }],
    });

    expect(await page.evaluate(cancel, job.id)).toBe(204);
    expect(await page.evaluate(cancel, job.id)).toBe(404);
    expect(await (await page.request.get(`/admin/uploads?ids=${job.id}`)).json()).toEqual({ jobs: [] });
  });

  test('a refused file is answered with its reason, also while the rest of it is still on its way', async ({
    page,
  }) => {
    await signIn(page, 'merchant');
    const send = (bytes: number) =>
      page.evaluate(async (length) => {
        const answer = await fetch('/admin/uploads', {
          method: 'POST',
          body: new Blob(['no picture'.padEnd(length)]),
          headers: { 'x-file-name': encodeURIComponent('사진.jpg') },
        });
        return [answer.status, ((await answer.json()) as { error: { code: string } }).error.code];
      }, bytes);
    expect(await send(15_000_000)).toEqual([415, 'unsupported-format']);
    expect(await send(21_000_000)).toEqual([413, 'too-many-bytes']);
    expect(await send(0)).toEqual([415, 'unsupported-format']);
  });

  test('another site cannot send with this browser’s cookies, and nobody without an account', async ({
    page,
  }) => {
    await signIn(page, 'merchant');
    const forged = await page.request.post('/admin/uploads', {
      data: Buffer.from('x'),
      headers: { origin: 'https://evil.example' },
    });
    expect(forged.status()).toBe(403);
    await page.context().clearCookies();
    const nobody = await page.request.post('/admin/uploads', {
      data: Buffer.from('x'),
      headers: { origin: new URL(page.url()).origin },
    });
    expect(nobody.status()).toBe(401);
  });

  test('a transfer that is cut off leaves nothing, and the next one is taken', async ({ page }) => {
    await signIn(page, 'merchant');
    const before = await uploaded(page, await drawnInBrowser(page));
    await cutOff(page, Buffer.from(await drawnInBrowser(page)));
    const after = await uploaded(page, await drawnInBrowser(page));
    const between = Array.from({ length: after.id - before.id - 1 }, (_, i) => before.id + 1 + i);
    const answer = await page.request.get(`/admin/uploads?ids=${[before.id, ...between].join()}`);
    expect(((await answer.json()) as { jobs: unknown[] }).jobs).toHaveLength(1);
    for (const { id } of [before, after]) expect(await page.evaluate(cancel, id)).toBe(204);
  });
});

/** The number of no picture. */
const UNKNOWN = 4_000_000_000;

interface Job {
  readonly id: number;
  readonly state: string;
}

async function uploaded(page: Page, bytes: number[]): Promise<Job> {
  const [status, body] = await page.evaluate(async (given) => {
    const answer = await fetch('/admin/uploads', {
      method: 'POST',
      body: new Blob([new Uint8Array(given)]),
      headers: { 'x-file-name': 'picture.png' },
    });
    return [answer.status, (await answer.json()) as { job: Job }] as const;
  }, bytes);
  expect(status).toBe(201);
  return body.job;
}

/** A PNG with some colours in it. */
function drawnInBrowser(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const canvas = new OffscreenCanvas(400, 300);
    const pen = canvas.getContext('2d')!;
    for (const [i, colour] of ['#eee', '#c33', '#3a7', '#24c'].entries()) {
      pen.fillStyle = colour;
      pen.fillRect(70 * i, 50 * i, 400 - 100 * i, 300 - 70 * i);
    }
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
}

/** Announces the whole picture, sends half of it and hangs up. */
async function cutOff(page: Page, bytes: Buffer): Promise<void> {
  const { origin, hostname, port } = new URL(page.url());
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const headers = { origin, cookie, 'content-length': bytes.length, 'x-file-name': 'half.png' };
  const sending = overHttp({ hostname, port, path: '/admin/uploads', method: 'POST', headers });
  const closed = new Promise((resolve) => sending.once('close', resolve));
  sending.on('error', () => {});
  await new Promise((resolve) => sending.write(bytes.subarray(0, bytes.length / 2), resolve));
  sending.destroy();
  await closed;
}

/** All that can be asked and wanted of a picture, with what is answered; its number is left out of the words. */
async function asked(id: number): Promise<Record<string, string>> {
  const answerOf = async (address: string, method = 'GET') => {
    const answer = await fetch(address, { method });
    return `${answer.status} ${(await answer.text()).replaceAll(String(id), 'ID')}`;
  };
  return {
    state: await answerOf(`/admin/uploads?ids=${id}`),
    retry: await answerOf(`/admin/uploads/${id}/retry`, 'POST'),
    cancel: await answerOf(`/admin/uploads/${id}`, 'DELETE'),
  };
}

async function cancel(id: number): Promise<number> {
  return (await fetch(`/admin/uploads/${id}`, { method: 'DELETE' })).status;
}

/** What is told of these pictures until the first of them is settled. */
function eventsUntilReady(ids: readonly number[]): Promise<(Job & { readonly src: string | null })[]> {
  return new Promise((resolve) => {
    const states: (Job & { readonly src: string | null })[] = [];
    const events = new EventSource(`/admin/uploads/events?ids=${ids.join()}`);
    events.onmessage = ({ data }) => {
      states.push(JSON.parse(data as string) as (typeof states)[number]);
      if (!['ready', 'failed'].includes(states.at(-1)!.state)) return;
      events.close();
      resolve(states);
    };
  });
}
