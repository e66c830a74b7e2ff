import { describe, expect, it } from 'vitest';
import type { PictureJob } from '@/lib/merchant/pictures/types';
import {
  gonePictures,
  knownWith,
  picturesAfter,
  toSave,
  toUpload,
  toWatch,
  unsentCount,
  type FormPicture,
  type PictureEvent,
} from './pictures';

const named = (...keys: readonly string[]): PictureEvent => ({
  type: 'added',
  pictures: keys.map((key) => ({ key, name: `${key}.jpg`, src: `blob:${key}`, file: null })),
});

function after(...events: readonly PictureEvent[]): readonly FormPicture[] {
  return events.reduce(picturesAfter, []);
}

const keysOf = (pictures: readonly FormPicture[]) => pictures.map(({ key }) => key);

const phases = (pictures: readonly FormPicture[]) => pictures.map(({ phase }) => phase);

const started = (key: string): PictureEvent => ({ type: 'started', key });
const uploaded = (key: string, job: number): PictureEvent => ({ type: 'uploaded', key, job });
const news = (id: number, state: 'working' | 'ready' | 'failed', errorCode: PictureJob['errorCode'] = null) =>
  ({
    type: 'news',
    jobs: [{ id, state, errorCode, src: `/media/${id}`, width: 1080 }],
  }) satisfies PictureEvent;

describe('the queue of uploads', () => {
  it('sends three at a time, in order', () => {
    const five = after(named('a', 'b', 'c', 'd', 'e'));
    expect(toUpload(five)).toEqual(['a', 'b', 'c']);
    const two = [started('a'), started('b')].reduce(picturesAfter, five);
    expect(toUpload(two)).toEqual(['c']);
    expect(toUpload(picturesAfter(two, started('c')))).toEqual([]);
  });

  it('goes on with the next when one has arrived, broke, or was taken away', () => {
    const busy = after(named('a', 'b', 'c', 'd'), started('a'), started('b'), started('c'));
    expect(toUpload(picturesAfter(busy, uploaded('a', 1)))).toEqual(['d']);
    expect(toUpload(picturesAfter(busy, { type: 'broke', key: 'b', problem: 'no-connection' }))).toEqual([
      'd',
    ]);
    expect(toUpload(picturesAfter(busy, { type: 'removed', key: 'c' }))).toEqual(['d']);
  });

  it('counts as unsent what has not wholly arrived', () => {
    expect(unsentCount(after(named('a', 'b', 'c'), started('a'), uploaded('b', 2)))).toBe(2);
  });

  it('keeps the share sent between nothing and everything', () => {
    const share = (sent: number) => after(named('a'), { type: 'sent', key: 'a', share: sent })[0]?.sent;
    expect([-1, 0.25, 7].map(share)).toEqual([0, 0.25, 1]);
  });
});

