import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureBuild } from '@/scripts/demo/build';
import { anyPort } from '@/scripts/demo/free-port';
import { logFile } from '@/scripts/demo/programs';
import { startNext, untilReady } from '@/scripts/demo/serve';
import { isLock, running, SetupError, takeLock, type OwnedProcess } from '@/scripts/services';
import { socketPath } from '@/scripts/services/socket-path';

const PROBE = pathToFileURL(fileURLToPath(new URL('probe.mjs', import.meta.url)));
/** Where the build and what the demo keeps are. */
const DATA = '.data';
const HOST = '127.0.0.1';

export interface Shop {
  readonly address: string;
  readonly probeSocket: string;
  readonly server: OwnedProcess;
  /** From its start until similar products could be found. */
  readonly readyMs: number;
}

/**
 * Builds the shop for production if need be, and starts it on the loopback interface with the environment of this
 * process and a probe inside. It ends with this program.
 */
export async function startShop(folder: string): Promise<Shop> {
  takeWorkingCopy();
  console.log(`Build: ${await ensureBuild({ ...process.env }, DATA)}`);
  const probeSocket = socketPath(folder, 'probe.sock');
  const env = {
    ...process.env,
    BETTER_AUTH_SECRET: process.env.BETTER_AUTH_SECRET || randomBytes(32).toString('base64url'),
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import ${PROBE.href}`.trim(),
    BENCH_PROBE_SOCKET: probeSocket,
  };
  const log = logFile(DATA, 'bench-server');
  const port = await anyPort();
  const startedAt = performance.now();
  const server = startNext('production', port, HOST, env, log);
  await untilReady(server, port, HOST, log);
  const readyMs = performance.now() - startedAt;
  return { address: `http://${HOST}:${port}`, probeSocket, server, readyMs };
}

/** The build of a running shop must not be replaced, and a running shop would be measured with ours. */
function takeWorkingCopy(): void {
  const lock = takeLock(join(DATA, 'demo.lock'), 'npm run bench:http');
  if (!isLock(lock)) throw new SetupError(`${running(lock)} in this folder: stop it before measuring.`);
  process.once('exit', () => lock.release());
}
