import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

/**
 * The training programs are Python; their tests run here so that no check is forgotten. What needs PyTorch runs
 * where it is installed. A test that cannot run is told as skipped.
 */
const folder = fileURLToPath(new URL('../../models/training', import.meta.url));
const PYTHONS = ['python3', '/usr/bin/python3'];

const NEED_PYTORCH = [
  'tests.test_keeping',
  'tests.test_memory',
  'tests.test_network',
  'tests.test_searches',
  'tests.test_training',
];

const plainPython = PYTHONS.find((python) => canRun(python, 'import tomllib'));
const trainingPython = PYTHONS.find((python) => canRun(python, 'import tomllib, torch, numpy, PIL'));

it.skipIf(!plainPython)('no evaluation photo is trained on (skipped without Python 3.11)', () => {
  expect(failures(plainPython!, 'tests.test_leak_check')).toBe('');
});

it.skipIf(!trainingPython)(
  'the training can be stopped, and gives the network that it trained (skipped without PyTorch)',
  () => {
    expect(failures(trainingPython!, ...NEED_PYTORCH)).toBe('');
  },
  300_000,
);

function canRun(python: string, statement: string): boolean {
  return spawnSync(python, ['-c', statement], { stdio: 'ignore' }).status === 0;
}

/** What unittest says when a test fails, or when it has found none. */
function failures(python: string, ...modules: string[]): string {
  const { status, stderr } = spawnSync(python, ['-m', 'unittest', ...modules], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  return status === 0 && /^Ran [1-9]/m.test(stderr) ? '' : stderr || 'no output';
}
