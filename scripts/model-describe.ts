import { readFile } from 'node:fs/promises';
import { loadExtractor } from '@/lib/vision';

/*
 * npm run model:describe -- FILE…
 * What the network in use sees in pictures: a line of JSON for each, as a browser sends it. For comparing the two.
 */
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('Name one picture or more: npm run model:describe -- FILE…');
  process.exit(2);
}
const extractor = await loadExtractor();
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
for (const file of files) {
  const start = performance.now();
  const [signature] = await extractor.extract([await readFile(file)]);
  const { modelId, topFilters, featureBits, intensityBytes } = signature!;
  const sent = { featureBits: base64(featureBits), intensityBytes: base64(intensityBytes) };
  const ms = performance.now() - start;
  console.log(JSON.stringify({ file, ms, modelId, topFilters: [...topFilters], ...sent }));
}
