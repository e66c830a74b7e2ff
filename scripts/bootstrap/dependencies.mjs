import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { holderOf, takeLockFile } from './lock-file.mjs';

/**
 * Installs the packages of package-lock.json unless they are there already.
 * @param {string} root the project's folder
 * @returns {Promise<boolean>} true when something had to be installed
 */
export async function ensureDependencies(root) {
  if (isInstalled(root)) return false;
  const lock = await installationLock(root);
  try {
    // Another command may have installed them while we waited.
    if (isInstalled(root)) return false;
    refuseUnderRunningShop(root);
    await install(root);
    return true;
  } finally {
    lock.release();
  }
}

async function install(root) {
  console.log('Installing packages (about half a minute, once) …');
  const code = await npmCi(root);
  if (code === 0) return;
  giveUp(
    '\nnpm could not install the packages: read its message above, put it right (is the network there? is the disk full?) and type the same command again.',
  );
}

/** Two installations at a time would tear each other's files away: the second waits for the first. */
async function installationLock(root) {
  let told = false;
  for (;;) {
    const lock = tryLock(root);
    if ('release' in lock) return lock;
    if (!told) console.log(`Process ${lock.pid} is installing packages here: waiting for it …`);
    told = true;
    await pause(200);
  }
}

function tryLock(root) {
  try {
    return takeLockFile(join(root, '.data', 'install.lock'));
  } catch (error) {
    giveUp(
      `Nothing can be written in ${join(root, '.data')} (${error.code}): is the folder somebody else's, or the disk full or read-only? Put it right and type the same command again.`,
    );
  }
}

/** npm begins by removing all packages: a shop that runs from them would break. */
function refuseUnderRunningShop(root) {
  const holder = holderOf(join(root, '.data', 'demo.lock'));
  if (!holder) return;
  giveUp(
    `The packages have changed and must be installed anew, but ${holder.command ? `\`${holder.command}\`` : 'a program'} is running here (process ${holder.pid}): stop it with Ctrl-C there or \`kill ${holder.pid}\` here, then type the same command again.`,
  );
}

function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}

/**
 * npm writes node_modules/.package-lock.json as the last act of an installation and removes it before the next one:
 * it is there only after a complete one, and says which. Packages left out on purpose are those of other systems.
 * @param {string} root
 * @returns {boolean}
 */
export function isInstalled(root) {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const found = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !found) return false;
  const isThere = ([path, { version, optional, devOptional }]) =>
    path === '' || (found[path] ? found[path].version === version : optional || devOptional);
  return Object.entries(wanted).every(isThere);
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}

/** How long npm may take to tidy up when asked to end; on a slow network it would wait for its downloads. */
const GRACE_MS = 3_000;

function npmCi(root) {
  const options = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm tells its children where it lives; without it, the one on the PATH is taken.
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : null;
  const [command, args] = npm ? [process.execPath, [npm, ...options]] : ['npm', options];
  const env = { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' };
  // A process group of its own: npm and all it starts can be ended together.
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
    detached: true,
  });
  const guardian = startGuardian(child.pid);
  const forgetSignals = endOnSignals(child);
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => {
      guardian.kill('SIGKILL');
      if (forgetSignals()) process.exit(130);
      resolve(code ?? 1);
    });
  });
}

/** Waits on a pipe that only we hold: when we are killed without warning, npm must not go on beside the next attempt. */
function startGuardian(pid) {
  const guardian = spawn(
    '/bin/sh',
    ['-c', 'read -r _; kill -s KILL -- "-$1"', 'dalma-guardian', String(pid)],
    {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    },
  );
  guardian.on('error', () => {});
  guardian.unref();
  return guardian;
}

/** @returns a function that ends the listening and says whether a request to end had come */
function endOnSignals(child) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  let asked = false;
  const end = () => {
    if (!asked) setTimeout(() => signalGroup(child.pid, 'SIGKILL'), GRACE_MS).unref();
    asked = true;
    signalGroup(child.pid, 'SIGTERM');
  };
  for (const signal of signals) process.on(signal, end);
  return () => {
    for (const signal of signals) process.off(signal, end);
    return asked;
  };
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended already.
  }
}
