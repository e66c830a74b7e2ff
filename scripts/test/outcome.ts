/** What came of one check. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly Failure[];
}

export interface Failure {
  /** Which promise was broken. */
  readonly title: string;
  /** What a person needs in order to see why. */
  readonly detail: string;
}

/** For checks that are not made of tests: the whole check counts as one. */
export const onePassed: Outcome = { passed: 1, failed: 0, skipped: 0, failures: [] };

export const oneFailed = (title: string, detail: string): Outcome => ({
  passed: 0,
  failed: 1,
  skipped: 0,
  failures: [{ title, detail }],
});

/** A run in which nothing ran proves nothing: it counts as a failure. */
export function requireTests(outcome: Outcome, name: string): Outcome {
  if (outcome.passed + outcome.failed > 0) return outcome;
  const nothing = oneFailed(`${name} ran no test`, 'Every test was skipped, or none was found.');
  return { ...nothing, skipped: outcome.skipped };
}

export function total(outcomes: readonly Outcome[]): Outcome {
  const sum = (pick: (outcome: Outcome) => number) => outcomes.reduce((n, outcome) => n + pick(outcome), 0);
  return {
    passed: sum((one) => one.passed),
    failed: sum((one) => one.failed),
    skipped: sum((one) => one.skipped),
    failures: outcomes.flatMap((one) => one.failures),
  };
}
