import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOrder } from './places';

it('open jobs stand at their own places, pictures on show fill the others in their order', () => {
  const jobs = [
    { name: 'c', position: 3 },
    { name: 'a', position: 0 },
  ];
  expect(inOrder(jobs, [7, 8]).map((one) => (typeof one === 'number' ? one : one.name))).toEqual([
    'a',
    7,
    8,
    'c',
  ]);
});

it('in whatever order jobs become pictures, everybody keeps the place that was chosen', () => {
  const choice = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(choice, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (chosen, random) => {
      const draw = () => random.next().value as number;
      let shown = chosen.filter(() => draw() < 0.4);
      let open = chosen.flatMap((id, position) => (shown.includes(id) ? [] : [{ id, position }]));
      while (open.length > 0) {
        const next = open[Math.floor(draw() * open.length * 0.999)]!;
        const order = inOrder(open, shown).map((one) => (typeof one === 'number' ? one : one.id));
        expect(order).toEqual(chosen);
        open = open.filter((job) => job !== next);
        shown = order.filter((id) => shown.includes(id) || id === next.id);
      }
      expect(shown).toEqual(chosen);
    }),
  );
});
