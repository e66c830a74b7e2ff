import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const url = JSON.stringify(fileURLToPath(new URL('before-the-end.ts', import.meta.url)));
const OTHER = `
  const endWith = (code) => { say('told'); process.exit(code); };
  process.on('SIGTERM', () => endWith(7));
  process.on('SIGINT', () => endWith(8));
`;
const UNTIL_INPUT_ENDS = `say('begun'); await once(process.stdin.resume(), 'end'); say('done');`;

it.each([
  ['SIGTERM', 7],
  ['SIGINT', 8],
] as const)(
  'at %s the work is done before others are told, once, however often one asks',
  async (signal, code) => {
    const program = start(OTHER, UNTIL_INPUT_ENDS);
    await program.says('ready');
    program.child.kill(signal);
    await program.says('begun');
    program.child.kill(signal);
    program.child.stdin.end();
    expect(await program.ended).toEqual([code, null]);
    expect(program.said()).toEqual(['ready', 'begun', 'done', 'told']);
  },
);

it('where nobody else listens the process ends by the signal, after the work', async () => {
  const program = start('', UNTIL_INPUT_ENDS);
  await program.says('ready');
  program.child.kill('SIGTERM');
  program.child.stdin.end();
  expect(await program.ended).toEqual([null, 'SIGTERM']);
  expect(program.said()).toEqual(['ready', 'begun', 'done']);
});

it.each([
  ['takes too long', 'await new Promise(() => {});'],
  ['fails', "throw new Error('no room');"],
])('work that %s does not keep the process from ending', async (_, work) => {
  const program = start(OTHER, work, 50);
  await program.says('ready');
  program.child.kill('SIGTERM');
  expect(await program.ended).toEqual([7, null]);
  expect(program.said()).toEqual(['ready', 'told']);
});

/** A program that others, who listen already, and we want to do something at the end of. */
function start(others: string, work: string, limitMs = 60_000) {
  const code = `
    import { once } from 'node:events';
    import { writeSync } from 'node:fs';
    const { beforeTheEnd } = await import(${url});
    const say = (line) => void writeSync(1, line + '\\n');
    ${others}
    beforeTheEnd(async () => { ${work} }, ${limitMs});
    setInterval(() => {}, 1_000);
    say('ready');
  `;
  const args = ['--import', 'tsx', '--input-type=module', '-e', code];
  const env = { ...process.env, LOG_LEVEL: 'silent' };
  const child = spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (bytes: Buffer) => (output += bytes.toString()));
  const said = () => output.split('\n').filter((line) => line !== '');
  const says = async (line: string) => {
    while (!said().includes(line)) await once(child.stdout, 'data');
  };
  return { child, said, says, ended: once(child, 'close') };
}
