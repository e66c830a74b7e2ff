import { z } from 'zod';
import type { Failure, Outcome } from './outcome';

const testSchema = z.object({
  fullName: z.string(),
  status: z.string(),
  failureMessages: z.array(z.string()).nullish(),
});

const fileSchema = z.object({
  name: z.string(),
  status: z.string(),
  message: z.string().default(''),
  assertionResults: z.array(testSchema),
});

const reportSchema = z.object({ success: z.boolean(), testResults: z.array(fileSchema) });

/** Reads the report of Vitest's json reporter. A file that could not be loaded counts as one failed test. */
export function readVitestReport(json: string): Outcome {
  const { testResults: files } = reportSchema.parse(JSON.parse(json));
  const tests = files.flatMap((file) => file.assertionResults);
  const count = (...states: string[]) => tests.filter((test) => states.includes(test.status)).length;
  const unloaded = files.filter((file) => file.status === 'failed' && !file.assertionResults.some(isFailed));
  return {
    passed: count('passed'),
    failed: count('failed') + unloaded.length,
    skipped: count('skipped', 'pending', 'todo', 'disabled'),
    failures: [...files.flatMap(failuresOf), ...unloaded.map(unloadedFile)],
  };
}

const isFailed = (test: z.infer<typeof testSchema>) => test.status === 'failed';

const failuresOf = (file: z.infer<typeof fileSchema>): Failure[] =>
  file.assertionResults.filter(isFailed).map((test) => ({
    title: `${relative(file.name)}: ${test.fullName}`,
    detail: (test.failureMessages ?? []).map(withoutForeignFrames).join('\n'),
  }));

/** Where in the test runner it happened helps nobody. */
const withoutForeignFrames = (stack: string) =>
  stack
    .split('\n')
    .filter((line) => !/^\s+at .*(node_modules|node:internal|new Promise)/.test(line))
    .join('\n');

const unloadedFile = (file: z.infer<typeof fileSchema>): Failure => ({
  title: `${relative(file.name)}: could not be run`,
  detail: file.message,
});

const relative = (path: string) => path.replace(`${process.cwd()}/`, '');
