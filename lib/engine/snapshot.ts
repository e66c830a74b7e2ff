import { checksum } from './checksum';
import { SnapshotError } from './errors';

/**
 * What a serialized index looks like, whichever index it is. Numbers are little-endian.
 *
 *      0  8 bytes  magic "DALMAIDX"
 *      8  uint32   version, 1
 *     12  uint32   checksum of everything from byte 16 on
 *     16  uint32   number of pictures
 *     20  uint32   bytes of the description, a multiple of 8
 *     24  float64  bytes of the body, a multiple of 4
 *     32           description: JSON in UTF-8, padded with spaces
 *      …           body: what the description says
 */
export interface Snapshot {
  readonly kind: SnapshotKind;
  readonly modelId: string;
  readonly pictures: number;
  /** What the kind of index needs to read the body. */
  readonly details: unknown;
  readonly body: Uint8Array;
}

export type SnapshotKind = 'bitwise' | 'exhaustive' | 'minhash';

const MAGIC = 'DALMAIDX';
const VERSION = 1;
const HEADER_BYTES = 32;
const CHECKED_FROM = 16;

/** The parts become the body, one after another; each is a multiple of 4 bytes. */
export function pack(
  { kind, modelId, pictures, details }: Omit<Snapshot, 'body'>,
  parts: readonly Uint8Array[],
): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify({ kind, modelId, details }));
  const described = Math.ceil(json.length / 8) * 8;
  const bodyBytes = parts.reduce((sum, { length }) => sum + length, 0);
  const bytes = new Uint8Array(HEADER_BYTES + described + bodyBytes);
  bytes.set(new TextEncoder().encode(MAGIC));
  bytes.fill(0x20, HEADER_BYTES, HEADER_BYTES + described);
  bytes.set(json, HEADER_BYTES);
  let at = HEADER_BYTES + described;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  const header = new DataView(bytes.buffer);
  header.setUint32(8, VERSION, true);
  header.setUint32(16, pictures, true);
  header.setUint32(20, described, true);
  header.setFloat64(24, bodyBytes, true);
  header.setUint32(12, checksum(wordsOf(bytes.subarray(CHECKED_FROM))), true);
  return bytes;
}

/** Reads what `pack` wrote, or throws a SnapshotError that says why not. The body is a view, not a copy. */
export function unpack(given: Uint8Array, kind: SnapshotKind, modelId: string): Snapshot {
  const bytes = given.byteOffset % 8 === 0 ? given : given.slice();
  const header = checkHeader(bytes);
  const described = HEADER_BYTES + header.getUint32(20, true);
  const { details, ...found } = JSON.parse(new TextDecoder().decode(bytes.subarray(HEADER_BYTES, described)));
  if (found.kind !== kind) {
    throw new SnapshotError('kind', `this is a snapshot of the kind ${found.kind}: expected kind ${kind}.`);
  }
  if (found.modelId !== modelId) {
    throw new SnapshotError(
      'model',
      `this snapshot holds signatures of the model '${found.modelId}': expected '${modelId}'. ` +
        'Signatures of two models cannot be compared; build the index anew.',
    );
  }
  return { kind, modelId, pictures: header.getUint32(16, true), details, body: bytes.subarray(described) };
}

function checkHeader(bytes: Uint8Array): DataView {
  const magic = new TextDecoder().decode(bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC) {
    throw new SnapshotError(
      'magic',
      `this is no snapshot of an index: it begins with ${JSON.stringify(magic)}.`,
    );
  }
  if (bytes.length < HEADER_BYTES) throw torn(`${HEADER_BYTES} bytes of header`, bytes.length);
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const version = header.getUint32(8, true);
  if (version !== VERSION) {
    throw new SnapshotError(
      'version',
      `this snapshot has version ${version}: expected ${VERSION}. Build it anew.`,
    );
  }
  const length = HEADER_BYTES + header.getUint32(20, true) + header.getFloat64(24, true);
  if (bytes.length !== length) throw torn(`${length} bytes`, bytes.length);
  const found = checksum(wordsOf(bytes.subarray(CHECKED_FROM)));
  const expected = header.getUint32(12, true);
  if (found !== expected) {
    throw new SnapshotError(
      'checksum',
      `this snapshot is damaged: its checksum is ${found}, expected ${expected}.`,
    );
  }
  return header;
}

function torn(expected: string, found: number): SnapshotError {
  return new SnapshotError('torn', `this snapshot is torn: expected ${expected}, found ${found}.`);
}

function wordsOf(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}
