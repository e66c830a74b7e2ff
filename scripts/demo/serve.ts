import { rmSync } from 'node:fs';
import type { IndexStatus } from '@/lib/catalogue/types';
import { SetupError, startOwned, stopEverything, tail, until, type OwnedProcess } from '../services';
import { freePort } from './free-port';
import { logFile } from './programs';
import { isStopping } from './shutdown';

export type Mode = 'production' | 'development';

/** Loading an index of a million pictures takes a while on a small machine. */
const READY_TIMEOUT_MS = 300_000;

/**
 * Starts the shop on PORT or the next free port and waits until its search index is loaded.
 * @returns the address to open
 */
export async function serve(mode: Mode, env: NodeJS.ProcessEnv, dataDir: string): Promise<string> {
  const host = env.HOST || '127.0.0.1';
  const wanted = Number(env.PORT || 3000);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535) {
    throw new SetupError(`PORT is ${env.PORT}: set it to a number from 1 to 65535, or unset it.`);
  }
  const port = await freePort(wanted, host);
  if (port !== wanted) console.log(`\nPort ${wanted} is taken by another program: using ${port}.`);
  const log = mode === 'production' ? logFile(dataDir, 'server') : undefined;
  const server = startNext(mode, port, host, env, log);
  await untilReady(server, port, host, log);
  void server.ended.then(({ words }) => endWith(`The shop has ended by itself (${words}).`, log));
  return addressOf(host === '127.0.0.1' ? 'localhost' : host, port);
}

/** Next's server on the given port, ready or not. */
export function startNext(
  mode: Mode,
  port: number,
  host: string,
  env: NodeJS.ProcessEnv,
  log?: string,
): OwnedProcess {
  if (log) rmSync(log, { force: true });
  const verb = mode === 'production' ? 'start' : 'dev';
  const args = ['node_modules/next/dist/bin/next', verb, '--port', String(port), '--hostname', host];
  return startOwned(process.execPath, args, {
    env: { ...env, NODE_ENV: mode, PORT: String(port) },
    logFile: log,
  });
}

/** Waits for `/health` to answer 200. @throws SetupError when the server ends, says it has failed, or takes too long. */
export async function untilReady(
  server: OwnedProcess,
  port: number,
  host: string,
  log?: string,
): Promise<void> {
  const address = `${addressOf(host, port)}/health`;
  let last: Health = { ready: false };
  const settled = async () => {
    last = await askHealth(address);
    return last.ready || last.failure !== undefined || server.ending() !== null;
  };
  const inTime = await until(settled, { timeoutMs: READY_TIMEOUT_MS, everyMs: 100 });
  if (last.ready) return;
  const why = server.ending()?.words ?? last.failure ?? (inTime ? 'not ready' : 'no answer in five minutes');
  throw new SetupError(`The shop did not get ready (${why})${log ? `: read ${log}` : ''}.\n${tail(log)}`);
}

/** Where a browser on this machine finds it. */
function addressOf(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

interface Health {
  readonly ready: boolean;
  readonly failure?: string;
}

async function askHealth(address: string): Promise<Health> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(30_000) });
    const { index } = (await response.json()) as { index: IndexStatus };
    return index.state === 'failed' ? { ready: false, failure: index.error } : { ready: response.ok };
  } catch {
    return { ready: false };
  }
}

async function endWith(sentence: string, log?: string): Promise<void> {
  if (isStopping()) return;
  console.error(`\n${sentence}\n${tail(log)}`);
  await stopEverything();
  process.exit(1);
}
