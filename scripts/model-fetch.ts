/**
 * npm run model:fetch -- [MODEL_ID] [--from FILE] [--url URL]
 * Brings the official VGG16 weights and makes the ONNX model of them. MODEL_MIRROR in the environment is the same
 * as --url; an address ending in / is a folder that holds the file under its published name.
 */
import './demo/dotenv';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { ModelError } from '@/lib/vision/errors';
import { modelEntry, type ModelEntry } from '@/lib/vision/manifest';
import { modelsFolder, readModelFile } from '@/lib/vision/model-file';
import { FetchError, EXIT_CODES, megabytes } from './models/fetch-error';
import { fetchModel } from './models/fetch-model';

const USAGE = 'type npm run model:fetch -- [--from FILE | --url URL]';

try {
  await main();
} catch (error) {
  if (!(error instanceof FetchError) && !(error instanceof ModelError)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = error instanceof FetchError ? error.exitCode : EXIT_CODES.usage;
}

async function main(): Promise<void> {
  const { entry, from, url } = readArguments();
  if (await isThere(entry))
    return console.log(`${entry.id} is already there and whole: models/${entry.file}`);
  const bar = progressBar(entry);
  try {
    await fetchModel({
      entry,
      folder: modelsFolder(),
      from,
      url,
      onStep: (step) => (step === 'downloading' ? bar.start() : bar.stop(step)),
      onProgress: bar.update,
    });
  } finally {
    bar.stop();
  }
  console.log(
    `${entry.id} is in place: models/${entry.file}, ${megabytes(entry.bytes)}. Use it with MODEL_ID=${entry.id}`,
  );
}

function readArguments(): { entry: ModelEntry; from?: string; url?: string } {
  const { values, positionals } = parsed();
  const mirror = values.url ?? (process.env.MODEL_MIRROR || undefined);
  const entry = modelEntry(positionals[0] ?? 'vgg16-imagenet');
  if (positionals.length > 1) throw new FetchError('usage', `One model at a time: ${USAGE}`);
  if (values.from && values.url) throw new FetchError('usage', `Either --from or --url, not both: ${USAGE}`);
  return { entry, from: values.from, url: values.from ? undefined : address(mirror, entry) };
}

function parsed() {
  try {
    return parseArgs({
      options: { from: { type: 'string' }, url: { type: 'string' } },
      allowPositionals: true,
    });
  } catch (cause) {
    const [fault] = String(cause instanceof Error ? cause.message : cause).split('. ');
    throw new FetchError('usage', `${fault}: ${USAGE}`, { cause });
  }
}

function address(mirror: string | undefined, entry: ModelEntry): string | undefined {
  if (mirror === undefined) return undefined;
  if (!URL.canParse(mirror) || !/^https?:$/.test(new URL(mirror).protocol)) {
    throw new FetchError('usage', `"${mirror}" is no http address of the weights: ${USAGE}`);
  }
  return mirror.endsWith('/') ? mirror + entry.source?.url.split('/').at(-1) : mirror;
}

async function isThere(entry: ModelEntry): Promise<boolean> {
  try {
    await readModelFile(entry);
    return true;
  } catch (error) {
    if (error instanceof ModelError) return false;
    throw error;
  }
}

function progressBar(entry: ModelEntry) {
  const total = entry.source?.bytes ?? 0;
  const bar = new SingleBar({
    format: `${entry.id} {bar} {percentage}% of ${megabytes(total)}, {eta_formatted} left`,
    noTTYOutput: true,
    notTTYSchedule: 5000,
    hideCursor: true,
  });
  return {
    start: () => bar.start(total, 0),
    update: (received: number) => bar.update(received),
    stop: (step?: string) => {
      bar.stop();
      if (step) console.log(`${entry.id}: ${step}`);
    },
  };
}
