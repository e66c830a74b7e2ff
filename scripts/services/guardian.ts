import { spawn, type ChildProcess } from 'node:child_process';

/** A shell that waits on a pipe only we hold. When we are gone the pipe closes, and it runs the command. */
export function startGuardian(command: readonly string[], cwd?: string): ChildProcess {
  const guardian = spawn('/bin/sh', ['-c', 'read -r _; "$@"', 'dalma-guardian', ...command], {
    cwd,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guardian.on('error', () => undefined);
  guardian.unref();
  return guardian;
}
