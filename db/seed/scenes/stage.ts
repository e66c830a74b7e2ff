import type { Defs } from '../draw/defs';
import type { Random } from '../random';

/** What a scene may use. Canvas: 1000 × 1000. */
export interface Stage {
  readonly defs: Defs;
  readonly chance: Random;
  /** Colour of the flavour, and a companion. */
  readonly tint: string;
  readonly second: string;
  readonly light: 1 | -1;
}

export interface Set {
  readonly back: string;
  /** Drawn over the product: a shelf edge, a veil of light. */
  readonly front?: string;
  /** Where a product stands; for `lying` the middle of the picture. */
  readonly floor: number;
  /** Small things stand further back, so higher up, but not above this. */
  readonly highest: number;
  readonly lying?: boolean;
  readonly shadow: 'soft' | 'long' | 'mirror';
  readonly shade: string;
  /** Largest drawing of the product. */
  readonly room: { readonly w: number; readonly h: number };
  /** May there be fruit around the product? */
  readonly props: boolean;
}

export type Scene = (stage: Stage) => Set;

export const canvas = (fill: string): string => `<rect width="1000" height="1000" fill="${fill}"/>`;
