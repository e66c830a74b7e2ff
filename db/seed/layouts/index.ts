import { awning, badge, band, blocks, giant, hero, retro, tiles } from './bold';
import { crest, farm, minimal, served, splash, split, vertical } from './calm';
import type { Layout } from './label';

/** Ways to arrange a label. A family keeps one. */
export const LAYOUTS = {
  hero,
  band,
  badge,
  giant,
  retro,
  tiles,
  blocks,
  awning,
  split,
  minimal,
  vertical,
  crest,
  farm,
  splash,
  served,
} as const satisfies Record<string, Layout>;

export type LayoutName = keyof typeof LAYOUTS;
