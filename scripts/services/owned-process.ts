import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { identify, type ProcessIdentity } from './process-identity';
import { stopProcess } from './stop-process';

export interface OwnedProcess {
  readonly identity: ProcessIdentity;
  /** Null while it runs; then how it ended, in words. */
  ending(): string | null;
  stop(graceMs?: number): Promise<void>;
}

export interface OwnedProcessOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** The name the program sees itself called by. */
  readonly argv0?: string;
  /** What it prints goes here; omitted: to this process's own output. */
  readonly logFile?: string;
}

/**
 * Starts a program in a process group of its own, so that Ctrl-C reaches only us and we stop it in order.
 * It never outlives us: should this process vanish (even by SIGKILL), a guardian ends the program.
 */
export function startOwned(
  command: string,
  args: readonly string[],
  options: OwnedProcessOptions = {},
): OwnedProcess {
  const child = spawnDetached(command, args, options);
  let ended: string | null = null;
  child.once('error', (error) => (ended = error.message));
  child.once('exit', (code, signal) => (ended = signal ? `ended by ${signal}` : `exit code ${code}`));
  if (child.pid === undefined) return neverStarted(() => ended ?? `${command} could not be started`);
  const identity = identify(child.pid);
  const guardian = startGuardian(identity.pid);
  child.once('exit', () => guardian.kill('SIGKILL'));
  return { identity, ending: () => ended, stop: (graceMs) => stopProcess(identity, graceMs) };
}

function spawnDetached(command: string, args: readonly string[], options: OwnedProcessOptions): ChildProcess {
  const output = options.logFile === undefined ? 'inherit' : openSync(options.logFile, 'a', 0o600);
  const { cwd, env, argv0 } = options;
  const child = spawn(command, args, { cwd, env, argv0, detached: true, stdio: ['ignore', output, output] });
  if (typeof output === 'number') closeSync(output);
  return child;
}

/** A shell that waits on a pipe only we hold. When we are gone the pipe closes, and it ends the program. */
function startGuardian(pid: number): ChildProcess {
  const guardian = spawn(
    '/bin/sh',
    ['-c', 'read -r _; kill -s TERM -- "-$1"', 'dalma-guardian', String(pid)],
    {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    },
  );
  guardian.on('error', () => undefined);
  guardian.unref();
  return guardian;
}

const neverStarted = (ending: () => string): OwnedProcess => ({
  identity: { pid: 0, since: '' },
  ending,
  stop: () => Promise.resolve(),
});
