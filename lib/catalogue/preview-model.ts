import { indexStatus } from '@/lib/catalogue/index-service';
import { messageOf } from '@/lib/errors';
import { log } from '@/lib/log';
import { browserModel, type BrowserModel } from '@/lib/vision';

/**
 * The network that a merchant's browser must run for its signatures to be searched by: that of the index in use. Null
 * while its file is not on this machine, or cannot be looked for: products are registered without a preview too.
 */
export async function previewModel(): Promise<BrowserModel | null> {
  const { modelId } = indexStatus();
  try {
    return await browserModel(modelId);
  } catch (error) {
    log().warn({ modelId, error: messageOf(error) }, 'Merchants have no preview');
    return null;
  }
}
