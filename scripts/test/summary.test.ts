import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { closingLines, describeFailures, table } from './summary';

const none = { passed: 0, failed: 0, skipped: 0, failures: [] };

it('ends with nothing but the passed and the failed, the skipped on a line above', () => {
  expect(closingLines({ ...none, passed: 3 })).toBe('3 passed, 0 failed');
  expect(closingLines({ ...none, passed: 3, failed: 1, skipped: 2 })).toBe('2 skipped\n3 passed, 1 failed');
});

it('gives every check a line with its time and its counts', () => {
  const text = table([
    { name: 'lint', seconds: 4.21, outcome: { ...none, passed: 1 } },
    { name: 'unit', seconds: 61.05, outcome: { ...none, passed: 200, failed: 2, skipped: 1 } },
  ]);
  expect(stripVTControlCharacters(text).split('\n')).toEqual([
    '✓  lint       4.2 s  1 passed, 0 failed',
    '✗  unit      61.0 s  200 passed, 2 failed, 1 skipped',
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
