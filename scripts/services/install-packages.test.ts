import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { installPackages } from './install-packages';

const REDIS = { what: 'Redis', apt: ['redis-tools'], otherwise: 'type `brew install redis`.' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'apt-'));
  vi.stubEnv('PATH', folder);
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  vi.spyOn(process, 'getuid').mockReturnValue(0);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** A stand-in that writes down what it was asked, then does as told. */
function aptGet(behaviour: string): () => string[] {
  const calls = join(folder, 'calls');
  writeFileSync(join(folder, 'apt-get'), `#!/bin/sh\necho "$3" >>"${calls}"\n${behaviour}\n`);
  chmodSync(join(folder, 'apt-get'), 0o755);
  return () => readFileSync(calls, 'utf8').trim().split('\n');
}

it('installs at once when the package lists are there', async () => {
  const calls = aptGet('exit 0');
  await installPackages(REDIS);
  expect(calls()).toEqual(['install']);
});

it('fetches the package lists only when a first attempt has failed', async () => {
  const calls = aptGet(`case "$3" in update) : >"${folder}/lists";; *) [ -e "${folder}/lists" ];; esac`);
  await installPackages(REDIS);
  expect(calls()).toEqual(['install', 'update', 'install']);
});

it('asks apt-get for one thing at a time, which refuses to work beside itself', async () => {
  aptGet(`/bin/mkdir "${folder}/lock" || exit 100; /bin/sleep 0.2; /bin/rmdir "${folder}/lock"`);
  await Promise.all([installPackages(REDIS), installPackages({ ...REDIS, apt: ['mariadb-server-core'] })]);
});

it("says what to type, and apt's own reason, when apt cannot", async () => {
  aptGet('echo "E: Unable to locate package redis-tools" >&2; exit 100');
  await expect(installPackages(REDIS)).rejects.toThrow(
    'apt-get could not install redis-tools (E: Unable to locate package redis-tools): type `brew install redis`.',
  );
});

it('says what to type where there is no apt-get', async () => {
  await expect(installPackages(REDIS)).rejects.toThrow('Redis is not installed: type `brew install redis`.');
});

it('does not try as an ordinary user', async () => {
  vi.spyOn(process, 'getuid').mockReturnValue(1000);
  aptGet('exit 0');
  await expect(installPackages(REDIS)).rejects.toThrow('Redis is not installed');
});
