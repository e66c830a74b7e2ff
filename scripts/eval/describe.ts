import { createHash } from 'node:crypto';
import path from 'node:path';
import { messageOf } from '@/lib/errors';
import { loadExtractor, modelEntry, type Extractor } from '@/lib/vision';
import { decodePixels } from '@/lib/vision/decode';
import { ModelError } from '@/lib/vision/errors';
import { readModelFile } from '@/lib/vision/model-file';
import { ACTIVATION_LENGTH, signatureOf } from '@/lib/vision/signature';
import { colourBins } from '@/scripts/bench/colour-bins';
import { type Description, type Outcome, packOutcomes, unpackOutcomes } from './description';
import { readIfThere, writeWhole } from './files';
import type { EvalPicture } from './picture';

/** Pictures of a chunk: what an interrupted run loses at most. Their activations are 13 MB. */
const CHUNK = 128;
/** Longest side of the picture whose colours are counted, pixels. */
const COLOUR_SIDE = 160;
/** Part of every key: raise it when a description of the same picture changes. */
const FORMAT = 1;

export interface DescribeOptions {
  readonly modelId: string;
  /** Where descriptions are kept. May be deleted at any time. */
  readonly cache: string;
  /** Also keep the activations: 100 kB per picture. */
  readonly withActivations: boolean;
  /** Called with the number of pictures done, as they are. */
  readonly onProgress: (pictures: number) => void;
}

export interface Described {
  /** The pictures that could be read, with what is known of them. */
  readonly pictures: readonly DescribedPicture[];
  readonly unreadable: readonly { readonly name: string; readonly reason: string }[];
  /** The activations of all pictures, chunk by chunk, read from the disk each time. */
  readonly activations: () => AsyncGenerator<readonly Activation[]>;
}

export interface DescribedPicture extends EvalPicture, Description {}

export interface Activation {
  /** Position in `pictures`. */
  readonly picture: number;
  readonly values: Float32Array;
}

/**
 * Runs every picture through the network, or reads what an earlier run has kept: chunk by chunk, under a key made of
 * the model's file and of the names and stamps of the pictures. A picture that cannot be read is named, and left out.
 */
export async function describe(
  pictures: readonly EvalPicture[],
  { modelId, cache, withActivations, onProgress }: DescribeOptions,
): Promise<Described> {
  const folder = path.join(cache, await modelFolder(modelId));
  const seen: { picture: EvalPicture; outcome: Outcome; file: string; row: number; rows: number }[] = [];
  for (let start = 0; start < pictures.length; start += CHUNK) {
    const chunk = pictures.slice(start, start + CHUNK);
    const file = path.join(folder, keyOf(chunk));
    const known = await readChunk(file, chunk.length, withActivations);
    const outcomes = known ?? (await makeChunk(chunk, file, await loadExtractor(modelId), withActivations));
    outcomes.forEach((outcome, row) =>
      seen.push({ picture: chunk[row]!, outcome, file, row, rows: chunk.length }),
    );
    onProgress(chunk.length);
  }
  const readable = seen.flatMap(({ picture, outcome, ...place }) =>
    'unreadable' in outcome ? [] : [{ described: { ...picture, ...outcome }, place }],
  );
  return {
    pictures: readable.map(({ described }) => described),
    unreadable: seen.flatMap(({ picture: { name }, outcome }) =>
      'unreadable' in outcome ? [{ name, reason: outcome.unreadable }] : [],
    ),
    activations: () => readActivations(readable.map(({ place }) => place)),
  };
}

interface Place {
  readonly file: string;
  readonly row: number;
  readonly rows: number;
}

async function modelFolder(modelId: string): Promise<string> {
  const bytes = await readModelFile(modelEntry(modelId));
  return `${modelId}-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}`;
}

function keyOf(chunk: readonly EvalPicture[]): string {
  const identity = JSON.stringify([FORMAT, ...chunk.map(({ name, stamp }) => [name, stamp])]);
  return createHash('sha256').update(identity).digest('hex').slice(0, 32);
}

const descriptionsOf = (file: string) => `${file}.descriptions`;
const activationsOf = (file: string) => `${file}.activations`;

async function readChunk(file: string, count: number, withActivations: boolean): Promise<Outcome[] | null> {
  const bytes = await readIfThere(descriptionsOf(file));
  const outcomes = bytes && unpackOutcomes(bytes, count);
  if (!outcomes || !withActivations) return outcomes;
  return (await readIfThere(activationsOf(file)))?.length === count * ACTIVATION_LENGTH * 4 ? outcomes : null;
}

async function makeChunk(
  chunk: readonly EvalPicture[],
  file: string,
  extractor: Extractor,
  withActivations: boolean,
): Promise<Outcome[]> {
  const activations = new Float32Array(withActivations ? chunk.length * ACTIVATION_LENGTH : 0);
  const keep = (activation: Float32Array, row: number) => {
    if (withActivations) activations.set(activation, row * ACTIVATION_LENGTH);
  };
  const outcomes = await Promise.all(
    chunk.map((picture, row) => outcomeOf(picture, extractor, (activation) => keep(activation, row))),
  );
  if (withActivations) await writeWhole(activationsOf(file), new Uint8Array(activations.buffer));
  await writeWhole(descriptionsOf(file), packOutcomes(outcomes));
  return outcomes;
}

async function outcomeOf(
  picture: EvalPicture,
  extractor: Extractor,
  keep: (activation: Float32Array) => void,
): Promise<Outcome> {
  try {
    const bytes = await picture.read();
    const [activation] = await extractor.activations([bytes]);
    const { intensities, featureBits } = signatureOf(extractor.modelId, activation!);
    const { data } = await decodePixels(bytes, COLOUR_SIDE);
    keep(activation!);
    return { intensities, featureBits, colours: Float32Array.from(colourBins(data as Uint8Array)) };
  } catch (error) {
    if (error instanceof ModelError) throw error;
    return { unreadable: messageOf(error) };
  }
}

async function* readActivations(places: readonly Place[]): AsyncGenerator<readonly Activation[]> {
  for (let picture = 0; picture < places.length;) {
    const { file } = places[picture]!;
    const bytes = await readIfThere(activationsOf(file));
    if (!bytes) throw new Error(`${activationsOf(file)} has gone while it was in use: start again.`);
    const all = new Float32Array(bytes.slice().buffer);
    const activations: Activation[] = [];
    for (; places[picture]?.file === file; picture++) {
      const start = places[picture]!.row * ACTIVATION_LENGTH;
      activations.push({ picture, values: all.subarray(start, start + ACTIVATION_LENGTH) });
    }
    yield activations;
  }
}
