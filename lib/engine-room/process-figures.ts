import { statSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { indexService } from '@/lib/catalogue/index-service';
import { kindsOf, searchSettings } from '@/lib/catalogue/search-settings';
import type { ProcessFigures, ProcessMemory } from '@/lib/engine-room/types';
import { indexEnv } from '@/lib/env';
import { searchMeter } from '@/lib/search-meter';

/** Bytes of a block, as `stat` counts them whatever the disk's own blocks are. */
const BLOCK_BYTES = 512;

/** Unlike any other process's, also in containers that have the same process numbers. */
const HOST = hostname();
export const PROCESS_ID = `${HOST.slice(0, 40)}:${process.pid}`;

/** What this process says of itself. */
export function processFigures(): ProcessFigures {
  const { snapshotAt, ...index } = indexService().status();
  return {
    id: PROCESS_ID,
    host: HOST,
    pid: process.pid,
    at: new Date().toISOString(),
    startedAt: new Date(Date.now() - process.uptime() * 1_000).toISOString(),
    index: { ...index, ...(snapshotAt && { snapshotAt: snapshotAt.toISOString() }) },
    snapshotBytes: sizeOf(folderOf(index.modelId, 'current.snapshot'))?.size ?? null,
    memory: memory(index.modelId),
    searches: searchMeter().figures(),
  };
}

function memory(modelId: string): ProcessMemory {
  const { rss, heapUsed } = process.memoryUsage();
  return {
    rss,
    heap: heapUsed,
    index: indexService().ready()?.memory ?? null,
    featureFiles: featureFileBytes(modelId),
  };
}

/** Files with holes: what they take on the disk, not what they seem to hold. */
function featureFileBytes(modelId: string): number {
  const { reranker, source } = searchSettings();
  if (source !== 'file') return 0;
  const blocks = kindsOf(reranker).map((kind) => sizeOf(folderOf(modelId, `${kind}.bin`))?.blocks ?? 0);
  return blocks.reduce((sum, count) => sum + count, 0) * BLOCK_BYTES;
}

function folderOf(modelId: string, file: string): string {
  return path.join(path.resolve(/* turbopackIgnore: true */ indexEnv().INDEX_DIR), modelId, file);
}

function sizeOf(file: string) {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
