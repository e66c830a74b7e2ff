import { z } from 'zod';
import { CallerError, describeIssues } from '@/lib/errors';

/** Settings of the process, one function per group, read when asked for: a build needs none of them. */

export function databaseEnv() {
  return read(
    z.object({
      DATABASE_URL: z
        .string({
          error: 'is missing; set it to mysql://user:password@host:3306/dalma, or use `npm run demo`',
        })
        .refine((url) => /^(mysql|mariadb):\/\/[^/]*\/[^/?]+/.test(url), {
          error:
            'must look like mysql://user:password@host:3306/dalma (a socket: mysql://root@localhost/dalma?socketPath=/path)',
        }),
      DATABASE_POOL: z.coerce.number().int().min(1).max(500).default(10),
    }),
  );
}

export function redisEnv() {
  return read(z.object({ REDIS_URL: optionalText(z.string()) }));
}

export function modelEnv() {
  return read(
    z.object({
      MODEL_ID: z
        .string()
        .regex(/^[\w.-]{1,64}$/)
        .default('vgg16-dalma'),
    }),
  );
}

export function storageEnv() {
  return read(z.object({ STORAGE_DIR: z.string().min(1).default('.data/storage') }));
}

export function logEnv() {
  const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
  return read(z.object({ LOG_LEVEL: z.enum(levels).default('info') }));
}

export function serverEnv() {
  return read(
    z.object({
      PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
      SITE_URL: optionalText(z.url({ error: 'must be an address such as https://shop.example' })),
    }),
  );
}

/** `NAME=` in a file means "not set". */
function optionalText<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
}

function read<T>(schema: z.ZodType<T>): T {
  const result = schema.safeParse(process.env);
  if (result.success) return result.data;
  throw new CallerError('bad-configuration', `The environment is not right. ${describeIssues(result.error)}`);
}
