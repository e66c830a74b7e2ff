import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ModelError } from './errors';
import { repairCommand, type ModelEntry } from './manifest';

/** The folder of the manifest and its models: programs start in the project's root. */
export function modelsFolder(): string {
  return path.join(process.cwd(), 'models');
}

/** Where the checksum of a file converted on this machine is written. */
export function checksumFile(modelFile: string): string {
  return `${modelFile}.sha256`;
}

/**
 * Reads a model's file and checks size and checksum.
 * Throws `ModelError` `missing-file`, `wrong-size`, `no-checksum` or `wrong-checksum`, each with the command to type.
 */
export async function readModelFile(entry: ModelEntry, folder = modelsFolder()): Promise<Uint8Array> {
  const file = path.join(/* turbopackIgnore: true */ folder, entry.file);
  const bytes = await readIfThere(file);
  if (!bytes) throw refusal(entry, 'missing-file', 'is not there');
  if (bytes.length !== entry.bytes) {
    throw refusal(entry, 'wrong-size', `has ${bytes.length} bytes, expected ${entry.bytes}`);
  }
  const expected = entry.sha256 ?? (await readChecksum(entry, file));
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== expected) {
    throw refusal(entry, 'wrong-checksum', `has sha256 ${found}, expected ${expected}`);
  }
  return bytes;
}

/** The checksum written beside a file that was converted on this machine; null if there is none. */
export async function writtenChecksum(file: string): Promise<string | null> {
  const text = (await readIfThere(checksumFile(file)))?.toString('utf8') ?? '';
  return /^[0-9a-f]{64}(?=\s)/.exec(text)?.[0] ?? null;
}

async function readChecksum(entry: ModelEntry, file: string): Promise<string> {
  const checksum = await writtenChecksum(file);
  if (!checksum) throw refusal(entry, 'no-checksum', 'has no checksum beside it');
  return checksum;
}

function refusal(entry: ModelEntry, code: ModelError['code'], fault: string): ModelError {
  const message = `The file models/${entry.file} of model ${entry.id} ${fault}: type ${repairCommand(entry)}`;
  return new ModelError(code, message);
}

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
