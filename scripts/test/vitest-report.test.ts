import { expect, it } from 'vitest';
import { readVitestReport } from './vitest-report';

const file = (status: string, tests: object[], message = '') => ({
  name: `${process.cwd()}/lib/a.test.ts`,
  status,
  message,
  assertionResults: tests,
});

const FRAMES = '    at /p/lib/a.test.ts:3:1\n    at run (file:///p/node_modules/@vitest/runner/chunk.js:2:1)';

const report = (...files: object[]) => JSON.stringify({ success: false, testResults: files });

it('counts passed, failed and skipped tests and says what failed where', () => {
  const json = report(
    file('failed', [
      { fullName: 'adds', status: 'passed', failureMessages: [] },
      { fullName: 'subtracts', status: 'failed', failureMessages: [`expected 1 to be 2\n${FRAMES}`] },
      { fullName: 'divides', status: 'pending' },
      { fullName: 'multiplies', status: 'todo' },
    ]),
  );
  expect(readVitestReport(json)).toEqual({
    passed: 1,
    failed: 1,
    skipped: 2,
    failures: [
      { title: 'lib/a.test.ts: subtracts', detail: 'expected 1 to be 2\n    at /p/lib/a.test.ts:3:1' },
    ],
  });
});

it('counts a file that cannot be loaded as a failed test', () => {
  const outcome = readVitestReport(report(file('failed', [], 'Cannot find module')));
  expect(outcome).toMatchObject({ passed: 0, failed: 1 });
  expect(outcome.failures[0]?.detail).toBe('Cannot find module');
});

it('refuses what is no report', () => {
  expect(() => readVitestReport('{"testResults": 3}')).toThrow();
});
