import { parseArgs } from 'node:util';
import { z } from 'zod';
import { CallerError, messageOf, parseInput } from '@/lib/errors';
import { DEFAULT_MODEL_ID } from '@/lib/vision';
import { parseCondition } from './condition';
import type { Selection } from './selection';

/** In place of a folder: the catalogue of the database, with its pictures. */
export const DEMO = 'demo';

export interface Arguments extends Omit<Selection, 'label'> {
  /** A folder with `labels.csv`, or `demo`. */
  readonly data: string;
  /** Left out, the data say which it is. */
  readonly label?: string;
  readonly modelId: string;
  /** Where the rows go as JSON, and the folder of the report. Left out, there are none. */
  readonly json?: string;
  readonly out?: string;
  /** File name of the report, without its ending. */
  readonly name?: string;
}

export const USAGE = `npm run eval -- --data DIR|demo [options]
  --label COLUMN        what a picture shows; default: the only column there is, or "label"
  --query COLUMN=VALUE  pictures to ask with, such as split=test      (may be repeated, as the next two)
  --gallery COLUMN=V,W  pictures to search, such as split=train,val   (default for both: all pictures)
  --where COLUMN=VALUE  pictures that take part at all
  --exclude COLUMN      leave out results that share this column's value with the query
  --queries N           at most so many queries, chosen by chance     (default 3000)
  --seed N              of that choice                                (default 1)
  --model ID            a model of models/manifest.json
  --json FILE           write the rows as JSON
  --out DIR             write a Markdown report with charts there
  --name NAME           name of the report's files                    (default: made of the above)`;

const count = (least: number) => z.coerce.number().int().min(least);

const schema = z.object({
  data: z.string({ error: 'is missing: give a folder with a labels.csv, or demo' }).min(1),
  label: z.string().min(1).optional(),
  query: z.array(z.string()).default([]),
  gallery: z.array(z.string()).default([]),
  where: z.array(z.string()).default([]),
  exclude: z.string().min(1).optional(),
  queries: count(1).default(3000),
  seed: count(0).default(1),
  model: z.string().min(1).optional(),
  json: z.string().min(1).optional(),
  out: z.string().min(1).optional(),
  name: z
    .string()
    .regex(/^[\w.-]+$/, { error: 'may have letters, digits, points, hyphens' })
    .optional(),
});

/** Reads the command line. Throws a CallerError that names what is not understood; for an empty one, that lists the options. */
export function readArguments(args: readonly string[]): Arguments {
  if (args.length === 0) throw new CallerError('invalid-input', USAGE);
  const { model, query, gallery, where, queries, ...others } = parseInput(
    schema,
    parsed(args),
    'command line',
  );
  return {
    ...others,
    modelId: model ?? (process.env.MODEL_ID || DEFAULT_MODEL_ID),
    query: query.map((text) => parseCondition(text, 'query')),
    gallery: gallery.map((text) => parseCondition(text, 'gallery')),
    where: where.map((text) => parseCondition(text, 'where')),
    mostQueries: queries,
  };
}

function parsed(args: readonly string[]): unknown {
  const text = { type: 'string' } as const;
  const texts = { type: 'string', multiple: true } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        data: text,
        label: text,
        query: texts,
        gallery: texts,
        where: texts,
        exclude: text,
        queries: text,
        seed: text,
        model: text,
        json: text,
        out: text,
        name: text,
      },
    }).values;
  } catch (cause) {
    throw new CallerError('invalid-input', `${messageOf(cause)}\n\n${USAGE}`, { cause });
  }
}
