import { mkdirSync, rmSync } from 'node:fs';
import { isLock, running, SetupError, stopEverything, takeLock } from '../services';
import { isStopping, stopOnSignals } from '../demo/shutdown';
import { describeFailure } from '../demo/steps';
import { CHECKS, RESULTS, type Check } from './checks';
import { oneFailed, total, type Outcome } from './outcome';
import { closingLines, describeFailures, table, type Finished } from './summary';

/** `npm test`, or a part of it: `npm test -- unit e2e`. The last line it prints is `N passed, N failed`. */
export async function main(_beginning: unknown, names: readonly string[]): Promise<void> {
  stopOnSignals(() => 130);
  const sum = await outcomeOf(names);
  if (isStopping()) return;
  await stopEverything();
  console.log(closingLines(sum));
  process.exit(sum.failed === 0 ? 0 : 1);
}

async function outcomeOf(names: readonly string[]): Promise<Outcome> {
  try {
    const checks = chosen(names);
    prepareFolders(checks);
    const finished = await runAll(checks);
    if (!isStopping()) console.log(`\n${table(finished)}\n`);
    return total(finished.map(({ outcome }) => outcome));
  } catch (error) {
    if (!isStopping()) console.error(describeFailure(error));
    return oneFailed('npm test', '');
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
  const lock = takeLock('.data/demo.lock', 'npm test');
  if (!isLock(lock)) {
    throw new SetupError(
      `${running(lock)} in this folder, and the tests build the shop anew: wait for it, or stop it with Ctrl-C there or \`kill ${lock.pid}\` here.`,
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
