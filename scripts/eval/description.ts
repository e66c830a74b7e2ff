import { FEATURE_BYTES, FILTERS } from '@/lib/engine';
import { COLOUR_BINS } from '@/scripts/bench/colour-bins';

/** Everything the methods compare, but the activation. */
export interface Description {
  /** 512, one per filter. */
  readonly intensities: Float32Array;
  /** 3,136 bytes. */
  readonly featureBits: Uint8Array;
  /** 128 shares. */
  readonly colours: Float32Array;
}

/** What is known of the pictures of a chunk: of each a description, or why it has none. */
export type Outcome = Description | { readonly unreadable: string };

const PARTS = [FILTERS * 4, FEATURE_BYTES, COLOUR_BINS * 4] as const;
const PART_BYTES = PARTS[0] + PARTS[1] + PARTS[2];

/** Length of the head, the head (JSON: reasons, null for described pictures), then the descriptions one by one. */
export function packOutcomes(outcomes: readonly Outcome[]): Uint8Array {
  const reasons = outcomes.map((outcome) => ('unreadable' in outcome ? outcome.unreadable : null));
  const json = new TextEncoder().encode(JSON.stringify(reasons));
  const start = bodyStart(json.length);
  const bytes = new Uint8Array(start + outcomes.length * PART_BYTES);
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, 4);
  outcomes.forEach((outcome, i) => {
    if (!('unreadable' in outcome)) packDescription(outcome, bytes, start + i * PART_BYTES);
  });
  return bytes;
}

/** What `packOutcomes` wrote; null if the bytes are torn. */
export function unpackOutcomes(given: Uint8Array, count: number): Outcome[] | null {
  const bytes = given.slice();
  if (bytes.length < 4) return null;
  const length = new DataView(bytes.buffer).getUint32(0, true);
  const start = bodyStart(length);
  if (bytes.length !== start + count * PART_BYTES) return null;
  const reasons = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as (string | null)[];
  return reasons.map((unreadable, i) =>
    unreadable === null ? unpackDescription(bytes, start + i * PART_BYTES) : { unreadable },
  );
}

function packDescription({ intensities, featureBits, colours }: Description, out: Uint8Array, at: number) {
  out.set(bytesOf(intensities), at);
  out.set(featureBits, at + PARTS[0]);
  out.set(bytesOf(colours), at + PARTS[0] + PARTS[1]);
}

function unpackDescription({ buffer }: Uint8Array<ArrayBuffer>, at: number): Description {
  return {
    intensities: new Float32Array(buffer, at, FILTERS),
    featureBits: new Uint8Array(buffer, at + PARTS[0], FEATURE_BYTES),
    colours: new Float32Array(buffer, at + PARTS[0] + PARTS[1], COLOUR_BINS),
  };
}

function bytesOf(floats: Float32Array): Uint8Array {
  return new Uint8Array(floats.buffer, floats.byteOffset, floats.byteLength);
}

/** Floats begin at multiples of four. */
function bodyStart(headLength: number): number {
  return 4 + Math.ceil(headLength / 4) * 4;
}
