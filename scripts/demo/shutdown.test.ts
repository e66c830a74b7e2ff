import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { identify, isAlive } from '../services/process-identity';

const url = (path: string) => JSON.stringify(fileURLToPath(new URL(path, import.meta.url)));

const program = `
  const { stopOnSignals } = await import(${url('shutdown.ts')});
  const { startOwned } = await import(${url('../services/owned-process.ts')});
  stopOnSignals(() => 0);
  console.log(startOwned('sleep', ['600']).identity.pid);
`;

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s stops what was started, then ends with the agreed code',
  async (name) => {
    const shop = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program]);
    const [line] = (await once(shop.stdout, 'data')) as [Buffer];
    const started = identify(Number(line.toString()));
    expect(isAlive(started)).toBe(true);
    shop.kill(name);
    expect(await once(shop, 'exit')).toEqual([0, null]);
    expect(isAlive(started)).toBe(false);
  },
);
