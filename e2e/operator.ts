import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Works on the catalogue from another process, with the operator's command line; returns what it says. */
export async function product(...args: readonly string[]): Promise<string> {
  const { stdout } = await run('npm', ['run', '--silent', 'product', '--', ...args]);
  return stdout.trim();
}

export interface WorkerProgram {
  /** The numbers of the pictures that it has said to have taken. */
  taken(): number[];
  /** Ends it at once, as a crash would; nothing when it has ended. */
  kill(): Promise<void>;
}

/** Starts a process that works on pictures, and waits until it says that it waits for them. */
export async function startWorkerProgram(): Promise<WorkerProgram> {
  // A group of its own: npm, and the program that it started, are killed together.
  const program = spawn('npm', ['run', '--silent', 'worker'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(program, 'exit');
  let said = '';
  const waits = new Promise<void>((resolve) => {
    program.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('Waiting for pictures')) resolve();
    });
  });
  const early = exited.then(() => Promise.reject(new Error(`npm run worker has ended by itself: ${said}`)));
  await Promise.race([waits, early]);
  early.catch(() => {});
  return {
    taken: () => [...said.matchAll(/^Took .*$/gm)].flatMap(([line]) => line.match(/\d+/g) ?? []).map(Number),
    kill: async () => {
      if (program.exitCode === null && program.signalCode === null) process.kill(-program.pid!, 'SIGKILL');
      await exited;
    },
  };
}
