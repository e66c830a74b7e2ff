import { randomUUID } from 'node:crypto';
import { rmdirSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startGuardian } from './guardian';
import { stopAtEnd } from './owned-process';
import { isAlive, thisProcess, type ProcessIdentity } from './process-identity';
import { readNote, removeNote, writeNote, type RunNote } from './run-note';
import { underStartLock } from './start-lock';
import { stopProcess } from './stop-process';

/** One use of a server, as it is handed to the program that ends it when its user has vanished. */
export interface Use {
  readonly dir: string;
  readonly use: string;
  readonly server: ProcessIdentity;
}

/** Leaving, with the start lock taken already or still to be taken. */
export interface Leaving {
  underLock(): Promise<void>;
  stop(): Promise<void>;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LEAVE_PROGRAM = fileURLToPath(new URL('leave-server.ts', import.meta.url));

/**
 * Registers this process as a user of the server in `note`. Needs the start lock. The last user to leave ends the
 * server; one that vanishes without leaving, even by SIGKILL, is signed off by its guardian.
 */
export function joinServer(dir: string, note: RunNote): Leaving {
  const use: Use = { dir: resolve(dir), use: randomUUID(), server: note.server };
  writeNote(dir, { ...note, users: [...note.users.filter(isAlive), { ...thisProcess(), use: use.use }] });
  const leave = [process.execPath, '--import', 'tsx', LEAVE_PROGRAM, JSON.stringify(use)];
  const guardian = startGuardian(leave, ROOT);
  const underLock = once(async () => {
    await leaveServer(use);
    forget();
    guardian.kill('SIGKILL');
  });
  const stop = once(() => underStartLock(dir, underLock));
  const forget = stopAtEnd({ stop });
  return { underLock, stop };
}

/** Signs one user off, and ends the server when nobody is left. Needs the start lock. */
export async function leaveServer({ dir, use, server }: Use): Promise<void> {
  const note = readNote(dir);
  const users = note?.users.filter((user) => user.use !== use && isAlive(user)) ?? [];
  if (note && users.length > 0) writeNote(dir, { ...note, users });
  else if (note) await endServer(dir, note);
  // Somebody has removed the folder under us: nobody else knows of this server any more.
  if (note?.server.pid !== server.pid) await stopProcess(server);
}

async function endServer(dir: string, { server, socket }: RunNote): Promise<void> {
  await stopProcess(server);
  removeNote(dir);
  rmSync(socket, { force: true });
  if (dirname(socket) === resolve(dir)) return;
  try {
    rmdirSync(dirname(socket));
  } catch {
    // Another server's socket is in the short folder too.
  }
}

function once(action: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => (done ??= action());
}
