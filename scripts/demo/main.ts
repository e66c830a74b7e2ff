import { join } from 'node:path';
import pc from 'picocolors';
import { SetupError, isLock, running, stopEverything, takeLock } from '../services';
import { ensureBuild } from './build';
import { copyRuntime } from './copy-runtime';
import { migrate, seed, verifyModel } from './programs';
import { demoSecrets } from './secrets';
import { isStopping, stopOnSignals } from './shutdown';
import { startDatabase, startMessages } from './service-choice';
import { serve, type Mode } from './serve';
import { describeFailure, stepList } from './steps';

/** Everything the demo keeps; removing it starts afresh. */
const DATA = '.data';

export interface Beginning {
  /** True when packages had to be installed. */
  readonly installed: boolean;
  /** `performance.now()` when the command began. */
  readonly startedAt: number;
}

/** `npm run demo` and `npm run dev`: from nothing to a shop in the browser, then until Ctrl-C. */
export async function main(beginning: Beginning, mode: Mode): Promise<void> {
  let served = false;
  stopOnSignals(() => (served ? 0 : 130));
  try {
    takeFolder(mode);
    const address = await start(beginning, mode);
    served = true;
    const seconds = ((performance.now() - beginning.startedAt) / 1000).toFixed(1);
    console.log(invitation(address, seconds));
  } catch (error) {
    if (isStopping()) return;
    await giveUp(error);
  }
}

async function start(beginning: Beginning, mode: Mode): Promise<string> {
  const steps = stepList(mode === 'production' ? 8 : 7);
  const env: NodeJS.ProcessEnv = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  env.STORAGE_DIR ||= join(DATA, 'storage');
  env.INDEX_DIR ||= join(DATA, 'index');
  Object.assign(env, demoSecrets(DATA, env));
  steps.done('Packages', beginning.installed ? 'installed' : 'up to date', beginning.startedAt);
  await steps.run('Database', async () => {
    const database = await startDatabase(DATA);
    env.DATABASE_URL = database.url;
    return database.note;
  });
  await steps.run('Messages', async () => {
    const messages = await startMessages(DATA);
    if (messages.url) env.REDIS_URL = messages.url;
    return messages.note;
  });
  await steps.run('Tables', () => migrate(env));
  await steps.run('Model', () => verifyModel(env, DATA));
  await steps.runAloud('Demo catalogue', () => seed(env));
  if (mode === 'development') copyRuntime();
  if (mode === 'production') await steps.run('Build', () => ensureBuild(env, DATA));
  return steps.run('Shop', () => serve(mode, env, DATA));
}

function takeFolder(mode: Mode): void {
  const lock = takeLock(join(DATA, 'demo.lock'), mode === 'production' ? 'npm run demo' : 'npm run dev');
  if (!isLock(lock)) {
    throw new SetupError(
      `${running(lock)} in this folder already: use it, or stop it with Ctrl-C there or \`kill ${lock.pid}\` here.`,
    );
  }
  process.once('exit', () => lock.release());
}

async function giveUp(error: unknown): Promise<never> {
  console.error(`\n${pc.red('✗')} ${describeFailure(error)}`);
  await stopEverything();
  process.exit(1);
}

const invitation = (address: string, seconds: string) => `
${pc.green('●')} ${pc.bold(address)}  served after ${seconds} s

  Open any product: below it stand the ones that look alike, chosen from the picture alone.
  Change the catalogue from a second terminal (\`npm run product\` lists the ways) and reload the page:
  within a second a sold-out product has left the recommendations.
  Sell something yourself: ${address}/sign-in has the accounts of the demo.
  Ctrl-C stops the shop and everything it started; the same command brings it back in seconds.
`;
