import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DalmaError } from '@/lib/errors';

/**
 * What stands before an index in its file: where in which change log it was taken. Numbers are little-endian.
 *
 *      0  8 bytes   magic "DALMASNP"
 *      8  uint32    version, 1
 *     12  uint32    bytes of the description, a multiple of 8
 *     16  32 bytes  SHA-256 of the description
 *     48            description: JSON in UTF-8, padded with spaces
 *      …            the index, as the engine writes it: with a checksum of its own, and the name of its model
 */
export interface SnapshotHead {
  /** What the index holds of a picture. */
  readonly layout: string;
  /** See `LogPosition`. */
  readonly seq: number;
  readonly horizon: { readonly seq: number; readonly productId: number; readonly at: Date };
  readonly takenAt: Date;
  /** How long the index is that follows. */
  readonly indexBytes: number;
}

/** A snapshot that must not be used. The message says what was found and what was expected. */
export class SnapshotRefused extends DalmaError {
  override readonly name = 'SnapshotRefused';
}

const MAGIC = 'DALMASNP';
const VERSION = 1;
const HASH_AT = 16;
const DESCRIPTION_AT = 48;
const MOST_BYTES = 65_536;

const number = z.int().min(0);
const description: z.ZodType<SnapshotHead> = z.object({
  layout: z.string(),
  seq: number,
  horizon: z.object({ seq: number, productId: number, at: z.coerce.date() }),
  takenAt: z.coerce.date(),
  indexBytes: number,
});

/** The head's bytes: a multiple of 8, so that the index behind them can be read where it lies. */
export function encodeHead(head: SnapshotHead): Uint8Array {
  const json = Buffer.from(JSON.stringify(head));
  const bytes = Buffer.alloc(DESCRIPTION_AT + Math.ceil(json.length / 8) * 8, ' ');
  bytes.write(MAGIC, 'latin1');
  bytes.writeUInt32LE(VERSION, 8);
  bytes.writeUInt32LE(bytes.length - DESCRIPTION_AT, 12);
  json.copy(bytes, DESCRIPTION_AT);
  sha256(bytes.subarray(DESCRIPTION_AT)).copy(bytes, HASH_AT);
  return bytes;
}

/** Reads the head of a whole file. @throws SnapshotRefused if it is no such file, or not all of it is there */
export function decodeHead(file: Buffer): { readonly head: SnapshotHead; readonly length: number } {
  const length = checkedLength(file);
  const described = file.subarray(DESCRIPTION_AT, length);
  if (!sha256(described).equals(file.subarray(HASH_AT, DESCRIPTION_AT))) {
    throw new SnapshotRefused('it is damaged: its description does not have the checksum it names.');
  }
  const head = description.parse(JSON.parse(described.toString()));
  if (file.length !== length + head.indexBytes) throw torn(length + head.indexBytes, file.length);
  return { head, length };
}

function checkedLength(file: Buffer): number {
  const magic = file.subarray(0, MAGIC.length).toString('latin1');
  if (magic !== MAGIC) {
    throw new SnapshotRefused(`it is no snapshot: it begins with ${JSON.stringify(magic)}, not "${MAGIC}".`);
  }
  if (file.length < DESCRIPTION_AT) throw torn(DESCRIPTION_AT, file.length);
  const version = file.readUInt32LE(8);
  if (version !== VERSION) {
    throw new SnapshotRefused(`it has format ${version}, and this program reads format ${VERSION}.`);
  }
  const length = DESCRIPTION_AT + file.readUInt32LE(12);
  if (length > MOST_BYTES || length % 8 !== 0) {
    throw new SnapshotRefused(`it is damaged: its description would have ${length - DESCRIPTION_AT} bytes.`);
  }
  if (file.length < length) throw torn(length, file.length);
  return length;
}

function torn(expected: number, found: number): SnapshotRefused {
  return new SnapshotRefused(`it is torn: expected ${expected} bytes, found ${found}.`);
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
