import { expect, it } from 'vitest';
import { BrowserFailure, failureOf, outcomeOf, valueOf } from './failure';

it.each([
  'WebAssembly.Memory(): could not allocate memory',
  'std::bad_alloc',
  'Array buffer allocation failed',
  'Aborted(OOM): out of memory',
])('"%s" is a want of memory, whoever says so', (message) => {
  expect(failureOf(new RangeError(message), 'model-unreadable').code).toBe('no-memory');
});

it('anything else is what the caller takes it for', () => {
  expect(failureOf(new Error('protobuf parsing failed'), 'model-unreadable').code).toBe('model-unreadable');
});

it('a failure keeps its code on its way out of the worker', async () => {
  const outcome = await outcomeOf(() => Promise.reject(new BrowserFailure('no-activation', 'nothing')));
  expect(() => valueOf(structuredClone(outcome))).toThrow(
    expect.objectContaining({ code: 'no-activation', message: 'nothing' }),
  );
});
