import { expect, it } from 'vitest';
import { stepOfKey } from './gallery-keys';

const NO_MODIFIER = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

it('goes on with the right arrow, back with the left one, and ignores all other keys', () => {
  const step = (key: string) => stepOfKey({ ...NO_MODIFIER, key });
  expect(['ArrowRight', 'ArrowLeft', 'ArrowUp', 'Tab', 'a'].map(step)).toEqual([1, -1, 0, 0, 0]);
});

it.each(['altKey', 'ctrlKey', 'metaKey', 'shiftKey'])('leaves arrows with %s to the browser', (modifier) => {
  for (const key of ['ArrowLeft', 'ArrowRight'])
    expect(stepOfKey({ ...NO_MODIFIER, [modifier]: true, key })).toBe(0);
});
