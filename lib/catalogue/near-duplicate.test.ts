import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoCatalogue } from '@/db/seed';
import { NEAR_DUPLICATE } from '@/lib/catalogue/near-duplicate';
import { rankByBoth, rankByIntensities } from '@/lib/engine';
import { loadExtractor, rasterise, type Extractor, type Signature } from '@/lib/vision';

const FAMILIES = 10;
const SIDE = 1000;

interface Family {
  readonly picture: Buffer;
  readonly own: Signature;
  readonly siblings: readonly Signature[];
}

let extractor: Extractor;
let families: Family[];

beforeAll(async () => {
  extractor = await loadExtractor();
  const { products } = demoCatalogue();
  const names = new Set(products.flatMap(({ family }) => family ?? []));
  const several = [...names]
    .map((name) => products.filter(({ family }) => family === name))
    .filter(({ length }) => length > 2);
  const step = Math.floor(several.length / FAMILIES);
  families = await Promise.all(
    Array.from({ length: FAMILIES }, async (_, i) => {
      const drawn = several[i * step]!.slice(0, 3).map(({ pictures }) =>
        rasterise(pictures[0]!.draw(), SIDE, SIDE, 90),
      );
      const pictures = await Promise.all(drawn);
      const [own, ...siblings] = await extractor.extract(pictures);
      return { picture: pictures[0]!, own: own!, siblings };
    }),
  );
}, 300_000);

describe('the same picture', () => {
  it.each([
    ['saved again with less quality', (picture: Buffer) => sharp(picture).jpeg({ quality: 60 })],
    [
      'made smaller, in another format',
      (picture: Buffer) => sharp(picture).resize(640).webp({ quality: 80 }),
    ],
  ])(
    '%s is found to be the same, in every family looked at',
    async (_, change) => expect(Math.min(...(await changed(change)))).toBeGreaterThanOrEqual(NEAR_DUPLICATE),
    300_000,
  );

  it('with a narrow edge cut off is found in most of them', async () => {
    const found = (await changed(trimmed)).filter((one) => one >= NEAR_DUPLICATE);
    expect(found.length).toBeGreaterThan(FAMILIES / 2);
  }, 300_000);
});

it('other flavours of the same family are other pictures', () => {
  const similarities = families.flatMap(({ own, siblings }) => siblings.map((one) => similarity(own, one)));
  expect(similarities).toHaveLength(2 * FAMILIES);
  expect(Math.max(...similarities)).toBeLessThan(NEAR_DUPLICATE);
});

async function changed(change: (picture: Buffer) => Sharp): Promise<number[]> {
  const pictures = await Promise.all(families.map(({ picture }) => change(picture).toBuffer()));
  const signatures = await extractor.extract(pictures);
  return signatures.map((one, i) => similarity(families[i]!.own, one));
}

/** Half a percent less at each side. */
function trimmed(picture: Buffer): Sharp {
  const by = 5;
  const side = SIDE - 2 * by;
  return sharp(picture).extract({ left: by, top: by, width: side, height: side }).jpeg({ quality: 85 });
}

/** As the search compares them. */
function similarity(a: Signature, b: Signature): number {
  const [match] = rankByIntensities(
    a.intensityBytes,
    [{ id: 1, owner: 1, intensityBytes: b.intensityBytes }],
    1,
  );
  const both = { id: 1, owner: 1, cosine: match!.similarity, featureBits: b.featureBits };
  return rankByBoth(a.featureBits, [both], 1)[0]!.similarity;
}
