import { expect, it } from 'vitest';
import { chooseFiles } from './choose-files';

const LIMITS = { pictures: 3, bytes: 1_000 };
const file = (name: string, size = 500, type = 'image/jpeg') => ({ name, size, type });

it('refuses what is no picture, empty or too large, and takes the others', () => {
  const files = [
    file('a.jpg'),
    file('notes.pdf', 500, 'application/pdf'),
    file('empty.png', 0, 'image/png'),
    file('huge.webp', 1_001, 'image/webp'),
    file('photo.heic', 1_000, ''),
  ];
  const { accepted, refused } = chooseFiles(files, 0, LIMITS);
  expect(accepted.map(({ name }) => name)).toEqual(['a.jpg', 'photo.heic']);
  expect(refused.map((one) => [one.file.name, one.problem])).toEqual([
    ['notes.pdf', 'unsupported-format'],
    ['empty.png', 'empty'],
    ['huge.webp', 'too-many-bytes'],
  ]);
});

it('takes as many as there is room for, the refused not counted', () => {
  const files = [file('empty.jpg', 0), file('a.jpg'), file('b.jpg'), file('c.jpg')];
  const { accepted, refused } = chooseFiles(files, 1, LIMITS);
  expect(accepted.map(({ name }) => name)).toEqual(['a.jpg', 'b.jpg']);
  expect(refused.at(-1)).toEqual({ file: files[3], problem: 'too-many-pictures' });
});

it('leaves a file whose type the system does not know to the server', () => {
  expect(chooseFiles([file('x', 1, 'application/octet-stream')], 0, LIMITS).refused).toEqual([]);
});
