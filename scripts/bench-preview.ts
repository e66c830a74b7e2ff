import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { rasterise } from '@/lib/vision';
import { median } from './bench-preview/median';
import { signInAsMerchant } from './bench-preview/sign-in';
import { chromiumPath } from './test/chromium';

/*
 * npm run bench:preview [-- http://localhost:3000]
 * The network in a merchant's browser, on the running demo: what it downloads, how long the first visit and a later one
 * take, per way of running it; and the server's time for the same pictures, as what to compare with.
 */
const VISITS = 3;
const PICTURES = 8;
const WAYS = [
  { name: 'WebAssembly, threads', isolated: true },
  { name: 'WebAssembly, 1 thread', isolated: false },
] as const;

type Times = Readonly<Record<'downloadMs' | 'loadMs' | 'firstRunMs' | 'warmRunMs', number>>;

const address = process.argv[2] ?? 'http://localhost:3000';
const pictures = await Promise.all(Array.from({ length: PICTURES }, (_, i) => draw(i)));
const browser = await chromium.launch({
  executablePath: await chromiumPath(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  console.table(await downloads(browser));
  const rows: Record<string, string | number>[] = [];
  for (const way of WAYS) rows.push(await measure(browser, way));
  console.table(rows);
  console.table([{ 'Node (the server), one by one': `${serverMs().toFixed(0)} ms per picture` }]);
} finally {
  await browser.close();
}

/** A first visit, and the same again with the network kept; medians. */
async function measure(on: Browser, { name, isolated }: (typeof WAYS)[number]) {
  const cold: Times[] = [];
  const kept: Times[] = [];
  const runs: number[] = [];
  let threads = 0;
  for (let visit = 0; visit < VISITS; visit++) {
    const page = await openForm(on, isolated);
    cold.push(await timesOf(page));
    await page.reload();
    kept.push(await timesOf(page));
    threads = Number(await page.locator('[data-threads]').getAttribute('data-threads'));
    runs.push(...(await lookAtAll(page)));
    await page.context().close();
  }
  const middle = (of: readonly Times[], key: keyof Times) => Math.round(median(of.map((one) => one[key])));
  return {
    way: name,
    threads,
    'download ms': middle(cold, 'downloadMs'),
    'load ms': middle(cold, 'loadMs'),
    'first run ms': middle(cold, 'firstRunMs'),
    'cold ms': Math.round(median(cold.map((one) => one.downloadMs + one.loadMs + one.firstRunMs))),
    'again: ready ms': Math.round(median(kept.map((one) => one.downloadMs + one.loadMs + one.firstRunMs))),
    'warm ms per picture': Math.round(median(runs)),
  };
}

/** The form with the preview on, signed in; not isolated: as a browser sees it that cannot share memory. */
async function openForm(on: Browser, isolated: boolean): Promise<Page> {
  const context = await on.newContext({ locale: 'en' });
  const page = await context.newPage();
  await signInAsMerchant(page, address);
  await page.route('**/admin/uploads**', (route) => route.abort());
  if (!isolated) {
    await page.route('**/admin/products/new', async (route) => {
      if (route.request().resourceType() !== 'document') return route.continue();
      const answer = await route.fetch();
      const headers = Object.entries(answer.headers()).filter(([name]) => !name.startsWith('cross-origin-'));
      await route.fulfill({ response: answer, headers: Object.fromEntries(headers) });
    });
  }
  await page.goto(new URL('/admin/products/new', address).href);
  await page.locator('[data-preview]').getByRole('switch').click();
  return page;
}

async function timesOf(page: Page): Promise<Times> {
  const status = page.locator('[data-times]');
  await status.waitFor({ timeout: 120_000 });
  return JSON.parse((await status.getAttribute('data-times')) ?? '{}') as Times;
}

/** What each picture took the network, as the page tells it. */
async function lookAtAll(page: Page): Promise<number[]> {
  await page
    .locator('#picture-files')
    .setInputFiles(pictures.map((buffer, i) => ({ name: `${i}.jpg`, mimeType: 'image/jpeg', buffer })));
  const runs: number[] = [];
  for (let i = 0; i < PICTURES; i++) {
    await page
      .locator('[data-preview]')
      .getByRole('button', { name: `${i}.jpg` })
      .click();
    await page.locator(`[data-seen="${i}.jpg"]`).waitFor({ timeout: 120_000 });
    const times = (await page.locator('[data-times]').getAttribute('data-times')) ?? '{}';
    runs.push((JSON.parse(times) as { runMs: number }).runMs);
  }
  return runs;
}

/** Bytes that come over the wire on a first visit with the preview on, the page's own scripts among them. */
async function downloads(on: Browser) {
  const page = await openForm(on, true);
  const sizes = { network: 0, 'runtime (.wasm)': 0, 'runtime (.mjs)': 0, 'scripts (.js)': 0 };
  const context = page.context();
  const sized: Promise<void>[] = [];
  context.on('requestfinished', (request) => {
    const kind = kindOf(new URL(request.url()).pathname);
    if (!kind) return;
    sized.push(request.sizes().then(({ responseBodySize }) => void (sizes[kind] += responseBodySize)));
  });
  await page.evaluate(() => caches.delete('dalma-models'));
  const session = await context.newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await page.reload();
  await timesOf(page);
  await Promise.all(sized);
  await context.close();
  return Object.entries(sizes).map(([what, bytes]) => ({
    what,
    'MB over the wire': (bytes / 1e6).toFixed(2),
  }));
}

function kindOf(path: string) {
  if (path.endsWith('.onnx')) return 'network';
  if (path.endsWith('.wasm')) return 'runtime (.wasm)';
  if (path.startsWith('/ort/')) return 'runtime (.mjs)';
  return path.startsWith('/_next/static/chunks/') ? 'scripts (.js)' : null;
}

/** Decoding and the network, one picture after another, in a process of its own as on the server. */
function serverMs(): number {
  const folder = mkdtempSync(join(tmpdir(), 'dalma-preview-'));
  try {
    const files = pictures.map((bytes, i) => {
      const file = join(folder, `${i}.jpg`);
      writeFileSync(file, bytes);
      return file;
    });
    const lines = execFileSync('npm', ['run', '--silent', 'model:describe', '--', ...files], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    return median(
      lines
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { ms: number }).ms),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function draw(i: number): Promise<Buffer> {
  const hue = (i * 47) % 360;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000"><rect width="1000" height="1000" fill="#eef"/>
    <rect x="${200 + i * 9}" y="150" width="420" height="700" rx="${i * 12}" fill="hsl(${hue},70%,45%)"/>
    <circle cx="500" cy="${300 + i * 20}" r="130" fill="hsl(${hue + 150},80%,60%)"/></svg>`;
  return rasterise(svg, 1000, 1000, 85);
}
