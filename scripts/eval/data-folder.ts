import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { CallerError, messageOf } from '@/lib/errors';
import type { EvalData } from './data';
import type { EvalPicture } from './picture';

/** The table of a data folder: a column `path`, relative to the folder, and columns of labels. */
const TABLE = 'labels.csv';
const PATH_COLUMN = 'path';
/** Looked up at once. */
const LOOK_UPS = 64;

/**
 * Reads `labels.csv` of a folder: its pictures, in the order of the table. A picture that is not there stays in the list: reading it fails, and is reported then.
 * Throws a CallerError for a folder, table or row that is not as it should be.
 */
export async function readDataFolder(folder: string): Promise<EvalData> {
  const rows = parseTable(await readTable(folder), path.join(folder, TABLE));
  const pictures: EvalPicture[] = [];
  for (let i = 0; i < rows.length; i += LOOK_UPS) {
    pictures.push(...(await Promise.all(rows.slice(i, i + LOOK_UPS).map((row) => toPicture(folder, row)))));
  }
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== PATH_COLUMN);
  return { name: path.basename(path.resolve(folder)), columns, pictures };
}

type Row = Record<string, string>;

const rowsSchema = z.array(z.record(z.string(), z.string()));

function parseTable(text: string, file: string): Row[] {
  const rows = parseCsv(text, file);
  if (rows.length === 0) {
    throw refusal(
      `${file} has no rows: expected a head line with the column "path", and a line per picture.`,
    );
  }
  const columns = Object.keys(rows[0]!);
  if (!columns.includes(PATH_COLUMN)) {
    throw refusal(`${file} has no column "path": its columns are ${columns.join(', ')}.`);
  }
  return rows;
}

function parseCsv(text: string, file: string): Row[] {
  try {
    return rowsSchema.parse(parse(text, { columns: true, bom: true, skip_empty_lines: true, trim: true }));
  } catch (cause) {
    throw refusal(`${file} cannot be read as comma-separated values: ${messageOf(cause)}`, cause);
  }
}

async function readTable(folder: string): Promise<string> {
  const kind = await stat(folder).catch(() => null);
  if (!kind?.isDirectory()) throw refusal(`${folder} is no folder: give the folder that holds ${TABLE}.`);
  try {
    return await readFile(path.join(folder, TABLE), 'utf8');
  } catch (cause) {
    throw refusal(
      `${folder} has no ${TABLE}: expected a table with the column "path" and columns of labels.`,
      cause,
    );
  }
}

async function toPicture(folder: string, { [PATH_COLUMN]: name = '', ...labels }: Row): Promise<EvalPicture> {
  const file = path.join(folder, name);
  const status = await stat(file).catch(() => null);
  return {
    name,
    stamp: status ? `${status.size} ${status.mtimeMs}` : 'missing',
    labels,
    read: () => readFile(file),
  };
}

function refusal(message: string, cause?: unknown): CallerError {
  return new CallerError('invalid-input', message, { cause });
}
