import { expect, it } from 'vitest';
import { FIELDS, type ProductFields } from '@/lib/merchant/register/types';
import { draftOf, forgetDraft, keepDraft, parseDraft, picturesOf, readDraft } from './draft';
import { gonePictures, picturesAfter, toSave, toUpload, toWatch, type FormPicture } from './pictures';

const NOW = Date.UTC(2026, 10, 25);
const fields: ProductFields = {
  ...(Object.fromEntries(FIELDS.map((name) => [name, ''])) as ProductFields),
  titleKo: '딸기 우유',
  priceKrw: '12,9',
};

function picture(change: Partial<FormPicture>): FormPicture {
  const fresh = { key: 'k', name: 'a.jpg', src: 'blob:x', stored: null, file: null, sent: 1, problem: null };
  return { ...fresh, phase: 'ready', job: null, image: null, ...change };
}

const PICTURES = [
  picture({ key: 'old', image: 5, src: null, stored: '/media/5' }),
  picture({ key: 'read', job: 8 }),
  picture({ key: 'under way', phase: 'uploading', sent: 0.4 }),
];

const KNOWN = [{ image: 5 }, { image: 6 }, { job: 8 }];

function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
  } as Storage;
}

it('brings back what was typed, half a price too, and the pictures the server has, in order', () => {
  const storage = memory();
  keepDraft(() => storage, 'key', draftOf(fields, PICTURES, KNOWN, NOW));
  const draft = parseDraft(
    readDraft(() => storage, 'key'),
    NOW + 1_000,
  );
  expect(draft?.fields).toEqual(fields);
  expect(draft?.known).toEqual(KNOWN);
  const pictures = picturesOf(draft!);
  expect(toSave(pictures)).toEqual([{ image: 5 }, { job: 8 }]);
  expect(toWatch(pictures)).toEqual([8]);
  expect(toUpload(pictures)).toEqual([]);
});

it('counts the files it could not keep, and keeps the address of what is stored alone', () => {
  const draft = draftOf(fields, PICTURES, KNOWN, NOW);
  expect(draft.unsent).toBe(1);
  expect(JSON.stringify(draft)).not.toContain('blob:');
  expect(draft.pictures.map(({ stored }) => stored)).toEqual(['/media/5', null]);
});

it('says after a day which of its pictures have to be chosen again, and does so until they are', () => {
  const draft = draftOf(fields, PICTURES, KNOWN, NOW);
  const restored = picturesAfter(picturesOf(draft), { type: 'gone', jobs: [8] });
  expect(gonePictures(restored).map(({ name }) => name)).toEqual(['a.jpg']);
  expect(toSave(restored)).toEqual([{ image: 5 }]);
  expect(draftOf(fields, restored, KNOWN, NOW).unsent).toBe(1);
});

it.each([
  ['nothing', null],
  ['no JSON', '{'],
  ['another program’s', '{"version":2}'],
  ['a damaged one', JSON.stringify({ ...draftOf(fields, [], [], NOW), fields: {} })],
  ['a week-old one', JSON.stringify(draftOf(fields, [], [], NOW - 8 * 24 * 60 * 60_000))],
])('takes %s for no draft', (_what, text) => {
  expect(parseDraft(text, NOW)).toBeNull();
});

it('is gone once forgotten', () => {
  const storage = memory();
  keepDraft(() => storage, 'key', draftOf(fields, [], [], NOW));
  forgetDraft(() => storage, 'key');
  expect(readDraft(() => storage, 'key')).toBeNull();
});

it('does without where the browser keeps nothing', () => {
  const forbidden = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  const full = { ...memory(), setItem: forbidden };
  expect(keepDraft(forbidden, 'key', draftOf(fields, [], [], NOW))).toBe(false);
  expect(keepDraft(() => full, 'key', draftOf(fields, [], [], NOW))).toBe(false);
  expect(readDraft(forbidden, 'key')).toBeNull();
  expect(() => forgetDraft(forbidden, 'key')).not.toThrow();
});
