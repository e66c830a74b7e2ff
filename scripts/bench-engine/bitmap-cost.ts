import { TOP_FILTERS } from '@/lib/engine';
import { Arena } from '@/lib/engine/arena';
import { Blocks } from '@/lib/engine/blocks';
import { createMemory } from '@/lib/engine/kernels/memory';
import type { BenchCatalogue } from '@/scripts/bench/catalogue';
import { built } from './method';

/**
 * By how many bytes per product the process grows for the bitmaps alone, of filters and of the living: the engine's
 * store filled as an index fills it, without ids, owners and working sets.
 */
export function bitmapBytesPerProduct(catalogue: BenchCatalogue): number {
  return built(catalogue.size, () => filledBlocks(catalogue)).cost.bytesPerProduct;
}

function filledBlocks(catalogue: BenchCatalogue): Blocks {
  const blocks = new Blocks(new Arena(createMemory()));
  for (let slot = 0; slot < catalogue.size; slot++) {
    if (slot === blocks.capacity) blocks.append();
    blocks.write(slot, catalogue.filtersOf(slot), TOP_FILTERS, []);
  }
  return blocks;
}
