import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_MODEL_ID } from '@/lib/vision/manifest';
import { migrateDatabase } from '@/scripts/migrate-database';
import { runOwned } from '../services';

/** Runs one of our TypeScript programs; its output goes to a log, or to the terminal where `logFile` is missing. */
export const runProgram = (program: string, env: NodeJS.ProcessEnv, logFile?: string) =>
  runOwned(process.execPath, ['--import', 'tsx', program], { env, logFile });

export async function migrate(env: NodeJS.ProcessEnv): Promise<string> {
  const { applied } = await migrateDatabase(env.DATABASE_URL ?? '');
  return applied === 0 ? 'up to date' : `${applied} migration${applied === 1 ? '' : 's'} applied`;
}

export async function verifyModel(env: NodeJS.ProcessEnv, dataDir: string): Promise<string> {
  await runProgram('scripts/model-verify.ts', env, logFile(dataDir, 'model'));
  return `${env.MODEL_ID || DEFAULT_MODEL_ID} is whole`;
}

/** Shows its own progress. Products that are there already are left as they are. */
export async function seed(env: NodeJS.ProcessEnv): Promise<string> {
  await runProgram('scripts/seed.ts', env);
  return 'complete';
}

export function logFile(dataDir: string, name: string): string {
  const folder = join(dataDir, 'logs');
  mkdirSync(folder, { recursive: true });
  return join(folder, `${name}.log`);
}
