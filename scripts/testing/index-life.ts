import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { fillFeatureFile } from '@/lib/catalogue/fill-feature-file';
import { IndexSnapshots } from '@/lib/catalogue/index-snapshots';
import { IndexService } from '@/lib/catalogue/index-service';
import { deleteProduct, setStock, updateProduct } from '@/lib/catalogue/register-product';
import { database } from '@/lib/database';
import { indexEnv } from '@/lib/env';
import { until } from '@/scripts/services/until';
import { picture, plantProduct, PLANTED_MODEL, seededRandom } from './plant';

/**
 * The life of a busy shop in small: it follows the catalogue, changes it, writes snapshots all the time and now and then
 * reads everything anew, and copies into the feature file what is new, until somebody kills it. What it is about to do and
 * has done it says in lines, each before it goes on: `adding`, `added 17`, `changing`, `snapshotting`, `filling`, `rebuilding`, `done`.
 * It begins when it gets a line, so that it can be started ahead.
 *
 * Environment: DATABASE_URL, INDEX_DIR; argument: a number that decides what it does.
 */
const seed = Number(process.argv[2]);
const random = seededRandom(seed);
const say = (line: string) => writeSync(1, `${line}\n`);

class SpokenSnapshots extends IndexSnapshots {
  override async write(...given: Parameters<IndexSnapshots['write']>): Promise<Date> {
    say('snapshotting');
    return super.write(...given).finally(() => say('done'));
  }
}

const snapshots = new SpokenSnapshots(indexEnv().INDEX_DIR, PLANTED_MODEL);
const mine: number[] = [];
await once(process.stdin, 'data');
process.stdin.destroy();
let service = await begin();
say(`booted from ${service.status().bootedFrom}`);
for (let step = 1; ; step++) {
  await change(step);
  if (step % 2 === 0) await fill();
  if (step % 8 === 0) service = await rebuild(service);
}

async function begin(): Promise<IndexService> {
  const rhythm = { changes: 2, everyMs: 20, pauseMs: 0 };
  const begun = new IndexService({ modelId: PLANTED_MODEL, db: database, snapshots, rhythm });
  begun.start();
  await until(() => begun.ready() !== null, { timeoutMs: 20_000, everyMs: 2 });
  return begun;
}

async function rebuild(before: IndexService): Promise<IndexService> {
  await before.stop();
  say('rebuilding');
  const spoil =
    random() < 0.5 ? (file: string) => rm(file, { force: true }) : (file: string) => writeFile(file, 'DALMA');
  await Promise.all(snapshots.files.map(spoil));
  const after = await begin();
  say('done');
  return after;
}

async function fill(): Promise<void> {
  say('filling');
  await fillFeatureFile(database(), PLANTED_MODEL, AbortSignal.timeout(20_000));
  say('done');
}

async function change(step: number): Promise<void> {
  const chosen = mine[Math.floor(random() * mine.length)];
  const dice = random();
  if (chosen === undefined || dice < 0.6) return add(step);
  say('changing');
  if (dice < 0.7) await setStock(chosen, Math.floor(random() * 2));
  else if (dice < 0.8) await updateProduct(chosen, { priceKrw: Math.floor(random() * 100_000) });
  else await deleteProduct(mine.splice(mine.indexOf(chosen), 1)[0] ?? 0);
  say('done');
}

async function add(step: number): Promise<void> {
  say('adding');
  const pictures = Array.from({ length: 1 + Math.floor(random() * 2) }, () =>
    picture(Math.floor(random() * 2 ** 32)),
  );
  const sku = `life-${seed}-${step}`;
  const id = await plantProduct(database(), { sku, categoryId: 1 + (step % 3), stock: step % 2, pictures });
  mine.push(id);
  say(`added ${id}`);
}
