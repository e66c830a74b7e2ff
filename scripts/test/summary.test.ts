import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { countsOf, describeFailures, table } from './summary';

const none = { passed: 0, failed: 0, skipped: 0, failures: [] };

it('names the skipped only where there are some', () => {
  expect(countsOf({ ...none, passed: 3 })).toBe('3 passed, 0 failed');
  expect(countsOf({ ...none, passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
});

it('gives every check a line with its time and its counts', () => {
  const text = table([
    { name: 'lint', seconds: 4.21, outcome: { ...none, passed: 1 } },
    { name: 'unit', seconds: 61.05, outcome: { ...none, passed: 200, failed: 2 } },
  ]);
  expect(stripVTControlCharacters(text).split('\n')).toEqual([
    '✓  lint       4.2 s  1 passed, 0 failed',
    '✗  unit      61.0 s  200 passed, 2 failed',
  ]);
});

it('cuts endless failures instead of burying the rest under them', () => {
  const failures = Array.from({ length: 25 }, (_, i) => ({
    title: `test ${i}`,
    detail: 'line\n'.repeat(500),
  }));
  const text = describeFailures({ ...none, failed: 25, failures });
  expect(text).toContain('… and 5 more');
  expect(text.split('\n').length).toBeLessThan(20 * 45);
});
