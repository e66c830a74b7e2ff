import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { CallerError } from '@/lib/errors';

/** A password typed twice, unseen; or, when the input is no terminal, its first line. */
export async function readPassword(question: string): Promise<string> {
  if (!process.stdin.isTTY) return firstLine();
  const typed = await ask(question);
  if ((await ask('Once more: ')) === typed) return typed;
  throw new CallerError('invalid-input', 'The two passwords differ: nothing was changed.');
}

async function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: unseen, terminal: true });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}

async function firstLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  try {
    for await (const line of lines) return line;
    throw new CallerError('invalid-input', 'There is no password on the input: give it as the first line.');
  } finally {
    lines.close();
  }
}
