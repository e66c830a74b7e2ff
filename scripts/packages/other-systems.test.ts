import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { missingFromLock, type LockedPackages } from './other-systems';

const lockFile = () => JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: LockedPackages };

it('package-lock.json has the packages of every system, so that `npm ci` accepts it everywhere', () => {
  expect(Object.keys(missingFromLock(lockFile().packages))).toEqual([]);
});

it('package-lock.json names no registry', () => {
  expect(JSON.stringify(lockFile())).not.toContain('"resolved":"http');
});

it('finds an optional package beside its parent or above it', () => {
  const tool = { optionalDependencies: { 'tool-darwin-arm64': '1.0.0' } };
  const inside = { 'node_modules/a/node_modules/tool': tool, 'node_modules/tool-darwin-arm64': {} };
  expect(missingFromLock(inside)).toEqual({});
});

it('says for which system a missing package is', () => {
  const optionalDependencies = { '@x/y-linux-x64-musl': '2.1.0', '@x/y-darwin-arm64': '2.1.0' };
  expect(missingFromLock({ 'node_modules/@x/y': { dev: true, optionalDependencies } })).toEqual({
    'node_modules/@x/y-linux-x64-musl': {
      version: '2.1.0',
      cpu: ['x64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    },
    'node_modules/@x/y-darwin-arm64': {
      version: '2.1.0',
      cpu: ['arm64'],
      dev: true,
      optional: true,
      os: ['darwin'],
    },
  });
});

it('does not guess about packages that are not for another system', () => {
  const optionalDependencies = { fsevents: '2.3.3' };
  expect(() => missingFromLock({ 'node_modules/vite': { optionalDependencies } })).toThrow('npm install');
});