describe('what the server says', () => {
  it('is followed from reading to ready, and then no longer watched', () => {
    const sent = after(named('a'), started('a'), uploaded('a', 7));
    expect([phases(sent), toWatch(sent)]).toEqual([['reading'], [7]]);
    const working = picturesAfter(sent, news(7, 'working'));
    expect([phases(working), toWatch(working)]).toEqual([['reading'], [7]]);
    const ready = picturesAfter(working, news(7, 'ready'));
    expect([phases(ready), toWatch(ready)]).toEqual([['ready'], []]);
  });

  it('brings the address of the stored picture, for where the browser cannot show the file itself', () => {
    const own = after(named('a'), uploaded('a', 7), news(7, 'ready'));
    expect([own[0]?.src, own[0]?.stored]).toEqual(['blob:a', '/media/7#1080']);
    const failed = picturesAfter(own, { type: 'news', jobs: [{ ...news(7, 'failed').jobs[0]!, src: null }] });
    expect(failed[0]?.stored).toBe('/media/7#1080');
  });

  it('fails one picture and leaves the others alone', () => {
    const two = after(named('a', 'b'), uploaded('a', 1), uploaded('b', 2), news(1, 'failed', 'damaged'));
    expect(two.map(({ phase, problem }) => [phase, problem])).toEqual([
      ['failed', 'damaged'],
      ['reading', null],
    ]);
  });

  it('about a job the form no longer has changes nothing', () => {
    const one = after(named('a'), uploaded('a', 1));
    expect(picturesAfter(one, news(99, 'failed', 'damaged'))).toEqual(one);
  });

  it('that a job is gone sends the file again if the page still has it, and asks for it again if not', () => {
    const two = after(named('a', 'b', 'c'), uploaded('a', 1), uploaded('b', 2), uploaded('c', 3));
    const kept = two.map((one) => (one.key === 'a' ? { ...one, file: new Blob(['a']) } : one));
    const left = picturesAfter(kept, { type: 'gone', jobs: [1, 2] });
    expect(left.map(({ key, phase, problem }) => [key, phase, problem])).toEqual([
      ['a', 'queued', null],
      ['b', 'failed', 'gone'],
      ['c', 'reading', null],
    ]);
    expect([toUpload(left), keysOf(gonePictures(left)), toSave(left)]).toEqual([['a'], ['b'], [{ job: 3 }]]);
  });

  it('and one chosen again under its name takes its place, others come last', () => {
    const gone = picturesAfter(after(named('a', 'b'), uploaded('a', 1)), { type: 'gone', jobs: [1] });
    const chosen = { key: 'new', name: 'a.jpg', src: 'blob:new', file: new Blob(['a']) };
    const again = picturesAfter(gone, {
      type: 'added',
      pictures: [{ ...chosen, key: 'other', name: 'x.jpg' }, chosen, { ...chosen, key: 'twin' }],
    });
    expect(keysOf(again)).toEqual(['new', 'b', 'other', 'twin']);
    expect(gonePictures(again)).toEqual([]);
  });
});

describe('trying again', () => {
  it('sends a file again that did not arrive', () => {
    const broken = after(named('a'), started('a'), { type: 'broke', key: 'a', problem: 'no-connection' });
    const again = picturesAfter(broken, { type: 'retried', key: 'a' });
    expect(again[0]).toMatchObject({ phase: 'queued', sent: 0, problem: null });
    expect(toUpload(again)).toEqual(['a']);
  });

  it('has a picture read again that arrived and failed', () => {
    const failed = after(named('a'), uploaded('a', 3), news(3, 'failed', 'worker-lost'));
    const again = picturesAfter(failed, { type: 'retried', key: 'a' });
    expect([phases(again), toWatch(again), toUpload(again)]).toEqual([['reading'], [3], []]);
  });
});

describe('the order', () => {
  const three = after(named('a', 'b', 'c'));
  it.each([
    ['a', 2, 'bca'],
    ['c', 0, 'cab'],
    ['b', 1, 'abc'],
    ['a', 99, 'bca'],
    ['c', -1, 'cab'],
    ['unknown', 0, 'abc'],
  ])('with %s moved to place %i is %s', (key, to, order) => {
    expect(keysOf(picturesAfter(three, { type: 'moved', key, to })).join('')).toBe(order);
  });

  it('stays while pictures arrive in another one', () => {
    const events: PictureEvent[] = [uploaded('c', 1), uploaded('a', 2), news(1, 'ready')];
    const done = events.reduce(picturesAfter, three);
    expect(keysOf(done).join('')).toBe('abc');
    expect(toSave(done)).toEqual([{ job: 2 }, { job: 1 }]);
  });
});

it('remembers every picture the server has had of it, those taken away and those cleared away among them', () => {
  const two = after(named('a', 'b'), uploaded('a', 1), uploaded('b', 2));
  const known = knownWith([{ image: 41 }], two);
  expect(known).toEqual([{ image: 41 }, { job: 1 }, { job: 2 }]);
  const left = picturesAfter(two, { type: 'removed', key: 'a' });
  expect(knownWith(known, left)).toBe(known);
  expect(knownWith(known, picturesAfter(left, { type: 'gone', jobs: [2] }))).toBe(known);
});

it('saves what the server has, in order, also what failed there and may be tried again: not what never arrived', () => {
  const mixed = after(named('a', 'b', 'c'), uploaded('a', 1), uploaded('b', 2), news(1, 'failed', 'damaged'));
  const own: FormPicture = { ...mixed[0]!, key: 'own', phase: 'ready', job: null, image: 41 };
  const broken = picturesAfter([own, ...mixed], { type: 'broke', key: 'c', problem: 'no-connection' });
  expect(toSave(broken)).toEqual([{ image: 41 }, { job: 1 }, { job: 2 }]);
});
