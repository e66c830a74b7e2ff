import { expect, it } from 'vitest';
import { SearchMeter } from '@/lib/search-meter';
import { searchTotals } from './search-totals';
import { Pace } from './time-left';

const NOON = Date.UTC(2026, 0, 1, 12);

it('searches of several processes are added up, and quantiles taken over all of them', () => {
  const [one, two] = [processWith([10, 10, 10]), processWith([100])];
  const totals = searchTotals([one.figures(), two.figures()]);
  expect(totals).toMatchObject({ total: 4, lastMinute: 4, errorsLastMinute: 0 });
  expect(totals.p50).toBeCloseTo(10, 0);
  expect(totals.p95).toBeGreaterThan(99);
});

it('of one span of time the searches are added up, and the slowest process tells how long they took', () => {
  const [one, two] = [processWith([10, 10]), processWith([40])];
  one.pass();
  two.pass();
  const [span, ...more] = searchTotals([one.figures(), two.figures()]).spans;
  expect(more).toEqual([]);
  expect(span).toMatchObject({ at: NOON, searches: 3 });
  expect(Math.abs(span!.p50! - 40)).toBeLessThanOrEqual(0.4);
});

it('without a process there is nothing', () => {
  expect(searchTotals([])).toEqual({
    ...{ p50: null, p95: null, p99: null, total: 0, lastMinute: 0, errorsLastMinute: 0, spans: [] },
  });
});

it('the time left follows from how fast the last minute was: 10 of 100 in 5 s leave 45 s', () => {
  let now = 0;
  const pace = new Pace(() => now);
  const step = { id: 1, state: 'describing', totalPictures: 100, donePictures: 0, failedPictures: 0 };
  expect(pace.secondsLeft(step)).toBeNull();
  now = 5_000;
  expect(pace.secondsLeft({ ...step, donePictures: 9, failedPictures: 1 })).toBe(45);
  expect(pace.secondsLeft({ ...step, state: 'switching', donePictures: 50 })).toBeNull();
});

function processWith(times: readonly number[]) {
  let now = NOON;
  const meter = new SearchMeter(() => now);
  times.forEach((ms) => meter.answered(ms));
  return { figures: () => meter.figures(), pass: () => (now += 5_000) };
}
