/**
 * npm run bench:vision -- [ROUNDS]
 * Milliseconds per picture: decoding, the network at several batch sizes, and the whole way. The cases take turns in
 * each round, so that a busy machine slows all of them; trust the ratios more than the times.
 */
import { availableParallelism } from 'node:os';
import { loadExtractor, modelEntry, rasterise, type ModelEntry } from '@/lib/vision';
import { decodePixels } from '@/lib/vision/decode';
import { readModelFile } from '@/lib/vision/model-file';
import { openNetwork } from '@/lib/vision/onnx-node';
import { preprocess } from '@/lib/vision/preprocess';
import { signatureOf } from '@/lib/vision/signature';

const PICTURES = 16;
const BATCHES = [1, 4, 8];

interface Case {
  readonly name: string;
  /** Works on all pictures. */
  readonly run: () => Promise<unknown>;
  readonly times: number[];
}

const rounds = Number(process.argv[2] ?? 15);
const extractor = await loadExtractor();
const entry = modelEntry(extractor.modelId);
const cases = await makeCases(entry);
for (let round = -2; round < rounds; round++) {
  for (const one of cases) await time(one, round >= 0);
}
report();

async function makeCases({ input, id }: ModelEntry): Promise<Case[]> {
  const network = await openNetwork(entry, await readModelFile(entry));
  const pictures = await Promise.all(Array.from({ length: PICTURES }, (_, i) => draw(i)));
  const tensors = await Promise.all(
    pictures.map(async (picture) => preprocess(await decodePixels(picture, 2 * input.size), input)),
  );
  const pixels = await decodePixels(pictures[0]!, 2 * input.size);
  const activations = await network.run(tensors);
  const batches = BATCHES.map((size) => ({
    name: `network, batch ${size}`,
    run: async () => {
      for (let i = 0; i < PICTURES; i += size) await network.run(tensors.slice(i, i + size));
    },
    times: [],
  }));
  return [
    ...batches,
    {
      name: 'decode',
      run: () => Promise.all(pictures.map((p) => decodePixels(p, 2 * input.size))),
      times: [],
    },
    { name: 'preprocess', run: async () => tensors.map(() => preprocess(pixels, input)), times: [] },
    { name: 'signature', run: async () => activations.map((a) => signatureOf(id, a)), times: [] },
    { name: 'whole, one by one', run: () => oneByOne(pictures), times: [] },
    { name: 'whole, together', run: () => extractor.extract(pictures), times: [] },
  ];
}

async function oneByOne(pictures: Buffer[]): Promise<void> {
  for (const picture of pictures) await extractor.extract([picture]);
}

/** A JPEG of 1000×1000 with shapes, gradients and fine lines, another for each number. */
function draw(i: number): Promise<Buffer> {
  const hue = (i * 47) % 360;
  const lines = Array.from({ length: 60 }, (_, y) => `<path d="M0 ${y * 17}L1000 ${y * (11 + (i % 7))}"/>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000">
    <linearGradient id="g"><stop stop-color="hsl(${hue},60%,90%)"/><stop offset="1" stop-color="#345"/></linearGradient>
    <rect width="1000" height="1000" fill="url(#g)"/><g stroke="#fff" stroke-width="2">${lines.join('')}</g>
    <rect x="${200 + i * 9}" y="150" width="420" height="700" rx="${i * 12}" fill="hsl(${hue},70%,45%)"/>
    <circle cx="500" cy="${300 + i * 20}" r="130" fill="hsl(${hue + 150},80%,60%)"/></svg>`;
  return rasterise(svg, 1000, 1000, 85);
}

async function time({ run, times }: Case, counts: boolean): Promise<void> {
  const start = performance.now();
  await run();
  if (counts) times.push((performance.now() - start) / PICTURES);
}

function report(): void {
  const base = quantile(cases[0]!.times, 0.5);
  console.log(
    `${entry.id}, ${availableParallelism()} cores, ${rounds} rounds of ${PICTURES} pictures, ms per picture`,
  );
  console.log('case                 median      p10      p90   ratio');
  for (const { name, times } of cases) {
    const [low, median, high] = [0.1, 0.5, 0.9].map((q) => quantile(times, q));
    const figures = [median!, low!, high!].map((ms) => ms.toFixed(2).padStart(9)).join('');
    console.log(name.padEnd(18) + figures + (median! / base).toFixed(2).padStart(8));
  }
}

function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.round((sorted.length - 1) * q)] ?? NaN;
}
