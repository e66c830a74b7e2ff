import { expect, it } from 'vitest';
import { groupDigits } from './grouped-digits';

/** The caret as a bar in the text. */
function typing(shown: string): string {
  const caret = shown.indexOf('|');
  const grouped = groupDigits(shown.replace('|', ''), caret);
  return `${grouped.text.slice(0, grouped.caret)}|${grouped.text.slice(grouped.caret)}`;
}

it.each([
  ['1|', '1|'],
  ['1234|', '1,234|'],
  ['1,2345|', '12,345|'],
  ['12|3456', '12|3,456'],
  ['1,|234567', '1|,234,567'],
  ['9|1,234', '9|1,234'],
  ['|', '|'],
])('shows %s as %s', (typed, shown) => {
  expect(typing(typed)).toBe(shown);
});

it.each(['12.5|', '-3|', 'ten|', '1234원|'])('leaves %s as it was typed', (typed) => {
  expect(typing(typed)).toBe(typed);
});
