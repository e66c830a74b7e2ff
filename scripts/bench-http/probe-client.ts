import { request, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { z } from 'zod';

const answerSchema = z.object({
  /** How late the event loop was; p100 is the worst. */
  delayMs: z.object({ p50: z.number(), p95: z.number(), p99: z.number(), p100: z.number() }),
  /** Processor time of all its threads. */
  cpuMs: z.number(),
  memory: z.object({ rss: z.number(), heapUsed: z.number(), external: z.number(), arrayBuffers: z.number() }),
});

export type ProbeAnswer = z.infer<typeof answerSchema>;

/** What the probed server has been through since this was last asked. */
export async function askProbe(socketPath: string): Promise<ProbeAnswer> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request({ socketPath, path: '/' }, resolve).once('error', reject).end();
  });
  return answerSchema.parse(await json(response));
}
