import fc from 'fast-check';
import { expect, it } from 'vitest';
import { merchantTags, otherMerchantsTags, tagsOf } from '@/lib/catalogue/picture-tags';

it('a picture is tagged with its category, price band, merchant, and whether it can be bought', () => {
  const row = { categoryId: 7, merchantId: 5, priceKrw: 2_500, inStock: true };
  const tags = ['category:7', 'price:2', ...merchantTags(5), 'inStock'];
  expect(tagsOf(row).toSorted()).toEqual(tags.toSorted());
  expect(tagsOf({ ...row, inStock: false })).not.toContain('inStock');
});

it('the tags of all other merchants are on every merchant but this one', () => {
  const merchant = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
  fc.assert(
    fc.property(merchant, merchant, (one, other) => {
      const has = new Set(merchantTags(other));
      expect(otherMerchantsTags(one).some((tag) => has.has(tag))).toBe(one !== other);
    }),
    {
      examples: [
        [1, 1],
        [2, 3],
        [3, 2],
        [1, 2],
        [2 ** 32 - 1, 2 ** 31],
      ],
      numRuns: 500,
    },
  );
});

it('however many merchants there are, there are 96 tags for them at most', () => {
  const tags = Array.from({ length: 5_000 }, (_, i) => merchantTags(i * 858_993));
  expect(new Set(tags.flat()).size).toBeLessThanOrEqual(96);
});
