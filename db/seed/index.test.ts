import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { demoCatalogue, type DemoProduct } from '.';

const catalogue = demoCatalogue();
const { products, categories, merchants } = catalogue;
/** One product of each family: every body, layout and scheme is among them. */
const samples = [...new Map(products.map((product) => [product.family, product])).values()];
const drawings = products.flatMap((product) => product.pictures.map((picture) => picture.draw()));

describe('the demo catalogue', () => {
  it('is the same in every call, words and pictures', () => {
    const again = demoCatalogue().products;
    expect(again.map((product) => JSON.stringify(product))).toEqual(products.map((p) => JSON.stringify(p)));
    for (const { sku, pictures } of samples) {
      const twin = again.find((product) => product.sku === sku);
      expect(
        twin?.pictures.map((picture) => picture.draw()),
        sku,
      ).toEqual(pictures.map((picture) => picture.draw()));
    }
  });

  it('is large enough to look like a shop', () => {
    expect(products.length).toBeGreaterThanOrEqual(400);
    expect(categories.length).toBeGreaterThanOrEqual(14);
    expect(merchants.length).toBeGreaterThanOrEqual(10);
  });

  it('gives every family at least four flavours in one category', () => {
    for (const [family, members] of groups((product) => product.family)) {
      expect(members.length, family).toBeGreaterThanOrEqual(4);
      expect(new Set(members.map((product) => product.categorySlug)).size, family).toBe(1);
      expect(new Set(members.map((product) => product.flavour)).size, family).toBe(members.length);
    }
  });

  it('knows merchant and category of every product', () => {
    const slugs = (list: readonly { slug: string }[]) => new Set(list.map((item) => item.slug));
    expect(new Set(products.map((product) => product.categorySlug))).toEqual(slugs(categories));
    expect(new Set(products.map((product) => product.merchantSlug))).toEqual(slugs(merchants));
  });

  it('has unique stock numbers and unique titles in both languages', () => {
    const values: ((product: DemoProduct) => string)[] = [(p) => p.sku, (p) => p.title.ko, (p) => p.title.en];
    for (const value of values) expect(new Set(products.map(value)).size).toBe(products.length);
  });

  it('leaves no text empty and no placeholder unfilled', () => {
    const words = products.flatMap((p) => [
      p.title,
      p.description,
      ...p.reviews.map((review) => review.text),
    ]);
    for (const { ko, en } of words) {
      expect(ko).toMatch(/[가-힣]/);
      expect(en).toMatch(/^[A-Z0-9]/);
      expect(`${ko}${en}`).not.toMatch(/[{}]|undefined| {2}/);
    }
  });

  it('has something sold out in every category, but little', () => {
    for (const [category, members] of groups((product) => product.categorySlug)) {
      expect(members.filter((product) => product.stock === 0).length, category).toBeGreaterThan(0);
    }
    const share = products.filter((product) => product.stock === 0).length / products.length;
    expect(share).toBeLessThan(0.12);
  });

  it('asks believable prices and keeps reviews inside the life of the product', () => {
    for (const product of products) {
      expect(product.priceKrw % 100).toBe(0);
      expect(product.priceKrw).toBeGreaterThanOrEqual(900);
      expect(product.reviews.length).toBeLessThanOrEqual(12);
      for (const review of product.reviews) {
        expect(review.daysAgo).toBeLessThanOrEqual(product.createdDaysAgo);
        expect([1, 2, 3, 4, 5]).toContain(review.rating);
      }
    }
  });
});

describe('the drawings', () => {
  it('bring their letters as outlines: no text, no font, no link, below 200 kB', () => {
    for (const svg of drawings) {
      expect(svg).not.toMatch(/<text|font-family|NaN|undefined|href="[^#]/);
      expect(svg.length).toBeLessThan(200_000);
    }
  });

  it('are one to three per product, no two alike', () => {
    expect(new Set(drawings).size).toBe(drawings.length);
    for (const { pictures } of products) {
      expect(pictures.length).toBeGreaterThanOrEqual(1);
      expect(pictures.length).toBeLessThanOrEqual(3);
    }
  });

  it('render in sharp, with a product in the middle', async () => {
    for (const product of samples.filter((_, i) => i % 3 === 0)) {
      const svg = Buffer.from(product.pictures[0]?.draw() ?? '');
      const { data, info } = await sharp(svg).flatten().raw().toBuffer({ resolveWithObject: true });
      expect([info.width, info.height], product.sku).toEqual([1000, 1000]);
      const middle = await sharp(data, { raw: info })
        .extract({ left: 350, top: 400, width: 300, height: 300 })
        .stats();
      expect(Math.max(...middle.channels.map((channel) => channel.stdev)), product.sku).toBeGreaterThan(12);
    }
  });
});

function groups(key: (product: DemoProduct) => string): Map<string, DemoProduct[]> {
  const map = new Map<string, DemoProduct[]>();
  for (const product of products) map.set(key(product), [...(map.get(key(product)) ?? []), product]);
  return map;
}
