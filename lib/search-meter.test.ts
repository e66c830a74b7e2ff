import { expect, it } from 'vitest';
import { quantilesOfAll, SearchMeter } from './search-meter';

const NOON = Date.UTC(2026, 0, 1, 12);

it('without a search there are zeros and no quantiles', () => {
  const { figures } = meterAt();
  expect(figures()).toMatchObject({
    searches: 0,
    errors: 0,
    lastMinute: { searches: 0, errors: 0, p50: null, p95: null, p99: null },
    spans: [],
  });
});

it('the quantiles of 1, 2, … 100 ms are 50, 95 and 99 ms, to two digits', () => {
  const { meter, figures } = meterAt();
  for (let ms = 100; ms >= 1; ms--) meter.answered(ms);
  const { p50, p95, p99 } = figures().lastMinute;
  expectNear(p50, 50);
  expectNear(p95, 95);
  expectNear(p99, 99);
});

it('the last minute forgets what is older; what was ever counted stays', () => {
  const { meter, figures, passSeconds } = meterAt();
  meter.answered(500);
  meter.failed();
  passSeconds(59);
  meter.answered(5);
  expect(figures().lastMinute).toMatchObject({ searches: 2, errors: 1 });
  passSeconds(1);
  const { searches, errors, lastMinute } = figures();
  expect({ searches, errors }).toEqual({ searches: 2, errors: 1 });
  expect(lastMinute).toMatchObject({ searches: 1, errors: 0 });
  expectNear(lastMinute.p99, 5);
});

it('spans of five seconds come when they are over, with their own figures, for five minutes', () => {
  const { meter, figures, passSeconds } = meterAt();
  meter.answered(10);
  meter.answered(20);
  expect(figures().spans).toEqual([]);
  passSeconds(5);
  meter.failed();
  passSeconds(5);
  const [first, second] = figures().spans;
  expect(first).toMatchObject({ at: NOON, searches: 2, errors: 0 });
  expect(second).toMatchObject({ at: NOON + 5_000, searches: 0, errors: 1, p50: null });
  passSeconds(301);
  expect(figures().spans.some(({ at }) => at === NOON)).toBe(false);
});

it('quantiles of several processes are those of all their searches, not a mean of quantiles', () => {
  const [quick, slow] = [meterAt(), meterAt()];
  for (let i = 0; i < 99; i++) quick.meter.answered(1);
  slow.meter.answered(1_000);
  const both = quantilesOfAll([quick.figures().lastMinute.times, slow.figures().lastMinute.times]);
  expectNear(both.p95, 1);
  expectNear(both.p50, 1);
  slow.meter.answered(1_000);
  const after = quantilesOfAll([quick.figures().lastMinute.times, slow.figures().lastMinute.times]);
  expectNear(after.p99, 1_000);
});

it('times that no clock should give are counted and break nothing', () => {
  const { meter, figures } = meterAt();
  for (const ms of [0, -1, 1e9]) meter.answered(ms);
  expect(figures().lastMinute.searches).toBe(3);
});

function meterAt() {
  let now = NOON;
  const meter = new SearchMeter(() => now);
  const passSeconds = (seconds: number) => (now += seconds * 1_000);
  return { meter, passSeconds, figures: () => meter.figures() };
}

/** Two significant digits: within one per cent. */
function expectNear(found: number | null, expected: number): void {
  expect(found).not.toBeNull();
  expect(Math.abs(found! - expected)).toBeLessThanOrEqual(expected * 0.01);
}
