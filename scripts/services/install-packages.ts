import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findBinary } from './find-binary';
import { SetupError } from './setup-error';

const run = promisify(execFile);

export interface PackageNames {
  /** What is missing, as a person would say it. */
  readonly what: string;
  readonly apt: readonly string[];
  /** What to type where packages cannot be installed for the person. */
  readonly otherwise: string;
}

/**
 * Installs Debian packages when this process may (root, apt-get present).
 * @throws SetupError with the command to type, everywhere else.
 */
export async function installPackages({ what, apt, otherwise }: PackageNames): Promise<void> {
  if (!findBinary('apt-get') || process.getuid?.() !== 0) {
    throw new SetupError(`${what} is not installed: ${otherwise}`);
  }
  console.log(`Installing ${apt.join(', ')} with apt-get …`);
  const installed = turn.then(() => aptInstall(apt));
  turn = installed.catch(() => undefined);
  try {
    await installed;
  } catch (error) {
    const reason = lastLine((error as { stderr?: string }).stderr);
    throw new SetupError(`apt-get could not install ${apt.join(' ')} (${reason}): ${otherwise}`);
  }
}

/** One at a time: apt-get waits for another's packages, but not for another's fetching of lists. */
let turn: Promise<unknown> = Promise.resolve();

/** A bare machine has no package lists, or stale ones: they are fetched only when the first attempt has failed. */
async function aptInstall(packages: readonly string[]): Promise<void> {
  const install = ['install', '-y', '-q', '--no-install-recommends', ...packages];
  try {
    await apt(install);
  } catch {
    await apt(['update', '-q']);
    await apt(install);
  }
}

const apt = (args: string[]) =>
  run('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    maxBuffer: 64 * 1024 * 1024,
  });

const lastLine = (text = '') => text.trim().split('\n').at(-1) || 'it gave no reason';
