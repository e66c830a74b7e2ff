import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { askProbe } from './probe-client';

const PROBE = new URL('probe.mjs', import.meta.url).href;
/**
 * Runs for a while, and holds its own event loop up for 0.3 s whenever it is written to: not before the probe's timer,
 * which is due sooner, has ticked, since what it measures begins with its first tick after it was asked.
 */
const PROGRAM = `process.stdin.on('data', () => setTimeout(() => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  setTimeout(() => console.log(process.env.BENCH_PROBE_SOCKET ?? 'unset'), 50);
}, 50));
console.log('ready');`;

it('tells how long the event loop of the program it was loaded into was held up, since the last time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dalma-probe-'));
  const socket = join(folder, 'probe.sock');
  const env = { ...process.env, BENCH_PROBE_SOCKET: socket };
  const program = spawn(process.execPath, ['--import', PROBE, '-e', PROGRAM], { env, stdio: 'pipe' });
  try {
    await once(program.stdout, 'data');
    await askProbe(socket);
    program.stdin.write('go\n');
    const [said] = (await once(program.stdout, 'data')) as [Buffer];
    expect(String(said).trim(), 'programs it starts must not take its socket').toBe('unset');
    const { delayMs, memory } = await askProbe(socket);
    expect(delayMs.p100).toBeGreaterThan(250);
    expect(delayMs.p50).toBeLessThanOrEqual(delayMs.p100);
    expect(memory.rss).toBeGreaterThan(1e6);
  } finally {
    program.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});
