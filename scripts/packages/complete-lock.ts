import { readFileSync, writeFileSync } from 'node:fs';
import { missingFromLock, type LockedPackages } from './other-systems';

/*
 * npm run lock:complete
 * Writes the packages of other systems into package-lock.json. npm leaves them out when the registry in use does not
 * offer them, or when node_modules is there already (npm/cli#4828); `npm ci` then refuses the file as incomplete.
 */
const FILE = 'package-lock.json';

const lock = JSON.parse(readFileSync(FILE, 'utf8')) as { packages: LockedPackages };
const missing = missingFromLock(lock.packages);
const packages = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) =>
  a.localeCompare(b, 'en'),
);
writeFileSync(FILE, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
console.log(`${FILE}: ${Object.keys(missing).length} packages of other systems added.`);
