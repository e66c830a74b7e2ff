import { stripVTControlCharacters } from 'node:util';
import pc from 'picocolors';
import type { Failure, Outcome } from './outcome';

export interface Finished {
  readonly name: string;
  readonly seconds: number;
  readonly outcome: Outcome;
}

/** Failures of one check beyond this many are counted, not shown. */
const SHOWN_FAILURES = 20;
/** A failure's text is cut here: the first lines say it. */
const SHOWN_LINES = 40;

export function describeFailures({ failures }: Outcome): string {
  const shown = failures.slice(0, SHOWN_FAILURES).map(describe);
  const left = failures.length - shown.length;
  return [...shown, ...(left > 0 ? [`… and ${left} more`] : [])].join('\n\n');
}

export function table(finished: readonly Finished[]): string {
  const width = Math.max(5, ...finished.map(({ name }) => name.length));
  const row = ({ name, seconds, outcome }: Finished) =>
    [
      outcome.failed === 0 ? pc.green('✓') : pc.red('✗'),
      name.padEnd(width),
      `${seconds.toFixed(1)} s`.padStart(9),
      countsOf(outcome),
    ].join('  ');
  return finished.map(row).join('\n');
}

/** What a whole run prints last. Its last line is `N passed, N failed` and nothing else, for programs that read it. */
export function closingLines(sum: Outcome): string {
  const { passed, failed, skipped } = sum;
  return `${skipped > 0 ? `${skipped} skipped\n` : ''}${passed} passed, ${failed} failed`;
}

/** `N passed, N failed`, and `, N skipped` where some were. */
function countsOf({ passed, failed, skipped }: Outcome): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function describe({ title, detail }: Failure): string {
  const lines = stripVTControlCharacters(detail).trimEnd().split('\n');
  const cut = lines.length > SHOWN_LINES ? [...lines.slice(0, SHOWN_LINES), '…'] : lines;
  return `${pc.red('✗')} ${title}\n${cut.map((line) => `    ${line}`).join('\n')}`;
}
