/** Networks that were downloaded, by checksum, in the browser's Cache Storage. */
const STORE = 'dalma-models';

/** The network's bytes from an earlier visit; null if they are not there, or the browser keeps nothing. */
export async function keptModel(url: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const answer = await (await caches.open(STORE)).match(url);
    return answer ? new Uint8Array(await answer.arrayBuffer()) : null;
  } catch {
    return null;
  }
}

/**
 * Keeps the network for the next visit and lets go of all others. A browser without room, or one that keeps nothing
 * (a private window), goes on without: the next visit downloads again.
 */
export async function keepModel(url: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  try {
    const store = await caches.open(STORE);
    for (const { url: former } of await store.keys()) await store.delete(former);
    await store.put(url, new Response(bytes));
  } catch {
    await forgetModel(url);
  }
}

/** Lets go of bytes that turned out to be wrong. */
export async function forgetModel(url: string): Promise<void> {
  try {
    await (await caches.open(STORE)).delete(url);
  } catch {
    // Nothing was kept.
  }
}
