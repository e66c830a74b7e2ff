import { BRANDS } from './catalogue/brands';
import { colours } from './catalogue/colours';
import type { Family } from './catalogue/family';
import { Defs } from './draw/defs';
import type { Surface } from './draw/surface';
import { FLAVOURS, type Flavour, type FlavourName } from './flavours';
import { LAYOUTS } from './layouts';
import type { Label } from './layouts/label';
import { random } from './random';
import { SCENES, type SceneName } from './scenes';
import { compose } from './scenes/compose';
import { SHAPES } from './shapes';
import type { Words } from './types';

export interface PictureOrder {
  readonly family: Family;
  readonly flavour: FlavourName;
  readonly flavourWords: Words;
  /** Names the picture: equal seeds give equal pictures. */
  readonly seed: string;
  readonly scene: SceneName;
  /** The first picture is calm and straight; the others may turn, crop and come in pairs. */
  readonly free: boolean;
}

/** SVG text of one picture, 1000 × 1000. */
export function drawPicture({
  family,
  flavour: name,
  flavourWords,
  seed,
  scene,
  free,
}: PictureOrder): string {
  const chance = random(seed);
  const defs = new Defs();
  const flavour: Flavour = FLAVOURS[name];
  const palette = colours(family, BRANDS[family.brand], flavour);
  const fruit = defs.symbol(flavour.draw(defs));
  const light = free && chance.chance(0.5) ? -1 : 1;
  const label: Label = {
    ...printedWords(family, flavourWords),
    pattern: family.pattern,
    palette,
    picture: fruit,
    defs,
  };
  const art = (surface: Surface) => LAYOUTS[family.layout](label, surface);
  const tilt = free ? chance.between(0.1, 0.2) : 0.13;
  const body = SHAPES[family.shape]({ palette, art, light, tilt, defs });
  const set = SCENES[scene]({ defs, chance, tint: flavour.main, second: flavour.second, light });
  const pair = free && chance.chance(0.22);
  return compose({
    set,
    body,
    defs,
    light,
    zoom: !free || pair ? 1 : chance.pick([0.86, 0.94, 1, 1.16]),
    turn: turnOf(free, set.lying === true, chance.between(-1, 1)),
    shift: free ? chance.between(-70, 70) : 0,
    pair,
    prop: free && !ABSTRACT.has(name) ? fruit : null,
    chance,
  });
}

/** Flavours that are no thing one could lay on a table. */
const ABSTRACT: ReadonlySet<FlavourName> = new Set<FlavourName>([
  'plain',
  'milk',
  'water',
  'serum',
  'oil',
  'ocean',
  'bubbles',
  'sun',
  'night',
  'noodles',
  'curry',
]);

function turnOf(free: boolean, lying: boolean, x: number): number {
  if (!free) return 0;
  return lying ? x * 16 + Math.sign(x) * 10 : 0;
}

function printedWords(
  family: Family,
  flavour: Words,
): Pick<Label, 'brand' | 'title' | 'titleFont' | 'latin' | 'claim' | 'net'> {
  const {
    ko,
    en,
    mark,
    font,
    latin = false,
  } = BRANDS[family.brand] as (typeof BRANDS)['dalsup'] & { latin?: boolean };
  const short = family.noun.ko.length < 2 && flavour.ko.length < 5 && !flavour.ko.includes(' ');
  const title = short
    ? [flavour.ko + family.noun.ko]
    : [flavour.ko, family.noun.ko].filter((line) => line !== '');
  return {
    brand: { ko, en, mark, font, latin },
    title,
    titleFont: family.font,
    latin: `${flavour.en} ${family.noun.en}`,
    claim: family.claim,
    net: family.net.ko,
  };
}
