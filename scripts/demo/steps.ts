import { stripVTControlCharacters } from 'node:util';
import pc from 'picocolors';
import { CallerError } from '@/lib/errors';
import { ProgramFailed, SetupError } from '../services';

/** Prints the numbered list of what a command does, each line with what came of it and how long it took. */
export function stepList(count: number) {
  let number = 0;
  const title = (name: string) => `${pc.dim(`${++number}/${count}`)}  ${name}`;

  return {
    /** A step that has happened already. */
    done(name: string, note: string, since: number): void {
      console.log(resultLine(title(name), note, since));
    },
    /** A quiet step: one line, rewritten with the note that `act` returns. */
    async run(name: string, act: () => Promise<string>): Promise<string> {
      const since = performance.now();
      const heading = title(name);
      const rewritable = process.stdout.isTTY;
      process.stdout.write(rewritable ? `${heading} …` : '');
      const note = await act();
      console.log(`${rewritable ? '\r\u001b[2K' : ''}${resultLine(heading, note, since)}`);
      return note;
    },
    /** A step that prints for itself, between its heading and its result. */
    async runAloud(name: string, act: () => Promise<string>): Promise<string> {
      const since = performance.now();
      const heading = title(name);
      console.log(`${heading} …`);
      const note = await act();
      console.log(resultLine(heading, note, since));
      return note;
    },
  };
}

/** What went wrong and what to do about it, without a stack where it is not our fault. */
export function describeFailure(error: unknown): string {
  if (error instanceof SetupError || error instanceof CallerError) return error.message;
  if (error instanceof ProgramFailed) {
    return `${error.program} failed (${error.ending}).${error.log && `\n\n${error.log}`}`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function resultLine(heading: string, note: string, since: number): string {
  const seconds = ((performance.now() - since) / 1000).toFixed(1);
  return `${padded(heading, 20)}${padded(note, 36)}${pc.dim(`${seconds} s`)}`;
}

/** Padded to what is seen: signs that only colour the text take no room. */
function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(1, width - stripVTControlCharacters(text).length));
}
