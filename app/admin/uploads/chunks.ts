/**
 * The body, chunk by chunk. Whoever stops reading leaves the rest where it is: cancelling would cut the connection, and the
 * browser would learn of that instead of reading why its file is refused.
 */
export async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array, void> {
  if (!body) return;
  const reader = body.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    reader.releaseLock();
  }
}
