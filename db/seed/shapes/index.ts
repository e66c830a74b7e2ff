import type { Shape } from './body';
import {
  glassBottle,
  glassJar,
  milkBottle,
  petBottle,
  pillBottle,
  sauceBottle,
  squeezeBottle,
} from './bottles';
import { can, canister, flatTin, slimCan, tin } from './cans';
import { box, cerealBox, flatBox, gableCarton, multipack, slimBox, tetraBrick } from './cartons';
import { bowlNoodle, cosmeticJar, cupNoodle, pint, tub, yoghurtCup } from './cups';
import { dropper, jug, pumpBottle, sprayBottle } from './dispensers';
import {
  barWrapper,
  iceBar,
  maskSachet,
  noodlePack,
  pillowBag,
  sachet,
  spoutPouch,
  squeezeTube,
  standPouch,
  tablet,
} from './films';

/** Every body a product can come in. */
export const SHAPES = {
  can,
  slimCan,
  tin,
  flatTin,
  canister,
  petBottle,
  glassBottle,
  milkBottle,
  sauceBottle,
  squeezeBottle,
  glassJar,
  pillBottle,
  cupNoodle,
  bowlNoodle,
  yoghurtCup,
  pint,
  tub,
  cosmeticJar,
  gableCarton,
  tetraBrick,
  box,
  slimBox,
  cerealBox,
  flatBox,
  multipack,
  pillowBag,
  noodlePack,
  standPouch,
  spoutPouch,
  barWrapper,
  iceBar,
  tablet,
  sachet,
  maskSachet,
  squeezeTube,
  pumpBottle,
  dropper,
  sprayBottle,
  jug,
} as const satisfies Record<string, Shape>;

export type ShapeName = keyof typeof SHAPES;
