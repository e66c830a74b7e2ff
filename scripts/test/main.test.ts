import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('ends with its total also when nothing could be tested', () => {
  const program = fileURLToPath(new URL('../test.mjs', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'nonsense'], { encoding: 'utf8' });
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 1 failed');
  expect(stderr).toContain('There is no check called nonsense: choose from lint,');
  expect(status).toBe(1);
});
