import { parseArgs } from 'node:util';
import { z } from 'zod';
import { CallerError, messageOf, parseInput } from '@/lib/errors';
import { DEFAULT_MODEL_ID } from '@/lib/vision';

const USAGE = `npm run bench:recall -- --data DIR[,DIR…] [options]
  --sizes N[,N…]   products of the mixed catalogues   (default 10000,100000,1000000)
  --queries N      (default 300)
  --seed N         (default 1)
  --model ID       a model of models/manifest.json
  --json FILE      write the rows as JSON
  --out DIR        write a Markdown report with charts there`;

const list = (text: string) => text.split(',').filter((part) => part !== '');
const count = z.coerce.number().int().min(1);
const size = z.string().transform(Number).pipe(z.int().min(1));

const schema = z.object({
  data: z
    .string({ error: 'is missing: give one or more folders with a labels.csv, separated by commas' })
    .transform(list)
    .pipe(z.array(z.string()).min(1)),
  sizes: z.string().default('10000,100000,1000000').transform(list).pipe(z.array(size)),
  queries: count.default(300),
  seed: z.coerce.number().int().min(0).default(1),
  model: z
    .string()
    .min(1)
    .default(process.env.MODEL_ID || DEFAULT_MODEL_ID),
  json: z.string().min(1).optional(),
  out: z.string().min(1).optional(),
});

export type Arguments = z.infer<typeof schema>;

/** Reads the command line. Throws a CallerError that names what is not understood; for an empty one, that lists the options. */
export function readArguments(args: readonly string[]): Arguments {
  if (args.length === 0) throw new CallerError('invalid-input', USAGE);
  return parseInput<Arguments>(schema, parsed(args), 'command line');
}

function parsed(args: readonly string[]): unknown {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: { data: text, sizes: text, queries: text, seed: text, model: text, json: text, out: text },
    }).values;
  } catch (cause) {
    throw new CallerError('invalid-input', `${messageOf(cause)}\n\n${USAGE}`, { cause });
  }
}
