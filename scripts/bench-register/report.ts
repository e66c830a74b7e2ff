import type { RegisterBench } from './measure';
import type { Spread } from './spread';

/** The result as a reader of the terminal wants it. */
export function registerTable({ cores, products, found, throughput }: RegisterBench): string {
  const row = (name: string, { p50Ms, p95Ms }: Spread) =>
    `  ${name.padEnd(52)} ${p50Ms.toFixed(0).padStart(7)} ${p95Ms.toFixed(0).padStart(7)}`;
  const { pictures, workerPerSecond, networkPerSecond, ratio } = throughput;
  return [
    `${products} products, one at a time, ${cores} cores                        p50 ms  p95 ms`,
    row('upload → picture ready', found.ready),
    row('save (picture ready) → found, in another process', found.saved),
    row('save at once after the upload → found', found.savedAtOnce),
    '',
    `${pictures} pictures in the queue, one worker: ${workerPerSecond.toFixed(1)} per second,`,
    `${ratio.toFixed(2)} of what the network does alone on prepared input (${networkPerSecond.toFixed(1)} per second)`,
  ].join('\n');
}
