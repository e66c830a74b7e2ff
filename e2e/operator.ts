import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Works on the catalogue from another process, with the operator's command line; returns what it says. */
export async function product(...args: readonly string[]): Promise<string> {
  const { stdout } = await run('npm', ['run', '--silent', 'product', '--', ...args]);
  return stdout.trim();
}
