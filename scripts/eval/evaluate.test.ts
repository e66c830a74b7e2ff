import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { rasterise } from '@/lib/vision';
import { readArguments } from './arguments';
import { readDataFolder } from './data-folder';
import { evaluate } from './evaluate';
import type { Evaluation } from './report';

const CLASSES = {
  bottle: '<rect x="38" y="8" width="14" height="20"/><rect x="28" y="26" width="34" height="58" rx="8"/>',
  ball: '<circle cx="45" cy="45" r="34"/>',
  comb: '<path d="M10 20h70v14H10zM10 34h4v40h-4zM22 34h4v40h-4zM34 34h4v40h-4zM46 34h4v40h-4zM58 34h4v40h-4z"/>',
};
const COLOURS = ['#b33', '#3a5', '#46c', '#c93'];

let folder: string;
let found: Evaluation;

beforeAll(async () => {
  vi.spyOn(console, 'log').mockReturnValue();
  folder = await mkdtemp(path.join(tmpdir(), 'dalma-eval-'));
  await drawPictures();
  const line = ['--data', folder, '--label', 'shape', '--query', 'split=test', '--gallery', 'split=train'];
  const outputs = [
    '--json',
    path.join(folder, 'rows.json'),
    '--out',
    path.join(folder, 'report'),
    '--name',
    'drawn',
  ];
  const given = readArguments([...line, ...outputs]);
  found = await evaluate(await readDataFolder(folder), given, path.join(folder, 'cache'));
}, 60_000);

afterAll(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

it('asks with the queries, searches the gallery, and names the picture that it could not read', () => {
  expect(found).toMatchObject({ queries: 3, hopeless: 0, unreadable: [{ name: 'damaged.jpg' }] });
  expect(found.rows.every(({ n }) => n === 9)).toBe(true);
});

it('finds drawings of the same shape by what the network says, and cannot by chance', () => {
  const [intensities] = found.rows.filter(
    ({ method, reranker }) => method === 'exhaustive' && reranker === 'intensities',
  );
  expect(intensities!.pAt1).toBe(1);
  expect(intensities!.pAt5).toBeGreaterThan(found.rows.find(({ method }) => method === 'random')!.pAt5);
});

it('finds as much with narrowing as without, where fewer pictures are there than candidates are kept', () => {
  const narrowed = found.rows.filter(({ method }) => method === 'overlap');
  expect(narrowed.length).toBeGreaterThan(0);
  expect(narrowed.map(({ recallAt10 }) => recallAt10)).toEqual(narrowed.map(() => 1));
  for (const { reranker, pAt1, pAt5, pAt10 } of narrowed) {
    const exact = reranker === 'both' ? 'features+intensities' : reranker;
    const whole = found.rows.find((row) => row.method === 'exhaustive' && row.reranker === exact);
    expect({ pAt1, pAt5, pAt10 }).toEqual({ pAt1: whole!.pAt1, pAt5: whole!.pAt5, pAt10: whole!.pAt10 });
  }
});

it('writes the rows as JSON and a report with its charts', async () => {
  const json = JSON.parse(await readFile(path.join(folder, 'rows.json'), 'utf8'));
  expect(json).toMatchObject({ machine: expect.any(String), commit: expect.any(String) });
  expect(json.results).toHaveLength(found.rows.length);
  const report = await readFile(path.join(folder, 'report/drawn.md'), 'utf8');
  expect(report).toContain('3 queries, 9 pictures searched');
  expect(report).not.toContain(folder);
  for (const [, chart] of report.matchAll(/\((drawn-\w+\.svg)\)/g)) {
    expect(await readFile(path.join(folder, 'report', chart!), 'utf8')).toMatch(/^<svg/);
  }
});

async function drawPictures(): Promise<void> {
  const rows = ['path,split,shape', 'damaged.jpg,train,ball'];
  for (const [shape, drawing] of Object.entries(CLASSES)) {
    await mkdir(path.join(folder, shape));
    for (const [i, colour] of COLOURS.entries()) {
      const name = `${shape}/${i}.jpg`;
      await writeFile(path.join(folder, name), await drawn(drawing, colour, i));
      rows.push(`${name},${i === 0 ? 'test' : 'train'},${shape}`);
    }
  }
  await writeFile(path.join(folder, 'damaged.jpg'), 'no picture');
  await writeFile(path.join(folder, 'labels.csv'), rows.join('\n'));
}

function drawn(drawing: string, colour: string, i: number): Promise<Buffer> {
  const moved = `translate(${i} ${2 * i}) scale(${1 - i / 40})`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90"><g fill="${colour}" transform="${moved}">${drawing}</g></svg>`;
  return rasterise(svg, 180, 180, 90);
}
