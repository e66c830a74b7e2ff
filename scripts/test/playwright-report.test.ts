import { expect, it } from 'vitest';
import { readPlaywrightReport } from './playwright-report';

const spec = (title: string, status: string, message?: string) => ({
  title,
  file: 'shop.spec.ts',
  tests: [{ projectName: 'phone', status, results: message ? [{ error: { message } }, {}] : [{}] }],
});

const report = (specs: object[], errors: object[] = []) =>
  JSON.stringify({
    suites: [{ title: 'shop.spec.ts', specs: [], suites: [{ title: 'inner', specs }] }],
    errors,
  });

it('counts the journeys of nested suites', () => {
  const json = report([
    spec('buys', 'expected'),
    spec('looks', 'skipped'),
    spec('finds', 'unexpected', 'no card'),
  ]);
  expect(readPlaywrightReport(json)).toEqual({
    passed: 1,
    failed: 1,
    skipped: 1,
    failures: [{ title: 'e2e/shop.spec.ts: finds (phone)', detail: 'no card' }],
  });
});

it('does not let a journey pass that failed at first', () => {
  expect(readPlaywrightReport(report([spec('finds', 'flaky', 'slow')]))).toMatchObject({
    passed: 0,
    failed: 1,
  });
});

it('counts an error outside the journeys as a failure', () => {
  expect(readPlaywrightReport(report([], [{ message: 'no such config' }]))).toMatchObject({ failed: 1 });
});
