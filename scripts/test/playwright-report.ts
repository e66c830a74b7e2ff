import { z } from 'zod';
import type { Failure, Outcome } from './outcome';

const errorSchema = z.object({ message: z.string().default('') });

const specSchema = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(
    z.object({
      projectName: z.string().default(''),
      status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
      results: z.array(z.object({ error: errorSchema.optional() })),
    }),
  ),
});

interface Suite {
  readonly title: string;
  readonly specs: z.infer<typeof specSchema>[];
  readonly suites?: Suite[];
}

const suiteSchema: z.ZodType<Suite> = z.lazy(() =>
  z.object({ title: z.string(), specs: z.array(specSchema), suites: z.array(suiteSchema).optional() }),
);

const reportSchema = z.object({ suites: z.array(suiteSchema), errors: z.array(errorSchema) });

/** Reads the report of Playwright's json reporter. A journey that only passed when repeated has failed. */
export function readPlaywrightReport(json: string): Outcome {
  const { suites, errors } = reportSchema.parse(JSON.parse(json));
  const tests = suites.flatMap(specsOf).flatMap((spec) => spec.tests.map((test) => ({ spec, test })));
  const count = (...states: string[]) => tests.filter(({ test }) => states.includes(test.status)).length;
  const broken = tests.filter(({ test }) => test.status === 'unexpected' || test.status === 'flaky');
  return {
    passed: count('expected'),
    failed: broken.length + errors.length,
    skipped: count('skipped'),
    failures: [
      ...errors.map(({ message }): Failure => ({ title: 'the journeys could not be run', detail: message })),
      ...broken.map(({ spec, test }): Failure => ({
        title: `e2e/${spec.file}: ${spec.title} ${test.projectName && `(${test.projectName})`}`.trim(),
        detail: test.results.find((result) => result.error)?.error?.message ?? '',
      })),
    ],
  };
}

const specsOf = (suite: Suite): z.infer<typeof specSchema>[] => [
  ...suite.specs,
  ...(suite.suites ?? []).flatMap(specsOf),
];
