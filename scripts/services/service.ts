import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { folderError } from './folder-errors';
import { startDetached, stopAtEnd, type OwnedProcess } from './owned-process';
import { isAlive } from './process-identity';
import { readNote } from './run-note';
import { tail } from './run-owned';
import { SetupError } from './setup-error';
import { START_TIMEOUT_MS, underStartLock } from './start-lock';
import { stopProcess } from './stop-process';
import { until } from './until';
import { joinServer } from './join-server';

/** A private server of ours: its address, and the way to be done with it. */
export interface Service {
  readonly url: string;
  /** Ends the server and waits for it, unless another program uses it: then that one's stop does. */
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

/**
 * Runs `start` as the only one for this folder. An instance whose user still lives is shared; one left behind
 * by the dead is stopped first.
 */
export async function sharedOrStarted(dir: string, start: () => Promise<Service>): Promise<Service> {
  try {
    makePrivate(dir);
    return await underStartLock(dir, () => shareOrStart(dir, start));
  } catch (error) {
    throw folderError(dir, error);
  }
}

async function shareOrStart(dir: string, start: () => Promise<Service>): Promise<Service> {
  const note = readNote(dir);
  if (!note || !isAlive(note.server)) return start();
  if (note.users.some(isAlive)) return { url: note.url, stop: joinServer(dir, note).stop };
  await stopProcess(note.server);
  return start();
}

/**
 * Starts the server and waits until it answers. Needs the start lock, see `sharedOrStarted`.
 * @throws SetupError with the last lines of its log.
 */
export async function startService(spec: ServiceSpec): Promise<Service> {
  const { dir, command, args, argv0, socket, url } = spec;
  const logFile = join(dir, 'server.log');
  rmSync(socket, { force: true });
  rmSync(logFile, { force: true });
  const server = startDetached(command, args, { cwd: resolve(dir), argv0, logFile });
  // Where the server alone has died, others may still count on its address.
  const users = readNote(dir)?.users ?? [];
  const { stop, underLock } = joinServer(dir, { server: server.identity, url, socket, users });
  const forget = stopAtEnd(server);
  try {
    await untilItAnswers(spec, server, logFile);
  } catch (error) {
    await server.stop();
    await underLock();
    throw error;
  } finally {
    forget();
  }
  return { url, stop };
}

async function untilItAnswers(spec: ServiceSpec, server: OwnedProcess, logFile: string): Promise<void> {
  const settled = async () => server.ending() !== null || (await spec.answers());
  const inTime = await until(settled, { timeoutMs: START_TIMEOUT_MS });
  if (inTime && server.ending() === null) return;
  const why = server.ending()?.words ?? 'no answer';
  throw new SetupError(
    `${spec.name} did not start (${why}): read ${logFile}; removing the folder ${spec.dir} starts afresh.` +
      `\n${tail(logFile, 5)}`,
  );
}

function makePrivate(dir: string): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  chmodSync(dir, 0o700);
}
