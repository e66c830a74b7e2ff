import type { Flavour } from '../flavours';
import { darken, hsl, lighten, luminance, mix, readable, toHsl } from '../palette';
import type { Palette } from '../shapes/body';
import type { Brand } from './brands';
import type { Family, Scheme } from './family';

/** The colours of one product: the family's scheme applied to brand and flavour. */
export function colours(family: Family, brand: Brand, flavour: Flavour): Palette {
  const base = SCHEMES[family.scheme](brand.colour, flavour.main, flavour.second);
  const contents = family.contents ?? contentsOf(flavour.main);
  const palette = { ...base, contents: family.scheme === 'white' ? lighten(contents, 0.42) : contents };
  return family.cap ? { ...palette, cap: family.cap } : palette;
}

type Base = Omit<Palette, 'contents'>;
type Rule = (brand: string, main: string, second: string) => Base;

const CREAM = '#fbf5e6';
const GOLD = '#d6b069';

const SCHEMES: Record<Scheme, Rule> = {
  solid: (brand, main, second) => {
    const deep = deepOf(main);
    const ground = main;
    return {
      ground,
      second: mix(main, '#ffffff', 0.3),
      deep,
      pale: lighten(main, 0.9),
      accent: strong(second, main),
      ink: readable(ground, ['#ffffff', deep], 2.4),
      secondInk: deep,
      brand: readable(lighten(main, 0.9), [brand, deep]),
      cap: strong(second, main),
    };
  },
  pastel: (brand, main, second) => {
    const deep = deepOf(main);
    const ground = lighten(saturate(main), 0.52);
    return {
      ground,
      second: lighten(main, 0.72),
      deep,
      pale: '#fffdf8',
      accent: strong(main, '#ffffff'),
      ink: readable(ground, [deep, '#221510'], 3.4),
      secondInk: deep,
      brand: readable('#fffdf8', [brand, deep]),
      cap: lighten(second, 0.2),
    };
  },
  dark: (brand, main) => {
    const ground = mix(darken(brand, 0.35), '#141210', 0.3);
    return {
      ground,
      second: mix(ground, main, 0.55),
      deep: darken(ground, 0.4),
      pale: lighten(main, 0.84),
      accent: luminance(main) < 0.1 ? GOLD : mix(main, GOLD, 0.35),
      ink: '#f6ecd9',
      secondInk: '#ffffff',
      brand: brand,
      cap: GOLD,
    };
  },
  white: (_, main) => {
    const ink = mix(deepOf(main), '#33332f', 0.45);
    return {
      ground: '#fcfbf8',
      second: lighten(main, 0.7),
      deep: deepOf(main),
      pale: '#ffffff',
      accent: main,
      ink,
      secondInk: ink,
      brand: ink,
      cap: '#f4f1eb',
    };
  },
  brand: (brand, main) => {
    const deep = darken(brand, 0.45);
    return {
      ground: brand,
      second: mix(brand, main, 0.5),
      deep,
      pale: lighten(main, 0.88),
      accent: strong(main, brand),
      ink: '#fff8ea',
      secondInk: '#ffffff',
      brand,
      cap: strong(main, brand),
    };
  },
  kraft: (brand, main) => ({
    ground: '#cda67a',
    second: '#b98e5f',
    deep: '#3a2616',
    pale: '#f6ead4',
    accent: strong(main, '#cda67a'),
    ink: '#3a2616',
    secondInk: '#fff6e6',
    brand,
    cap: brand,
  }),
  cream: (brand, main) => ({
    ground: mix(CREAM, main, 0.1),
    second: mix(CREAM, main, 0.42),
    deep: deepOf(mix(main, brand, 0.25)),
    pale: CREAM,
    accent: readable(CREAM, [main, darken(main, 0.25), deepOf(main)], 2.6),
    ink: deepOf(mix(main, brand, 0.4)),
    secondInk: deepOf(main),
    brand,
    cap: brand,
  }),
};

/** The darkest tone of a hue that is still a colour. */
function deepOf(colour: string): string {
  const [h, s] = toHsl(colour);
  return hsl(h, Math.min(0.75, s * 0.9 + 0.08), 0.2);
}

function saturate(colour: string): string {
  const [h, s, l] = toHsl(colour);
  return hsl(h, Math.min(1, s * 1.15), l);
}

/** A colour for ribbons and caps that stands out from the ground. */
function strong(colour: string, ground: string): string {
  const [h, s, l] = toHsl(colour);
  const vivid = hsl(h, Math.max(s, 0.4), Math.min(0.5, Math.max(0.32, l)));
  return Math.abs(luminance(vivid) - luminance(ground)) < 0.08
    ? hsl((h + 338) % 360, Math.max(s, 0.5), 0.38)
    : vivid;
}

function contentsOf(main: string): string {
  const [h, s, l] = toHsl(main);
  return hsl(h, Math.min(0.9, s), Math.max(0.3, Math.min(0.62, l)));
}
