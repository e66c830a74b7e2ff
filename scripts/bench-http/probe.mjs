// Loaded into the server under test by `--import`, so that the shop itself need not know of measurements: answers on a
// unix socket with what the process has been through since it was last asked.
import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 10;
const { BENCH_PROBE_SOCKET: socket, ...environment } = process.env;

if (socket) listen(socket);

/** @param {string} path */
function listen(path) {
  // Programs that the server starts are not to answer in its place.
  process.env = environment;
  rmSync(path, { force: true });
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  let cpu = process.cpuUsage();
  const server = createServer((_, response) => {
    const { user, system } = process.cpuUsage(cpu);
    const answer = {
      delayMs: Object.fromEntries(
        [50, 95, 99, 100].map((share) => [`p${share}`, late(delays.percentile(share))]),
      ),
      cpuMs: (user + system) / 1_000,
      memory: process.memoryUsage(),
    };
    delays.reset();
    cpu = process.cpuUsage();
    response.end(JSON.stringify(answer));
  });
  server.listen(path).unref();
}

/** The timer that measures is due every 10 ms: what is beyond that is delay. @param {number} nanoseconds */
function late(nanoseconds) {
  return Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
}
