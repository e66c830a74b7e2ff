import { readFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { startOwned, type OwnedProcessOptions } from './owned-process';

/** A program did not do what it was started for. `log` holds the end of what it printed. */
export class ProgramFailed extends Error {
  override readonly name = 'ProgramFailed';
  constructor(
    readonly program: string,
    readonly ending: string,
    readonly log: string,
  ) {
    super(`${program}: ${ending}`);
  }
}

/** Runs a program to its end. @throws ProgramFailed unless it ends with 0. */
export async function runOwned(
  command: string,
  args: readonly string[],
  options: OwnedProcessOptions = {},
): Promise<void> {
  if (options.logFile !== undefined) rmSync(options.logFile, { force: true });
  const ending = await startOwned(command, args, options).ended;
  if (!ending.ok) throw new ProgramFailed(nameOf(command, args), ending.words, tail(options.logFile));
}

/** As a person would type it: how TypeScript is run is no part of it. */
const nameOf = (command: string, args: readonly string[]) =>
  [basename(command), ...args].join(' ').replace('--import tsx ', '');

/** The last `lines` lines of a log, as far as there is one. */
export function tail(file: string | undefined, lines = 40): string {
  if (file === undefined) return '';
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}
