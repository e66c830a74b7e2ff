import { mkdirSync, rmSync } from 'node:fs';
import { isLock, SetupError, stopEverything, takeLock } from '../services';
import { isStopping, stopOnSignals } from '../demo/shutdown';
import { describeFailure } from '../demo/steps';
import { CHECKS, RESULTS, type Check } from './checks';
import { total } from './outcome';
import { countsOf, describeFailures, table, type Finished } from './summary';

/** `npm test`, or a part of it: `npm test -- unit e2e`. */
export async function main(_beginning: unknown, names: readonly string[]): Promise<void> {
  stopOnSignals(() => 130);
  try {
    const checks = chosen(names);
    prepareFolders(checks);
    const finished = await runAll(checks);
    if (isStopping()) return;
    const sum = total(finished.map(({ outcome }) => outcome));
    console.log(`\n${table(finished)}\n\n${countsOf(sum)}`);
    process.exitCode = sum.failed === 0 ? 0 : 1;
  } catch (error) {
    if (isStopping()) return;
    console.error(describeFailure(error));
    await stopEverything();
    process.exit(1);
  }
}

function chosen(names: readonly string[]): readonly Check[] {
  const known = CHECKS.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new SetupError(`There is no check called ${unknown.join(', ')}: choose from ${known.join(', ')}.`);
  }
  return names.length === 0 ? CHECKS : CHECKS.filter(({ name }) => names.includes(name));
}

/** The build folder is shared with the running shop of this folder, and nothing old in it may be tested. */
function prepareFolders(checks: readonly Check[]): void {
  mkdirSync(RESULTS, { recursive: true });
  if (!checks.some(({ name }) => name === 'build' || name === 'e2e')) return;
  const lock = takeLock('.data/demo.lock');
  if (!isLock(lock)) {
    throw new SetupError(
      `The shop of this folder is running (process ${lock.pid}) and the tests build it anew: stop it first with Ctrl-C there or \`kill ${lock.pid}\` here.`,
    );
  }
  process.once('exit', () => lock.release());
  if (checks === CHECKS) rmSync('.next', { recursive: true, force: true });
}

async function runAll(checks: readonly Check[]): Promise<Finished[]> {
  const finished: Finished[] = [];
  for (const check of checks) {
    const since = performance.now();
    console.log(`${check.name} …`);
    const outcome = await check.run();
    if (isStopping()) break;
    finished.push({ name: check.name, seconds: (performance.now() - since) / 1000, outcome });
    if (outcome.failed > 0) console.log(`\n${describeFailures(outcome)}\n`);
  }
  return finished;
}
