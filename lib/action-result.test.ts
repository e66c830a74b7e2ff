import { redirect } from 'next/navigation';
import { beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { actionResult } from '@/lib/action-result';
import { AccessError, CallerError, NotReadyError, parseInput, TooManyRequests } from '@/lib/errors';
import { errorResponse } from '@/lib/http-error';

const logged = vi.hoisted(() => vi.fn());
vi.mock('@/lib/log', () => ({ log: () => ({ error: logged }) }));
beforeEach(() => logged.mockClear());

const failing = (error: unknown) => () => Promise.reject(error);

it('what went well is answered with its data', async () => {
  expect(await actionResult(async () => ({ id: 3 }))).toEqual({ ok: true, id: 3 });
});

it.each([
  [new CallerError('not-found', 'No such product.'), 'not-found', 404],
  [new CallerError('already-exists', 'Taken.'), 'already-exists', 409],
  [new AccessError('not-signed-in', 'Sign in.'), 'not-signed-in', 401],
  [new AccessError('not-allowed', 'No.'), 'not-allowed', 403],
  [new NotReadyError('Later.'), 'not-ready', 503],
] as const)('%s is told to whoever asked, by actions and routes alike', async (error, code, status) => {
  const told = { code, message: error.message };
  expect(await actionResult(failing(error))).toEqual({ ok: false, error: told });
  const response = errorResponse(error);
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({ error: told });
  expect(logged).not.toHaveBeenCalled();
});

it('wrong fields are named, each with what was expected', async () => {
  const shape = z.object({ title: z.object({ ko: z.string().min(1, { error: 'is missing' }) }) });
  const result = await actionResult(async () => parseInput(shape, { title: { ko: '' } }, 'product'));
  expect(result).toMatchObject({ error: { code: 'invalid-input', fields: { 'title.ko': 'is missing' } } });
});

it('a limit says when to come back', async () => {
  const response = errorResponse(new TooManyRequests(90));
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '90']);
  const result = await actionResult(failing(new TooManyRequests(90)));
  expect(result).toMatchObject({ error: { code: 'too-many-requests', retryAfterSeconds: 90 } });
});

it.each([
  new Error('Table dalma.user is gone'),
  new CallerError('bad-configuration', 'DATABASE_URL: mysql://root:secret@db'),
  'thrown text',
])('a fault of ours is logged, and told by its number only', async (error) => {
  const result = await actionResult(failing(error));
  const { reference } = (result as { error: { reference: string } }).error;
  expect(JSON.stringify(result)).not.toMatch(/dalma\.user|secret|thrown/);
  expect(logged).toHaveBeenCalledWith(expect.objectContaining({ reference }), expect.any(String));
  expect(errorResponse(error).status).toBe(500);
});

it('a redirect passes through', async () => {
  await expect(actionResult(async () => redirect('/elsewhere'))).rejects.toThrow('NEXT_REDIRECT');
});
