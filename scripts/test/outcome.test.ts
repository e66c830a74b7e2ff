import { expect, it } from 'vitest';
import { oneFailed, onePassed, requireTests, total } from './outcome';

const nothing = { passed: 0, failed: 0, skipped: 0, failures: [] };

it('counts a run without tests as a failure', () => {
  expect(requireTests(nothing, 'unit')).toMatchObject({ passed: 0, failed: 1 });
});

it('counts a run in which everything was skipped as a failure', () => {
  expect(requireTests({ ...nothing, skipped: 4 }, 'db')).toMatchObject({ failed: 1, skipped: 4 });
});

it('leaves a run with tests as it is', () => {
  const run = { ...nothing, passed: 2 };
  expect(requireTests(run, 'unit')).toBe(run);
});

it('adds up what came of all checks', () => {
  const sum = total([onePassed, oneFailed('types', 'TS2304'), { ...nothing, passed: 5, skipped: 2 }]);
  expect(sum).toEqual({
    passed: 6,
    failed: 1,
    skipped: 2,
    failures: [{ title: 'types', detail: 'TS2304' }],
  });
});
