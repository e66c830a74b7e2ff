import type { Page } from '@playwright/test';
import { startWorkerProgram } from './operator';
import { signIn } from './sign-in';
import { expect, test } from './watched-page';

/** More than the shop itself has in hand at a time. */
const PICTURES = 10;
/** Bigger than any camera's, so that each keeps whoever works on it for seconds. */
const SIDE = 4_000;
// A worker is taken for lost when it has said nothing for half a minute; then its pictures are made one by one.
const TAKEN_OVER = { timeout: 90_000 };

test(
  'a worker process killed in the middle of its pictures loses none: the merchant sees all of them ready',
  { tag: '@desktop' },
  async ({ page }) => {
    test.setTimeout(240_000);
    await signIn(page, 'merchant');
    const worker = await startWorkerProgram();
    try {
      await page.goto('/admin/products/new');
      const sent = uploadsOf(page);
      await page.locator('#picture-files').setInputFiles(await bigPictures(page, PICTURES));
      await expect.poll(() => worker.taken().filter((id) => sent.has(id)).length).toBeGreaterThan(0);
      await worker.kill();

      const states = await statesOf(page, worker.taken());
      const lost = [...states].filter(([, state]) => state === 'working').map(([id]) => id);
      expect(lost.length).toBeGreaterThan(0);
      await expect(page.locator('[data-picture][data-phase=ready]')).toHaveCount(PICTURES, TAKEN_OVER);
      expect(await statesOf(page, lost)).toEqual(new Map(lost.map((id) => [id, 'ready'])));
    } finally {
      await worker.kill();
    }
  },
);

/** The numbers that the page's uploads are given, as they are. */
function uploadsOf(page: Page): ReadonlySet<number> {
  const ids = new Set<number>();
  page.on('response', (response) => {
    if (response.request().method() !== 'POST' || !response.url().endsWith('/admin/uploads')) return;
    void response.json().then(({ job }: { job: { id: number } }) => ids.add(job.id));
  });
  return ids;
}

async function statesOf(page: Page, ids: readonly number[]): Promise<Map<number, string>> {
  const answer = await page.request.get(`/admin/uploads?ids=${ids.join()}`);
  const { jobs } = (await answer.json()) as { jobs: { id: number; state: string }[] };
  return new Map(jobs.map(({ id, state }) => [id, state]));
}

interface File {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Pictures that differ, drawn by the browser. */
async function bigPictures(page: Page, count: number): Promise<File[]> {
  const files: File[] = [];
  for (let i = 0; i < count; i++) {
    const base64 = await page.evaluate(drawn, { side: SIDE, hue: 36 * i });
    files.push({ name: `big-${i}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') });
  }
  return files;
}

async function drawn({ side, hue }: { side: number; hue: number }): Promise<string> {
  const canvas = new OffscreenCanvas(side, side);
  const pen = canvas.getContext('2d')!;
  for (let i = 0; i < 20; i++) {
    pen.fillStyle = `hsl(${hue + 47 * i} 70% ${20 + 3 * i}%)`;
    pen.fillRect((i * side) / 40, (i * side) / 40, side - (i * side) / 20, side - (i * side) / 20);
  }
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.readAsDataURL(blob);
  });
}
