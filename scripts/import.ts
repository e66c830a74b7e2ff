import { open, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { createTranslator } from 'next-intl';
import { CallerError, messageOf } from '@/lib/errors';
import {
  beginImport,
  errorFile,
  importPictures,
  importRunOf,
  pauseImport,
  startImport,
  workOnImport,
} from '@/lib/merchant/imports';
import { goodRows, type ImportRun, type RowError } from '@/lib/merchant/imports/types';
import { runWorker } from '@/lib/merchant/pictures';
import en from '@/messages/en.json';
import { merchantNamed } from '@/scripts/merchant-named';
import { until } from '@/scripts/services/until';
import { withServices } from '@/scripts/with-services';

const USAGE = `Puts the products of a CSV, or of a ZIP of a CSV and its pictures, into the catalogue.

  npm run import -- FILE --merchant SLUG [--check]

  --check   only says what is wrong with the file; nothing goes in

Ends with 0 when every row is in (or good), with 2 when some rows are bad: they are then in FILE.errors.csv, and the good
ones are in. With 1 when the file cannot be used, or something failed. Ctrl-C pauses; run it again to go on.`;

const SOME_BAD = 2;
const HALF_A_DAY_MS = 12 * 3_600_000;
const t = createTranslator({ locale: 'en', messages: en, namespace: 'importing' });
const ending = new AbortController();
process.once('SIGINT', () => ending.abort());

await withServices(async () => {
  const { file, merchant, check } = options();
  const merchantId = await merchantNamed(merchant);
  const { id } = await beginImport(merchantId, await contentOf(file), path.basename(file));
  const checked = await work(id, 'Checking');
  await writeErrors(checked, file);
  if (checked.badRows > 0) process.exitCode = SOME_BAD;
  if (!check && checked.state === 'checked' && goodRows(checked) > 0) await putIn(checked, file);
});

function options(): { file: string; merchant: string; check: boolean } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { merchant: { type: 'string' }, check: { type: 'boolean', default: false } },
    });
    const [file] = positionals;
    if (file === undefined || values.merchant === undefined)
      throw new Error('FILE or --merchant is missing.');
    return { file, merchant: values.merchant, check: values.check };
  } catch (error) {
    throw new CallerError('invalid-input', `${messageOf(error)}\n\n${USAGE}`);
  }
}

async function contentOf(file: string): Promise<Readable> {
  try {
    return (await open(file)).createReadStream();
  } catch (error) {
    throw new CallerError('invalid-input', `The file ${file} cannot be read (${messageOf(error)}).`, {
      cause: error,
    });
  }
}

/** Rows first, then the pictures, which this process makes ready beside any shop that runs. */
async function putIn({ id, badRows }: ImportRun, file: string): Promise<void> {
  const stopPictures = new AbortController();
  const pictures = runWorker({ signal: stopPictures.signal, id: `import-${process.pid}` });
  try {
    await startImport('all', id);
    const run = await work(id, 'Importing');
    if (run.state === 'done') await allPictures(id);
    if (run.badRows > 0) process.exitCode = SOME_BAD;
    if (run.badRows > badRows) await writeErrors(run, file);
    const { created, updated, unchanged } = run;
    console.log(`${created} new, ${updated} changed, ${unchanged} unchanged, ${run.badRows} bad.`);
  } finally {
    stopPictures.abort();
    await pictures;
  }
}

/** Works on the run until it stands, with a bar that shows how far it is. @throws CallerError when it did not get there */
async function work(id: number, what: string): Promise<ImportRun> {
  const bar = new SingleBar({ format: `${what} {bar} {value}/{total} rows`, hideCursor: true });
  bar.start(0, 0);
  const show = async () => {
    const run = await importRunOf('all', id);
    bar.setTotal(run.state === 'checking' ? run.totalRows : goodRows(run));
    bar.update(run.state === 'running' || run.state === 'done' ? run.doneRows : run.totalRows);
    return run;
  };
  const timer = setInterval(() => void show().catch(() => {}), 200);
  try {
    const waited = { timeoutMs: HALF_A_DAY_MS, everyMs: 200 };
    const stands = async () => {
      await workOnImport(id, { signal: ending.signal, id: `import-${process.pid}` });
      return ending.signal.aborted || !isAtWork(await importRunOf('all', id));
    };
    await until(stands, waited);
  } finally {
    clearInterval(timer);
  }
  const run = await show();
  bar.stop();
  if (ending.signal.aborted) await pause(run);
  if (run.state === 'failed') throw new CallerError('invalid-input', problemsOf(run));
  return run;
}

/** A running shop may have taken it before us, and is at it; or it waits to be checked again after a fault. */
function isAtWork({ state }: ImportRun): boolean {
  return state === 'checking' || state === 'running';
}

async function pause({ id, state }: ImportRun): Promise<never> {
  if (state === 'running') await pauseImport('all', id);
  throw new CallerError(
    'invalid-input',
    `Paused. Go on at /admin/import/${id}, or run the same command again.`,
  );
}

async function allPictures(id: number): Promise<void> {
  const bar = new SingleBar({ format: 'Pictures {bar} {value}/{total}', hideCursor: true });
  const { underWay } = await importPictures('all', id);
  bar.start(underWay, 0);
  const left = async () => {
    const now = (await importPictures('all', id)).underWay;
    bar.update(Math.max(0, underWay - now));
    return now === 0 || ending.signal.aborted;
  };
  await until(left, { timeoutMs: HALF_A_DAY_MS, everyMs: 200 });
  bar.stop();
}

async function writeErrors(run: ImportRun, file: string): Promise<void> {
  if (run.badRows === 0) return;
  const target = `${file}.errors.csv`;
  await writeFile(target, await errorFile('all', run.id, { line: 'line', error: 'error', say }));
  console.log(`${run.badRows} of ${run.totalRows} rows are bad: ${target}`);
}

function say({ column, code, value, detail }: RowError): string {
  const sentence = t(`reasons.${code}`, { value, detail });
  return column ? `${column}: ${sentence}` : sentence;
}

function problemsOf({ problems }: ImportRun): string {
  return problems
    .map(({ code, name = '', number = 0 }) => t(`problems.${code}`, { name, number }))
    .join('\n');
}
