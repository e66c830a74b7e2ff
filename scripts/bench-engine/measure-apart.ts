import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { measure, type Result } from './measure';

const THIS_FILE = fileURLToPath(import.meta.url);

/** `measure` in a process of its own: what another catalogue left behind would distort memory and times. */
export async function measureApart(n: number, queries: number, seed: number): Promise<Result[]> {
  const child = fork(THIS_FILE, [n, queries, seed].map(String));
  return new Promise((resolve, reject) => {
    child.once('message', (results) => resolve(results as Result[]));
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      reject(new Error(`measuring ${n} products ended without results (${signal ?? `exit code ${code}`})`));
    });
  });
}

if (process.argv[1] === THIS_FILE) {
  const [n, queries, seed] = process.argv.slice(2).map(Number) as [number, number, number];
  process.send!(measure(n, queries, seed));
}
