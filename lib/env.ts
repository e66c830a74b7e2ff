import { z } from 'zod';
import { CallerError, describeIssues } from '@/lib/errors';
import { parseRedisUrl, REDIS_ADDRESS_FORM } from '@/lib/redis-address';

/**
 * Settings of the process, one function per group, read when asked for: a build needs none of them. `NAME=` means
 * "not set". Each throws a CallerError that names the setting and what was expected.
 */

/**
 * Reads every setting that has a default, so that a wrong one stops a start with its own sentence instead of failing
 * later, somewhere else. The database is not among them: it may come later, and is waited for.
 */
export function checkSettings(): void {
  for (const settings of [
    logEnv,
    redisEnv,
    modelEnv,
    storageEnv,
    uploadEnv,
    importEnv,
    workerEnv,
    indexEnv,
    searchEnv,
    serverEnv,
    demoEnv,
  ])
    settings();
}

export function databaseEnv() {
  return read(
    z.object({
      DATABASE_URL: z
        .string({
          error: 'is missing; set it to mysql://user:password@host:3306/dalma, or use `npm run demo`',
        })
        .refine((url) => /^(mysql|mariadb):\/\/[^/]*\/[^/?]+/.test(url) && URL.canParse(url), {
          error:
            'must look like mysql://user:password@host:3306/dalma (a socket: mysql://root@localhost/dalma?socketPath=/path)',
        }),
      DATABASE_POOL: z.coerce.number().int().min(1).max(500).default(10),
    }),
  );
}

export function redisEnv() {
  return read(
    z.object({ REDIS_URL: z.string().refine(isRedisUrl, { error: REDIS_ADDRESS_FORM }).optional() }),
  );
}

/**
 * Without `MODEL_ID` the model is the manifest's first, as long as no other one was changed over to. `MODELS_DIR`: where an
 * operator's own networks are.
 */
export function modelEnv() {
  const error = 'must be the id of a model of models/manifest.json, such as vgg16-imagenet';
  return read(
    z.object({
      MODEL_ID: z
        .string()
        .regex(/^[\w.-]{1,64}$/, { error })
        .optional(),
      MODELS_DIR: z.string().optional(),
    }),
  );
}

export function storageEnv() {
  return read(z.object({ STORAGE_DIR: z.string().default('.data/storage') }));
}

/**
 * What merchants may upload; more bytes than lib/vision decodes are of no use. `UPLOAD_UNSAVED_…`: how much of it may lie
 * there for each merchant before it is a product's.
 */
export function uploadEnv() {
  return read(
    z.object({
      UPLOAD_PICTURES: z.coerce.number().int().min(1).max(50).default(10),
      UPLOAD_MB: z.coerce.number().int().min(1).max(32).default(20),
      UPLOAD_UNSAVED_PICTURES: z.coerce.number().int().min(1).max(100_000).default(500),
      UPLOAD_UNSAVED_MB: z.coerce.number().int().min(1).max(1_000_000).default(2_048),
    }),
  );
}

/** What may be imported at once: `IMPORT_MB` megabytes of CSV, or of ZIP with pictures. */
export function importEnv() {
  return read(z.object({ IMPORT_MB: z.coerce.number().int().min(1).max(100_000).default(1024) }));
}

/** Whether the web process works the queue of uploaded pictures itself; `npm run worker` does in any case. */
export function workerEnv() {
  return read(z.object({ WORKER: z.enum(['on', 'off']).default('on') }));
}

/** Where a process keeps files derived from the database. They may be deleted while it does not run. */
export function indexEnv() {
  return read(z.object({ INDEX_DIR: z.string().default('.data/index') }));
}

/** How similar products are found; lib/catalogue/search-settings.ts says what the choices mean. */
export function searchEnv() {
  return read(
    z.object({
      NARROWING: z.enum(['overlap', 'and', 'published']).default('overlap'),
      RERANKER: z.enum(['both', 'intensities', 'features']).default('both'),
      FEATURE_SOURCE: z.enum(['file', 'mysql']).default('file'),
    }),
  );
}

export function logEnv() {
  const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
  return read(z.object({ LOG_LEVEL: z.enum(levels).default('info') }));
}

export function serverEnv() {
  return read(
    z.object({
      PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
      SITE_URL: z
        .url({ protocol: /^https?$/, error: 'must be an address such as https://shop.example' })
        .optional(),
    }),
  );
}

/** What signs the cookies of those who are signed in: whoever knows it can forge them. Changing it signs everybody out. */
export function authEnv() {
  const error =
    'is missing or too short; set it to 32 random characters or more, such as `openssl rand -base64 32` prints, or use `npm run demo`';
  return read(z.object({ BETTER_AUTH_SECRET: z.string({ error }).min(32, { error }) }));
}

/** `DEMO=1`: the demo accounts exist, and the sign-in page shows their passwords, which are in `DEMO_SECRETS`. */
export function demoEnv() {
  return read(
    z.object({
      DEMO: z.enum(['0', '1']).default('0'),
      DEMO_SECRETS: z.string().default('.data/secrets.json'),
    }),
  );
}

function isRedisUrl(url: string): boolean {
  try {
    return Boolean(parseRedisUrl(url));
  } catch {
    return false;
  }
}

function read<T>(schema: z.ZodType<T>): T {
  const set = Object.entries(process.env).filter(([, value]) => value !== '');
  const result = schema.safeParse(Object.fromEntries(set));
  if (result.success) return result.data;
  throw new CallerError('bad-configuration', `The environment is not right. ${describeIssues(result.error)}`);
}
