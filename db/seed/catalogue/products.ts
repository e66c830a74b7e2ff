import { FLAVOURS, type FlavourName } from '../flavours';
import { drawPicture } from '../picture';
import { random, type Random } from '../random';
import type { SceneName } from '../scenes';
import type { ShapeName } from '../shapes';
import type { DemoPicture, DemoProduct, Words } from '../types';
import { BRANDS } from './brands';
import { describe } from './descriptions';
import { CARE } from './families/care';
import { DRINKS } from './families/drinks';
import { MEALS } from './families/meals';
import { SWEETS } from './families/sweets';
import type { Family, FlavourEntry } from './family';
import { reviews } from './reviews';

export const FAMILIES: readonly Family[] = [...DRINKS, ...MEALS, ...SWEETS, ...CARE];

/** Every flavour of every family, in the order of the definitions. */
export function products(): DemoProduct[] {
  return FAMILIES.flatMap((family) => {
    const soldOut = soldOutOf(family);
    return family.flavours.map((entry, i) => product(family, entry, i, soldOut === i));
  });
}

function product(family: Family, entry: FlavourEntry, index: number, soldOut: boolean): DemoProduct {
  const { flavour, words } = flavourOf(entry);
  const brand = BRANDS[family.brand];
  const sku = `${family.id}-${index + 1}`.toUpperCase();
  const chance = random(sku);
  const title = titleOf(brand, words, family);
  const createdDaysAgo = chance.whole(1, 420);
  return {
    sku,
    categorySlug: family.category,
    merchantSlug: brand.merchant,
    family: family.id,
    flavour,
    title,
    description: describe(family, FLAVOURS[flavour], chance),
    priceKrw: priceOf(family.price, chance),
    stock: soldOut ? 0 : chance.whole(3, 180),
    createdDaysAgo,
    reviews: reviews(family, words, chance, createdDaysAgo),
    pictures: pictures(family, flavour, words, sku, chance),
  };
}

/** Which flavour of a family is sold out: in about two families of five, so every category has some. */
function soldOutOf(family: Family): number {
  const sameCategory = FAMILIES.filter((other) => other.category === family.category);
  const place = sameCategory.indexOf(family);
  const chance = random(`stock ${family.id}`);
  return place % 5 === 1 || place % 5 === 3 ? chance.whole(1, family.flavours.length - 1) : -1;
}

function flavourOf(entry: FlavourEntry): { flavour: FlavourName; words: Words } {
  if (typeof entry === 'string') return { flavour: entry, words: FLAVOURS[entry].name };
  const [flavour, ko, en] = entry;
  return { flavour, words: { ko, en } };
}

function titleOf(brand: Words, flavour: Words, { noun, net }: Family): Words {
  const join = (...parts: string[]) => parts.filter((part) => part !== '').join(' ');
  return {
    ko: join(brand.ko, flavour.ko, noun.ko, net.ko),
    en: join(nameCase(brand.en), flavour.en, noun.en, net.en),
  };
}

/** Word marks in capitals read badly in a title. */
function nameCase(name: string): string {
  const word = (text: string) =>
    text === text.toUpperCase() && text.length > 3 ? text.charAt(0) + text.slice(1).toLowerCase() : text;
  return name.split(' ').map(word).join(' ');
}

function priceOf(base: number, chance: Random): number {
  const step = base >= 10_000 ? 500 : 100;
  return base + chance.pick([0, 0, 0, 0, 1, 2, -1]) * step;
}

function pictures(
  family: Family,
  flavour: FlavourName,
  flavourWords: Words,
  sku: string,
  chance: Random,
): DemoPicture[] {
  const count = chance.pick([1, 1, 1, 1, 2, 2, 2, 2, 3]);
  const suited = family.scenes.filter((scene) => FLAT.has(family.shape) || !FROM_ABOVE.has(scene));
  const scenes = ['studio' as const, ...chance.shuffle(suited).slice(0, count - 1)];
  return scenes.map((scene, i) => ({
    draw: () => drawPicture({ family, flavour, flavourWords, seed: `${sku} ${i}`, scene, free: i > 0 }),
  }));
}

/** Bodies that look right when they lie on cloth, and the scenes seen from above. */
const FLAT: ReadonlySet<ShapeName> = new Set<ShapeName>([
  'pillowBag',
  'noodlePack',
  'standPouch',
  'spoutPouch',
  'barWrapper',
  'iceBar',
  'tablet',
  'sachet',
  'maskSachet',
  'squeezeTube',
]);
const FROM_ABOVE: ReadonlySet<SceneName> = new Set<SceneName>(['picnic', 'paperTop', 'linen', 'stoneTop']);
