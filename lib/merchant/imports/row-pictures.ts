import { createHash } from 'node:crypto';
import {
  knownPictures,
  notePicture,
  settlePictures,
  type KnownPicture,
  type StandingProduct,
} from '@/db/queries/imports';
import { database } from '@/lib/database';
import { fileError } from '@/lib/merchant/imports/file-error';
import type { OpenZip } from '@/lib/merchant/imports/read-zip';
import { enqueuePicture } from '@/lib/merchant/pictures';
import type { PictureChoice } from '@/lib/merchant/products/save-input';
import { PictureError, preparePicture } from '@/lib/vision';

interface FilePicture {
  readonly name: string;
  readonly bytes: Buffer;
  /** Of the file as it came. */
  readonly sha256: string;
}

/**
 * The pictures that a row names, as saving takes them: those the product has already by their numbers, the others put into
 * the queue. The product has it already when the file is the one that its picture was made from, or would become the same.
 */
export async function choosePictures(
  merchantId: number,
  names: readonly string[],
  zip: OpenZip,
  standing: StandingProduct | undefined,
): Promise<PictureChoice[]> {
  const files = await Promise.all(names.map((name) => readPicture(zip, name)));
  const uploads = files.map(({ sha256 }) => sha256);
  const known = await knownPictures(database(), merchantId, uploads);
  await settlePictures(
    database(),
    known.filter(({ sha256, jobSha256 }) => sha256 === null && jobSha256 !== null),
  );
  const matcher = new Matcher(merchantId, standing, known);
  const choices: PictureChoice[] = [];
  for (const file of files) choices.push(await matcher.choose(file));
  return choices;
}

async function readPicture(zip: OpenZip, name: string): Promise<FilePicture> {
  const file = zip.find(name);
  if (file === null || file === 'ambiguous') throw fileError('zip-damaged', { name });
  const chunks: Uint8Array[] = [];
  for await (const chunk of zip.read(file)) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  return { name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Gives each picture of the product to one file at most. */
class Matcher {
  readonly #shown: { readonly id: number; readonly sha256: string }[];
  readonly #jobs: { readonly id: number }[];

  constructor(
    private readonly merchantId: number,
    standing: StandingProduct | undefined,
    private readonly known: readonly KnownPicture[],
  ) {
    this.#shown = [...(standing?.images ?? [])];
    this.#jobs = (standing?.jobs ?? []).filter(({ state }) => state !== 'failed');
  }

  async choose(file: FilePicture): Promise<PictureChoice> {
    const known = this.known.filter(({ uploadSha256 }) => uploadSha256 === file.sha256);
    const stored = known.flatMap(({ sha256, jobSha256 }) => sha256 ?? jobSha256 ?? []);
    const image = take(this.#shown, ({ sha256 }) => stored.includes(sha256));
    if (image) return { image: image.id };
    const job = take(this.#jobs, ({ id }) => known.some(({ jobId }) => jobId === id));
    if (job) return { job: job.id };
    return (await this.#bySameResult(file, stored.length > 0)) ?? this.#enqueue(file);
  }

  /** For pictures that did not come by an import: makes the file ready and looks whether the product has the result. */
  async #bySameResult(file: FilePicture, isKnown: boolean): Promise<PictureChoice | null> {
    if (isKnown || this.#shown.length === 0) return null;
    const sha256 = await storedName(file.bytes);
    if (sha256 === null) return null;
    const { merchantId } = this;
    await notePicture(database(), { merchantId, uploadSha256: file.sha256, jobId: null, sha256 });
    const image = take(this.#shown, (one) => one.sha256 === sha256);
    return image ? { image: image.id } : null;
  }

  async #enqueue({ bytes, name, sha256: uploadSha256 }: FilePicture): Promise<PictureChoice> {
    const job = await enqueuePicture(this.merchantId, chunk(bytes), name, bytes.length);
    await notePicture(database(), {
      merchantId: this.merchantId,
      uploadSha256,
      jobId: job.id,
      sha256: null,
    });
    return { job: job.id };
  }
}

/** Null for a picture that cannot be used: the queue says why, where its merchant sees it. */
async function storedName(bytes: Uint8Array): Promise<string | null> {
  try {
    return (await preparePicture(bytes)).sha256;
  } catch (error) {
    if (error instanceof PictureError) return null;
    throw error;
  }
}

async function* chunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Removes and returns the first that fits. */
function take<T>(from: T[], fits: (one: T) => boolean): T | undefined {
  const place = from.findIndex(fits);
  return place === -1 ? undefined : from.splice(place, 1)[0];
}
