import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runOwned } from '../services';
import { copyRuntime } from './copy-runtime';
import { logFile } from './programs';
import { sourceHash } from './source-hash';

const BUILD_FOLDER = '.next';
/** Inside the build, so that it goes when the build goes; written only once the build is whole. */
const STAMP = join(BUILD_FOLDER, 'dalma-sources');

/** Builds the site for production, unless the build that is there was made from exactly these sources. */
export async function ensureBuild(env: NodeJS.ProcessEnv, dataDir: string): Promise<string> {
  copyRuntime();
  const sources = sourceHash('.');
  if (isBuiltFrom(sources)) return 'sources unchanged, kept';
  await build(env, dataDir, sources);
  return 'built for production';
}

/** Builds from nothing, whatever is there. */
export async function freshBuild(env: NodeJS.ProcessEnv, dataDir: string): Promise<void> {
  copyRuntime();
  rmSync(BUILD_FOLDER, { recursive: true, force: true });
  await build(env, dataDir, sourceHash('.'));
}

async function build(env: NodeJS.ProcessEnv, dataDir: string, sources: string): Promise<void> {
  rmSync(STAMP, { force: true });
  mkdirSync(BUILD_FOLDER, { recursive: true });
  const productionEnv = { ...env, NODE_ENV: 'production' as const };
  await runOwned(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    env: productionEnv,
    logFile: logFile(dataDir, 'build'),
  });
  writeFileSync(STAMP, sources);
}

const isBuiltFrom = (sources: string) =>
  existsSync(join(BUILD_FOLDER, 'BUILD_ID')) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources;
