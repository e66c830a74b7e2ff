import { seededRandom } from '@/lib/engine/seeded-random';
import type { BenchCatalogue } from '@/scripts/bench/catalogue';
import { commit, machineLine } from '@/scripts/bench-engine/report';
import { writeWhole } from '@/scripts/eval/files';
import { seedProgress } from '@/scripts/seed-progress';
import type { Arguments } from './arguments';
import { measureRecall, RERANKERS, type RecallMeasured } from './measure-recall';
import { MixedCatalogue, type Mixture } from './mixed-catalogue';
import { neighbourTable } from './neighbour-table';
import { type Photo, PhotoCatalogue } from './photos';
import { readPhotos } from './read-photos';
import { jsonOf, recallTable, writeReport } from './report';

const CACHE = '.data/eval';

/** Found by trying: the one whose catalogues are most like photos at the same size (docs/evaluation). */
const MIXTURE: Mixture = { partners: 3, among: 15, noise: 0.05 };

/**
 * Measures, in this order: all photos; a catalogue of the same size mixed from all of them; another mixed from a quarter
 * of them, which shows whether catalogues may be larger than what they are made of; and the sizes that were asked for.
 */
export async function benchRecall(given: Arguments, cache = CACHE): Promise<void> {
  const { seed, queries } = given;
  const photos = await readPhotos(given.data, given.model, cache);
  const quarter = everyFourth(photos, seed);
  const parts: RecallMeasured[] = [];
  const measure = (name: string, catalogue: BenchCatalogue) => {
    const bar = seedProgress(`${name}, ${catalogue.size}`, RERANKERS.length * catalogue.size);
    const measured = measureRecall(name, catalogue, { queries, seed, onProgress: (by) => bar.step(by) });
    bar.end();
    console.log(`\n${recallTable(measured.rows)}\n`);
    parts.push(measured);
  };
  measure('photos', new PhotoCatalogue(photos));
  measure('photos, a quarter', new PhotoCatalogue(quarter));
  const mixed = mixer(photos, seed);
  measure('mixed', mixed(photos.length));
  measure('mixed from a quarter', mixer(quarter, seed)(photos.length));
  for (const size of given.sizes) measure('mixed', mixed(size));
  const report = {
    machine: machineLine(),
    commit: commit(),
    modelId: given.model,
    photos: photos.length,
    queries,
    seed,
    mixture: MIXTURE,
    rows: parts.flatMap(({ rows }) => rows),
    nearness: parts.flatMap(({ nearness }) => nearness),
  };
  if (given.json !== undefined) await writeWhole(given.json, jsonOf(report));
  if (given.out !== undefined) console.log(`Report: ${await writeReport(report, given.out)}`);
}

/** Catalogues of any size from these photos. */
function mixer(photos: readonly Photo[], seed: number): (size: number) => MixedCatalogue {
  const bar = seedProgress('Nearest photos', photos.length);
  const nearest = neighbourTable(new PhotoCatalogue(photos), MIXTURE.among, (done) => bar.step(done));
  bar.end();
  return (size) => new MixedCatalogue(photos, nearest, MIXTURE, size, seed);
}

function everyFourth(photos: readonly Photo[], seed: number): Photo[] {
  const random = seededRandom(seed);
  return photos.filter(() => random() < 1 / 4);
}
