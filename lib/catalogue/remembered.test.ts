import { expect, it, vi } from 'vitest';
import { Remembered } from '@/lib/catalogue/remembered';

const MINUTE = 60_001;

it('a value is computed once and then remembered', async () => {
  const remembered = new Remembered<number>(() => 0);
  const compute = vi.fn(async () => 1);
  expect([await remembered.get('a', compute), await remembered.get('a', compute)]).toEqual([1, 1]);
  expect(compute).toHaveBeenCalledOnce();
});

it('after a minute the old value is still given at once, and the new one afterwards', async () => {
  let now = 0;
  const remembered = new Remembered<number>(() => now);
  await remembered.get('a', async () => 1);
  now = MINUTE;
  const renew = vi.fn(async () => 2);
  expect(await remembered.get('a', renew)).toBe(1);
  await vi.waitFor(async () => expect(await remembered.get('a', renew)).toBe(2));
  expect(renew).toHaveBeenCalledOnce();
});

it('a failure is told to who asked, and the next one to ask computes again', async () => {
  const remembered = new Remembered<number>();
  await expect(remembered.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await remembered.get('a', async () => 3)).toBe(3);
});

it('a renewal that fails keeps the old value and is tried again', async () => {
  let now = 0;
  const remembered = new Remembered<number>(() => now);
  await remembered.get('a', async () => 1);
  now = MINUTE;
  expect(await remembered.get('a', () => Promise.reject(new Error('away')))).toBe(1);
  await vi.waitFor(async () => expect(await remembered.get('a', async () => 4)).toBe(4));
});

it('however many keys are asked for, only the latest few hundred are kept', async () => {
  const remembered = new Remembered<number>();
  for (let key = 0; key < 600; key++) await remembered.get(String(key), async () => key);
  expect(remembered.has('0')).toBe(false);
  expect(remembered.has('599')).toBe(true);
});
