import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** All that `next build` reads. A change anywhere else needs no new build. */
const BUILT_FROM = [
  ...[
    'app',
    'components',
    'db/schema',
    'db/queries',
    'db/index.ts',
    'lib',
    'messages',
    'models/manifest.json',
    'public',
  ],
  ...[
    'instrumentation.ts',
    'next.config.ts',
    'proxy.ts',
    'postcss.config.mjs',
    'tsconfig.json',
    'package.json',
    'package-lock.json',
  ],
];

/** One hash over the names and contents of everything the built site is made from. */
export function sourceHash(root: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of BUILT_FROM.flatMap((path) => filesIn(root, path))) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function filesIn(root: string, path: string): string[] {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return isTest(path) || isCopied(path) ? [] : [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesIn(root, join(path, name)));
}

const isTest = (path: string) => /\.test\.tsx?$/.test(path);

/** Put there by the build itself. */
const isCopied = (path: string) => path.startsWith('public/ort/');
