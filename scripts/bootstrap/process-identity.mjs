// Plain JavaScript: the installation of packages needs it before any TypeScript can run.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export const thisProcess = () => identify(process.pid);

export const identify = (pid) => ({ pid, since: startTime(pid) ?? '' });

/** True while exactly this process runs. A number given to another process since does not count. */
export function isAlive({ pid, since }) {
  const now = startTime(pid);
  return now !== null && (since === '' || now === '' || now === since);
}

/** Null: there is no such process (a zombie, which only waits to be collected, is none). */
function startTime(pid) {
  if (!answersSignals(pid)) return null;
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

function answersSignals(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function fromProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // "pid (name with any sign) state ppid …": field 3 is the state, field 22 the start time in clock ticks.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? '');
  } catch {
    return null;
  }
}

function fromPs(pid) {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}
