import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { rasterise } from '@/lib/vision';

/** A ZIP of the given files, as an honest program makes it. */
export async function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files))
    zip.addBuffer(Buffer.from(content as Uint8Array), name);
  zip.end();
  return buffer(zip.outputStream as unknown as NodeJS.ReadableStream);
}

/** A ZIP whose one name is replaced by other bytes of the same length, which no honest program would write. */
export function renamed(zip: Buffer, from: string, to: Buffer | string): Buffer {
  const old = Buffer.from(from);
  const name = Buffer.from(to as string);
  if (name.length !== old.length) throw new Error(`${from} must be replaced by as many bytes.`);
  const changed = Buffer.from(zip);
  for (let at = changed.indexOf(old); at !== -1; at = changed.indexOf(old, at + 1)) name.copy(changed, at);
  return changed;
}

/** A small picture; another for each name. */
export async function drawn(name: string): Promise<Buffer> {
  const [r = 0, g = 0, b = 0, x = 0, y = 0] = createHash('sha256').update(name).digest();
  const shape = `<circle cx="${60 + (x % 80)}" cy="${60 + (y % 80)}" r="50" fill="rgb(${r},${g},${b})"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><rect width="200" height="200" fill="#eee"/>${shape}</svg>`;
  return rasterise(svg, 200, 200, 90);
}

/** Bytes as an upload sends them. */

export async function* sent(bytes: Uint8Array | string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(bytes as Uint8Array);
}
