/** Answers with a CSV to be saved, as it comes. */
export function csvResponse(bytes: AsyncGenerator<Uint8Array>, fileName: string): Response {
  return new Response(streamOf(bytes), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'no-store',
    },
  });
}

/** Asks for the next piece when the last one has gone, and for none once nobody reads on. */
function streamOf(bytes: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await bytes.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await bytes.return(undefined);
    },
  });
}
