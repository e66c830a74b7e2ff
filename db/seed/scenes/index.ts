import { linen, paperTop, picnic, stoneTop } from './lying';
import type { Scene } from './stage';
import {
  bathroom,
  colourPaper,
  fridge,
  leafShadow,
  marble,
  night,
  plinth,
  studio,
  wallShelf,
  woodTable,
} from './standing';

export const SCENES = {
  studio,
  colourPaper,
  woodTable,
  marble,
  plinth,
  fridge,
  leafShadow,
  bathroom,
  night,
  wallShelf,
  picnic,
  paperTop,
  linen,
  stoneTop,
} as const satisfies Record<string, Scene>;

export type SceneName = keyof typeof SCENES;
