import { chmodSync, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isLock, takeLock, type Lock } from './lock';
import { startOwned, type OwnedProcess } from './owned-process';
import { isAlive, thisProcess, type ProcessIdentity } from './process-identity';
import { tail } from './run-owned';
import { SetupError } from './setup-error';
import { stopProcess } from './stop-process';
import { until } from './until';

/** A private server of ours: its address, and the way to end it. */
export interface Service {
  readonly url: string;
  /** Ends the server and waits for it. Does nothing when another program of ours had started it. */
  stop(): Promise<void>;
}

export interface ServiceSpec {
  /** As a person calls it: `MariaDB`. */
  readonly name: string;
  /** Holds its data, its log and the note about the running instance. */
  readonly dir: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly argv0?: string;
  readonly socket: string;
  readonly url: string;
  /** True once it answers on its socket. */
  answers(): Promise<boolean>;
}

/** What is written down about a running instance, for whoever comes next. */
interface RunNote {
  readonly server: ProcessIdentity;
  readonly owner: ProcessIdentity;
  readonly url: string;
}

/** A first start after a crash replays the log: slow disks need more than a few seconds. */
const START_TIMEOUT_MS = 120_000;

/**
 * Runs `start` as the only one for this folder. An instance whose owner still lives is shared; one left behind
 * by a dead owner is stopped first.
 */
export async function sharedOrStarted(
  dir: string,
  name: string,
  start: () => Promise<Service>,
): Promise<Service> {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  chmodSync(dir, 0o700);
  const lock = await waitForLock(join(dir, 'start.lock'), name);
  try {
    const note = readNote(dir);
    if (note && isAlive(note.server)) {
      if (isAlive(note.owner)) return { url: note.url, stop: () => Promise.resolve() };
      await stopProcess(note.server);
    }
    return await start();
  } finally {
    lock.release();
  }
}

/** Starts the server and waits until it answers. @throws SetupError with the last lines of its log. */
export async function startService(spec: ServiceSpec): Promise<Service> {
  const logFile = join(spec.dir, 'server.log');
  rmSync(spec.socket, { force: true });
  rmSync(logFile, { force: true });
  const server = startOwned(spec.command, spec.args, { cwd: resolve(spec.dir), argv0: spec.argv0, logFile });
  const note: RunNote = { server: server.identity, owner: thisProcess(), url: spec.url };
  writeFileSync(notePath(spec.dir), JSON.stringify(note));
  await untilItAnswers(spec, server, logFile);
  return { url: spec.url, stop: once(() => stopService(spec, server)) };
}

async function untilItAnswers(spec: ServiceSpec, server: OwnedProcess, logFile: string): Promise<void> {
  const settled = async () => server.ending() !== null || (await spec.answers());
  const inTime = await until(settled, { timeoutMs: START_TIMEOUT_MS });
  if (inTime && server.ending() === null) return;
  const why = server.ending()?.words ?? 'no answer';
  await server.stop();
  throw new SetupError(
    `${spec.name} did not start (${why}): read ${logFile}; removing the folder ${spec.dir} starts afresh.` +
      `\n${tail(logFile, 5)}`,
  );
}

async function stopService(spec: ServiceSpec, server: OwnedProcess): Promise<void> {
  await server.stop();
  rmSync(notePath(spec.dir), { force: true });
  removeSocket(spec);
}

function removeSocket({ socket, dir }: ServiceSpec): void {
  rmSync(socket, { force: true });
  if (dirname(socket) === resolve(dir)) return;
  try {
    rmdirSync(dirname(socket));
  } catch {
    // Another server's socket is in the short folder too.
  }
}

async function waitForLock(file: string, name: string): Promise<Lock> {
  let taken: Lock | ProcessIdentity = takeLock(file);
  await until(() => isLock(taken) || isLock((taken = takeLock(file))), { timeoutMs: START_TIMEOUT_MS });
  if (isLock(taken)) return taken;
  throw new SetupError(
    `Process ${taken.pid} is still starting ${name}: wait for it or stop it, then try again.`,
  );
}

const notePath = (dir: string) => join(dir, 'running.json');

function readNote(dir: string): RunNote | null {
  try {
    return JSON.parse(readFileSync(notePath(dir), 'utf8')) as RunNote;
  } catch {
    return null;
  }
}

function once(action: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => (done ??= action());
}
