import { expect, it } from 'vitest';
import { shownName } from '@/lib/merchant/shown-name';

it.each([
  ['사과 1.jpg', 'C:\\사진\\사과 1.jpg'],
  ['사과.jpg', '/home/han/사과.jpg'.normalize('NFD')],
  ['gpj.exe', ' \u202egpj.exe\u0000 '],
  ['?', 'folder/'],
  ['😀'.repeat(255), '😀'.repeat(300)],
])('%j is shown of %j', (shown, fileName) => {
  expect(shownName(fileName)).toBe(shown);
});
