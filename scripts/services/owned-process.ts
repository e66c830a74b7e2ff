import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { startGuardian } from './guardian';
import { identify, type ProcessIdentity } from './process-identity';
import { stopProcess } from './stop-process';

export interface OwnedProcess {
  readonly identity: ProcessIdentity;
  /** Resolves when it has ended, by itself or not. Never rejects. */
  readonly ended: Promise<Ending>;
  /** Null while it runs. */
  ending(): Ending | null;
  stop(): Promise<void>;
}

export interface Ending {
  readonly ok: boolean;
  /** `exit code 3`, `ended by SIGKILL` … */
  readonly words: string;
}

export interface OwnedProcessOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** The name the program sees itself called by. */
  readonly argv0?: string;
  /** What it prints goes here; omitted: to this process's own output. */
  readonly logFile?: string;
  /** It is stopped when it takes longer. */
  readonly timeoutMs?: number;
  /** How long it may take to end when asked to, before it is killed. Default 20 s: a database writes out its data. */
  readonly graceMs?: number;
}

/** Something that `stopEverything` has to end. */
export interface Stoppable {
  stop(): Promise<void>;
}

/** What we have started and what still runs, in that order. */
const running = new Set<Stoppable>();
let closing = false;

/**
 * Starts a program in a process group of its own, so that Ctrl-C reaches only us and we stop it in order.
 * It never outlives us: should this process vanish (even by SIGKILL), a guardian ends the program.
 */
export function startOwned(
  command: string,
  args: readonly string[],
  options: OwnedProcessOptions = {},
): OwnedProcess {
  const { child, ...owned } = start(command, args, options);
  if (child.pid !== undefined) guard(owned, child.pid);
  if (options.timeoutMs !== undefined) limit(owned, options.timeoutMs);
  return owned;
}

/** Starts a program that does not end with us, and for which we do not stay: somebody else must see to its end. */
export function startDetached(
  command: string,
  args: readonly string[],
  options: OwnedProcessOptions = {},
): OwnedProcess {
  const { child, ...detached } = start(command, args, options);
  child.unref();
  return detached;
}

/** Ends everything this process has started, the latest first, and lets nothing more be started. */
export async function stopEverything(): Promise<void> {
  closing = true;
  for (const one of [...running].reverse()) await one.stop();
}

/** Has `stopEverything` stop this too. @returns a function that takes it back */
export function stopAtEnd(one: Stoppable): () => void {
  running.add(one);
  return () => running.delete(one);
}

function start(command: string, args: readonly string[], options: OwnedProcessOptions) {
  if (closing) throw new Error(`${command} was not started: this program is stopping.`);
  const child = spawnDetached(command, args, options);
  let ending: Ending | null = null;
  const ended = endOf(child).then((how) => (ending = how));
  const identity = identify(child.pid ?? 0);
  const stop = async () => {
    child.ref();
    if (child.pid !== undefined) await stopProcess(identity, options.graceMs);
    await ended;
  };
  return { child, identity, ended, ending: () => ending, stop };
}

function guard(owned: OwnedProcess, pid: number): void {
  const guardian = startGuardian(['kill', '-s', 'TERM', '--', `-${pid}`]);
  const forget = stopAtEnd(owned);
  void owned.ended.then(() => {
    forget();
    guardian.kill('SIGKILL');
  });
}

function limit(owned: OwnedProcess, timeoutMs: number): void {
  const timer = setTimeout(() => void owned.stop(), timeoutMs);
  void owned.ended.then(() => clearTimeout(timer));
}

function spawnDetached(command: string, args: readonly string[], options: OwnedProcessOptions): ChildProcess {
  const output = options.logFile === undefined ? 'inherit' : openSync(options.logFile, 'a', 0o600);
  const { cwd, env, argv0 } = options;
  const child = spawn(command, args, { cwd, env, argv0, detached: true, stdio: ['ignore', output, output] });
  if (typeof output === 'number') closeSync(output);
  return child;
}

function endOf(child: ChildProcess): Promise<Ending> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ ok: false, words: error.message }));
    child.once('exit', (code, signal) =>
      resolve({ ok: code === 0, words: signal ? `ended by ${signal}` : `exit code ${code}` }),
    );
  });
}
