import { z } from 'zod';
import manifest from '@/models/manifest.json';
import { ModelError } from './errors';

const triple = z.tuple([z.number(), z.number(), z.number()]);
const deviations = z.tuple([z.number().positive(), z.number().positive(), z.number().positive()]);

const inputSchema = z.strictObject({
  name: z.string().min(1),
  layout: z.literal('NCHW'),
  /** Side of the square the whole picture is squashed to, pixels. */
  size: z.int().positive(),
  /** Order of the three planes. */
  channels: z.enum(['RGB', 'BGR']),
  /** A plane's value is `(byte × scale − mean) / std`; mean and std are in the order of the planes. */
  scale: z.number().positive(),
  mean: triple,
  std: deviations,
});

const modelSchema = z.strictObject({
  /** Stored with each signature: signatures of different models are never compared. */
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,62}$/),
  /** Path of the ONNX file, from the folder of the manifest. */
  file: z.string().regex(/^[\w-]+(\.[\w-]+)*(\/[\w-]+(\.[\w-]+)*)*\.onnx$/),
  bytes: z.int().positive(),
  /** Absent for a file converted on this machine: its checksum is then written beside it. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  licence: z.string().min(1),
  /** Weights as published, for a model that is fetched and converted. */
  source: z
    .strictObject({
      url: z.url(),
      bytes: z.int().positive(),
      md5: z.string().regex(/^[0-9a-f]{32}$/),
    })
    .optional(),
  input: inputSchema,
  output: z.strictObject({
    name: z.string().min(1),
    /** Filters, rows, columns of one picture's activation. */
    shape: z.tuple([z.literal(512), z.literal(7), z.literal(7)]),
  }),
});

const manifestSchema = z
  .strictObject({ models: z.array(modelSchema).min(1) })
  .refine(
    ({ models }) => new Set(models.map(({ id }) => id)).size === models.length,
    'two models have one id',
  )
  .refine(
    ({ models }) => models.every(({ sha256, source }) => sha256 !== undefined || source !== undefined),
    'a model without source needs a sha256',
  );

export type ModelInput = z.infer<typeof inputSchema>;
export type ModelEntry = z.infer<typeof modelSchema>;

/** Reads a manifest. Throws a ZodError that names the field which is not as it should be. */
export function parseManifest(value: unknown): readonly ModelEntry[] {
  return manifestSchema.parse(value).models;
}

/** The models of `models/manifest.json`. */
export const models = parseManifest(manifest);

/** The model used when `MODEL_ID` says nothing: the first of the manifest. */
export const DEFAULT_MODEL_ID = models[0]!.id;

/** The manifest's entry of that model. Throws `ModelError` `unknown-model`. */
export function modelEntry(id: string): ModelEntry {
  const entry = models.find((model) => model.id === id);
  if (entry) return entry;
  const known = models.map((model) => model.id).join(', ');
  throw new ModelError('unknown-model', `No model is called "${id}": set MODEL_ID to one of ${known}.`);
}

/** What to type when the file of this model is missing or damaged. */
export function repairCommand(entry: ModelEntry): string {
  return entry.source ? 'npm run model:fetch' : `git checkout -- models/${entry.file}`;
}
