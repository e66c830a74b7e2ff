import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureBuild, freshBuild } from '../demo/build';
import { ProgramFailed, runOwned, startOwned, tail } from '../services';
import { chromiumPath } from './chromium';
import { cleanEnv } from './clean-env';
import { oneFailed, onePassed, requireTests, total, type Outcome } from './outcome';
import { readPlaywrightReport } from './playwright-report';
import { startSite } from './site';
import { readVitestReport } from './vitest-report';

export interface Check {
  readonly name: string;
  run(): Promise<Outcome>;
}

/** Reports and logs of the last run: kept, so that a failure can be read afterwards. */
export const RESULTS = '.data/test';

/** No program of ours takes this long unless it hangs. */
const LIMIT_MS = 20 * 60_000;

const program = (path: string) => join('node_modules', path);
const ESLINT = program('eslint/bin/eslint.js');
const PRETTIER = program('prettier/bin/prettier.cjs');
const TSC = program('typescript/bin/tsc');
const NEXT = program('next/dist/bin/next');
const VITEST = program('vitest/vitest.mjs');
const PLAYWRIGHT = program('@playwright/test/cli.js');

/** Everything `npm test` proves, in order: cheap and likely to fail first. */
export const CHECKS: readonly Check[] = [
  single('lint', [[ESLINT, '--max-warnings', '0', '.']]),
  single('format', [[PRETTIER, '--check', '--log-level', 'warn', '.']]),
  single('types', [
    [NEXT, 'typegen'],
    [TSC, '--noEmit'],
  ]),
  vitest('unit'),
  vitest('db'),
  { name: 'build', run: () => asOne('build', () => freshBuild(cleanEnv(), RESULTS)) },
  { name: 'e2e', run: journeys },
];

/** Programs that must all end well, counted as one test. */
function single(name: string, commands: readonly (readonly string[])[]): Check {
  const logFile = join(RESULTS, `${name}.log`);
  const run = async () => {
    for (const args of commands)
      await runOwned(process.execPath, args, { logFile, env: cleanEnv(), timeoutMs: LIMIT_MS });
  };
  return { name, run: () => asOne(name, run) };
}

async function asOne(name: string, act: () => Promise<unknown>): Promise<Outcome> {
  try {
    await act();
    return onePassed;
  } catch (error) {
    return failureOf(name, error);
  }
}

function vitest(project: 'unit' | 'db'): Check {
  const report = ['--reporter=json', `--outputFile=${reportFile(project)}`];
  const args = [VITEST, 'run', '--project', project, ...report];
  return { name: project, run: () => runTests(project, args, cleanEnv(), readVitestReport) };
}

async function journeys(): Promise<Outcome> {
  try {
    const executable = await chromiumPath();
    await ensureBuild(cleanEnv(), RESULTS);
    const site = await startSite(RESULTS);
    try {
      const env = {
        ...site.env,
        E2E_BASE_URL: site.address,
        CHROMIUM_PATH: executable,
        PLAYWRIGHT_JSON_OUTPUT_FILE: resolve(reportFile('e2e')),
      };
      return await runTests('e2e', [PLAYWRIGHT, 'test'], env, readPlaywrightReport);
    } finally {
      await site.stop();
    }
  } catch (error) {
    return failureOf('e2e', error);
  }
}

/** Runs a test runner and reads the report it leaves. Without a readable report, its own output is the failure. */
async function runTests(
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  read: (json: string) => Outcome,
): Promise<Outcome> {
  const logFile = join(RESULTS, `${name}.log`);
  for (const old of [logFile, reportFile(name)]) rmSync(old, { force: true });
  const ending = await startOwned(process.execPath, args, { env, logFile, timeoutMs: LIMIT_MS }).ended;
  try {
    const outcome = requireTests(read(readFileSync(reportFile(name), 'utf8')), name);
    if (ending.ok || outcome.failed > 0) return outcome;
    return total([outcome, oneFailed(`${name} ended with ${ending.words}`, tail(logFile))]);
  } catch (error) {
    return oneFailed(`${name} left no report (${ending.words})`, `${String(error)}\n${tail(logFile)}`);
  }
}

function failureOf(name: string, error: unknown): Outcome {
  if (error instanceof ProgramFailed) return oneFailed(`${name}: ${error.message}`, error.log);
  return oneFailed(name, error instanceof Error ? (error.stack ?? error.message) : String(error));
}

function reportFile(name: string): string {
  return join(RESULTS, `${name}.json`);
}
