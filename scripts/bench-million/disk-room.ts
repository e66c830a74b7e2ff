import { existsSync, mkdirSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from '@/scripts/services';

/** Measured at a million products, with a fifth to spare: the tables, and the search's own files beside them. */
const BYTES_PER_PRODUCT = 13_000;
/** The server's log and system tables. */
const SERVER_BYTES = 1e9;

/** @throws SetupError when the disk has no room for what is still missing of the data set. */
export function requireRoom(folder: string, products: number, bytesPerProduct = BYTES_PER_PRODUCT): void {
  mkdirSync(folder, { recursive: true });
  const missing = products * bytesPerProduct + SERVER_BYTES - sizeOf(folder);
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= missing) return;
  throw new SetupError(
    `The disk of ${folder} has ${gigabytes(bavail * bsize)} free, and a data set of ` +
      `${products.toLocaleString('en')} products needs ${gigabytes(missing)} more: make room, choose another disk ` +
      'with --folder DIR, or take fewer with --products N.',
  );
}

function sizeOf(path: string): number {
  if (!existsSync(path)) return 0;
  const status = statSync(path);
  if (!status.isDirectory()) return status.blocks * 512;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;
