import type { PatternName } from '../draw/patterns';
import type { FontName } from '../draw/text-paths';
import type { FlavourName } from '../flavours';
import type { LayoutName } from '../layouts';
import type { SceneName } from '../scenes';
import type { ShapeName } from '../shapes';
import type { Words } from '../types';
import type { BrandName } from './brands';

/** How the colours of a label follow from brand and flavour. */
export type Scheme = 'solid' | 'pastel' | 'dark' | 'white' | 'brand' | 'kraft' | 'cream';

/** A flavour, or a flavour under another name: `['tuna', '살코기', 'Light']`. */
export type FlavourEntry = FlavourName | readonly [FlavourName, string, string];

/** One brand, one body, one label layout, several flavours. */
export interface Family {
  readonly id: string;
  readonly category: string;
  readonly brand: BrandName;
  readonly shape: ShapeName;
  readonly layout: LayoutName;
  readonly scheme: Scheme;
  readonly pattern: PatternName;
  readonly font: FontName;
  readonly noun: Words;
  readonly net: Words;
  /** Korean won of the plain flavour. */
  readonly price: number;
  readonly claim: string;
  readonly flavours: readonly FlavourEntry[];
  /** One or two sentences that are true of every flavour. */
  readonly story: Words;
  /** Cap, lid or sleeve colour; else the scheme's. */
  readonly cap?: string;
  /** What shows through clear walls; else the flavour's colour. */
  readonly contents?: string;
  /** Where the second and third picture may be taken. */
  readonly scenes: readonly SceneName[];
}

type Look = readonly [
  shape: ShapeName,
  layout: LayoutName,
  scheme: Scheme,
  pattern: PatternName,
  font: FontName,
];
type Goods = readonly [ko: string, en: string, netKo: string, netEn: string, price: number, claim: string];
type Extras = Partial<Pick<Family, 'cap' | 'contents' | 'scenes'>>;

/** Families of one category, in a form short enough to read as a table. */
export function familiesOf(category: string, scenes: readonly SceneName[]) {
  return (
    id: string,
    brand: BrandName,
    look: Look,
    goods: Goods,
    flavours: readonly FlavourEntry[],
    story: readonly [string, string],
    extras: Extras = {},
  ): Family => {
    const [shape, layout, scheme, pattern, font] = look;
    const [ko, en, netKo, netEn, price, claim] = goods;
    return {
      id,
      category,
      brand,
      shape,
      layout,
      scheme,
      pattern,
      font,
      noun: { ko, en },
      net: { ko: netKo, en: netEn },
      price,
      claim,
      flavours,
      story: { ko: story[0], en: story[1] },
      scenes,
      ...extras,
    };
  };
}
