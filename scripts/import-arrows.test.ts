import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';

/** A part of the project and all that its files may import, besides each other. The first room that fits is a file's. */
interface Room {
  readonly name: string;
  readonly files: RegExp;
  /** Files of ours; 'any' for none excepted. */
  readonly ours: readonly RegExp[] | 'any';
  /** npm packages; `node` stands for all that Node brings. */
  readonly packages: readonly string[] | 'any';
}

const WORDS = /^lib\/catalogue\/types$/;
/** The words of a room that pages speak too: types and pure functions. */
const TYPES = /^lib\/[\w-]+(\/[\w-]+)?\/types$/;
const LIB_FILE = /^lib\/[^/]+$/;

/** The arrows of ARCHITECTURE.md, "Who may import whom". */
const ROOMS: readonly Room[] = [
  { name: 'scripts', files: /^scripts\//, ours: 'any', packages: 'any' },
  { name: 'engine build', files: /^lib\/engine\/wasm\/build/, ours: [/^lib\/engine\//], packages: 'any' },
  { name: 'lib/engine', files: /^lib\/engine\//, ours: [], packages: [] },
  {
    name: 'lib/vision',
    files: /^lib\/vision\//,
    ours: [/^models\/manifest\.json$/],
    packages: ['onnxruntime-node', 'onnxruntime-web', 'comlink', 'sharp', 'thumbhash', 'zod', 'node'],
  },
  {
    name: 'lib/catalogue',
    files: /^lib\/catalogue\//,
    ours: [/^lib\/engine$/, /^lib\/vision$/, /^db(\/(schema|queries)(\/|$)|$)/, LIB_FILE],
    packages: ['drizzle-orm', 'zod', 'node'],
  },
  {
    name: 'lib/auth',
    files: /^lib\/auth\//,
    ours: [/^db(\/(schema|queries)(\/|$)|$)/, LIB_FILE],
    packages: ['better-auth', 'drizzle-orm', 'next', 'react', 'zod', 'node'],
  },
  {
    name: 'lib/merchant',
    files: /^lib\/merchant\//,
    ours: [
      /^lib\/auth(\/(types|scope))?$/,
      /^lib\/catalogue(\/(types|writing|product-input))?$/,
      TYPES,
      /^lib\/vision$/,
      /^db(\/(schema|queries)(\/|$)|$)/,
      LIB_FILE,
    ],
    packages: ['drizzle-orm', 'zod', 'node', 'csv-parse', 'csv-stringify', 'iconv-lite', 'yauzl'],
  },
  {
    // Shows and steers what is inside of the catalogue's machinery.
    name: 'lib/engine-room',
    files: /^lib\/engine-room\//,
    ours: [
      /^lib\/(catalogue\/|vision$)/,
      /^lib\/merchant\/pictures$/,
      /^db(\/(schema|queries)(\/|$)|$)/,
      LIB_FILE,
    ],
    packages: ['drizzle-orm', 'zod', 'node'],
  },
  {
    name: 'lib/i18n',
    files: /^lib\/i18n\//,
    ours: [WORDS, /^messages\//],
    packages: ['next', 'next-intl', 'node'],
  },
  { name: 'lib/database.ts', files: /^lib\/database$/, ours: [/^db(\/schema)?$/, LIB_FILE], packages: 'any' },
  { name: 'lib', files: LIB_FILE, ours: [WORDS], packages: 'any' },
  {
    name: 'db/seed',
    files: /^db\/seed\//,
    ours: [],
    packages: ['opentype.js', '@fontsource', 'pretendard', 'node'],
  },
  { name: 'db', files: /^db\//, ours: [], packages: ['drizzle-orm'] },
  {
    name: 'components',
    files: /^components\//,
    ours: [
      ...[TYPES, /^lib\/vision\/browser$/, /^lib\/i18n\//],
      /^lib\/(picture-loader|problem|url-state)$/,
      /^lib\/merchant\/products\/list-state$/,
    ],
    packages: [
      ...['react', 'next', 'next-intl', 'lucide-react', 'echarts', 'react-dropzone', 'sonner'],
      ...['@dnd-kit/core', '@dnd-kit/sortable', '@dnd-kit/utilities'],
    ],
  },
  {
    name: 'app',
    files: /^app\//,
    ours: [/^components\//, /^lib\/(?!engine(\/|$)|vision)/],
    packages: ['react', 'next', 'next-intl', 'lucide-react', 'pretendard', 'zod', 'node'],
  },
  { name: 'e2e', files: /^e2e\//, ours: [], packages: ['@playwright/test', '@axe-core/playwright', 'node'] },
  { name: 'messages', files: /^messages\//, ours: [WORDS], packages: [] },
  { name: 'settings at the root', files: /^[^/]+$/, ours: 'any', packages: 'any' },
];

/** Outside worlds with one door each: no other file may import these packages (scripts and tests may). */
const DOORS: Readonly<Record<string, RegExp>> = {
  'better-auth': /^lib\/auth\//,
  mysql2: /^lib\/database$/,
  ioredis: /^lib\/redis$/,
  sharp: /^lib\/vision\//,
  'onnxruntime-node': /^lib\/vision\//,
  'onnxruntime-web': /^lib\/vision\/browser\//,
  comlink: /^lib\/vision\/browser\//,
  pino: /^lib\/log$/,
};

/** Tests may use these too, and what scripts offer them. */
const FOR_TESTS = {
  ours: [
    /^scripts\//,
    /^db(\/|$)/,
    /^lib\/catalogue\/index-service$/,
    /^lib\/vision\//,
    /^messages\//,
    LIB_FILE,
  ],
  packages: ['vitest', 'fast-check', 'node', 'sharp', 'react-dom', 'yazl'],
};

const root = fileURLToPath(new URL('..', import.meta.url));
const IGNORED = new Set([
  'node_modules',
  'public',
  'test-results',
  'playwright-report',
  'coverage',
  'assembly',
]);

it('every import in the project follows an arrow of the table', () => {
  const files = sourceFiles('');
  expect(files.length).toBeGreaterThan(50);
  const forbidden = files.flatMap((file) => forbiddenImports(file, readFileSync(join(root, file), 'utf8')));
  expect(forbidden.join('\n')).toBe('');
});

it('every room of the table has files, so that no row guards a folder that has moved', () => {
  const names = new Set(sourceFiles('').map((file) => roomOf(withoutEnding(file))?.name));
  expect(ROOMS.map(({ name }) => name).filter((name) => !names.has(name))).toEqual([]);
});

it.each([
  ['lib/engine/blocks.ts', "import { z } from 'zod'"],
  ['lib/engine/blocks.ts', "import { readFileSync } from 'node:fs'"],
  ['lib/engine/blocks.ts', "import type { Pool } from '@/lib/database'"],
  ['lib/engine/blocks.ts', "import { log } from '../log'"],
  ['lib/engine/blocks.ts', "export * from '@/lib/vision'"],
  ['lib/engine/blocks.ts', "const sharp = await import('sharp')"],
  ['lib/engine/blocks.ts', "const fs = require('fs')"],
  ['lib/engine/blocks.ts', "let entry: import('@/lib/catalogue/types').Product"],
  ['lib/engine/blocks.ts', "import fs = require('node:fs')"],
  ['lib/engine/blocks.ts', 'const hidden = await import(name)'],
  ['lib/catalogue/similar.ts', "import { kernel } from '@/lib/engine/kernels/simd'"],
  ['lib/catalogue/similar.ts', "import mysql from 'mysql2/promise'"],
  ['lib/storage.ts', "import { product } from '@/db/schema'"],
  ['db/queries/cards.ts', "import { database } from '@/lib/database'"],
  ['components/product/card.tsx', "import { getProduct } from '@/lib/catalogue'"],
  ['components/product/card.tsx', "import { site } from '@/app/site'"],
  ['app/shop/main/page.tsx', "import { BitwiseIndex } from '@/lib/engine'"],
  ['app/shop/main/page.tsx', "import { product } from '@/db/schema'"],
  ['e2e/shop.spec.ts', "import { SORTS } from '@/lib/catalogue/types'"],
  ['lib/engine/blocks.ts', 'const words = await import(`../../messages/${name}.json`)'],
  ['elsewhere/new.ts', "import 'node:fs'"],
])('%s must not say: %s', (file, text) => {
  expect(forbiddenImports(file, text)).toHaveLength(1);
});

it.each([
  ['lib/engine/blocks.ts', "import { FILTERS } from './types'"],
  ['lib/engine/blocks.test.ts', "import fc from 'fast-check'"],
  ['lib/catalogue/similar.ts', "import { rankByJaccard } from '@/lib/engine'"],
  ['lib/database.ts', "import mysql from 'mysql2/promise'"],
  ['components/product/card.tsx', "import type { ProductCard } from '@/lib/catalogue/types'"],
  ['app/shop/main/page.tsx', "import { todaysPicks } from '@/lib/catalogue'"],
  ['lib/i18n/request.ts', 'const words = await import(`../../messages/${locale}.json`)'],
  ['db/queries/cards.ts', "import type { Database } from '@/db'"],
  ['scripts/seed.ts', "import { demoCatalogue } from '@/db/seed'"],
])('%s may say: %s', (file, text) => {
  expect(forbiddenImports(file, text)).toEqual([]);
});

/** One sentence for each import of the file that has no arrow. */
function forbiddenImports(file: string, text: string): string[] {
  const from = withoutEnding(file);
  const room = roomOf(from);
  if (!room) return [`${file} is in no room of the table: add its folder to ROOMS and to ARCHITECTURE.md`];
  const isTest = /(\.test|\/test-support)$/.test(from);
  return importsOf(file, text)
    .filter((specifier) => !mayImport(room, from, specifier, isTest))
    .map((specifier) => `${file} (${room.name}) must not import ${specifier}`);
}

function mayImport(room: Room, from: string, specifier: string, isTest: boolean): boolean {
  const target = ownTarget(from, specifier);
  if (target === null) return mayUsePackage(room, from, packageOf(specifier), isTest);
  if (roomOf(target) === room || room.ours === 'any') return true;
  return [...room.ours, ...(isTest ? FOR_TESTS.ours : [])].some((allowed) => allowed.test(target));
}

function mayUsePackage(room: Room, from: string, name: string, isTest: boolean): boolean {
  if (isTest && FOR_TESTS.packages.includes(name)) return true;
  const door = DOORS[name];
  if (door && room.name !== 'scripts' && !isTest) return door.test(from);
  return room.packages === 'any' || room.packages.includes(name);
}

/** Path of one of our own files, without its ending; null for a package. */
function ownTarget(from: string, specifier: string): string | null {
  const path = specifier.startsWith('@/')
    ? specifier.slice(2)
    : specifier.startsWith('.')
      ? join(dirname(from), specifier)
      : null;
  return path && withoutEnding(path).replace(/\/index$/, '');
}

function packageOf(specifier: string): string {
  // The runtime as it is published, at its address on the site.
  if (specifier.startsWith('/ort/')) return 'onnxruntime-web';
  if (isBuiltin(specifier)) return 'node';
  const [scope = '', name = ''] = specifier.split('/');
  return scope.startsWith('@') && scope !== '@fontsource' ? `${scope}/${name}` : scope;
}

const roomOf = (path: string) => ROOMS.find(({ files }) => files.test(path) || files.test(`${path}/`));

const withoutEnding = (path: string) => path.replace(/\.(d\.)?[cm]?[jt]sx?$/, '');

/** Everything a file imports: statements, re-exports, types, `import()`, `require()`. What cannot be read is told as such. */
function importsOf(file: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier) found.push(textOf(specifier));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
}

/** Of `./${name}.json` the folder is known, and that decides; of a bare variable nothing is. */
function textOf(specifier: ts.Node): string {
  if (ts.isStringLiteralLike(specifier)) return specifier.text;
  const known = ts.isTemplateExpression(specifier) ? specifier.head.text : '';
  return known || `computed: ${specifier.getText()}`;
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument;
  if (!ts.isCallExpression(node)) return undefined;
  const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require';
  return isImport || isRequire ? node.arguments[0] : undefined;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || IGNORED.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.[cm]?[jt]sx?$/.test(entry.name) && entry.name !== 'next-env.d.ts' ? [path] : [];
  });
}
