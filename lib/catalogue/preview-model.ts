import { indexStatus } from '@/lib/catalogue/index-service';
import { browserModel, type BrowserModel } from '@/lib/vision';

/**
 * The network that a merchant's browser must run for its signatures to be searched by: that of the index in use. Null
 * while its file is not on this machine.
 */
export function previewModel(): Promise<BrowserModel | null> {
  return browserModel(indexStatus().modelId);
}
