import type { Defs } from '../draw/defs';
import type { Surface } from '../draw/surface';

/** Colours of one package, resolved for one flavour. */
export interface Palette {
  /** Main colour of the label. */
  readonly ground: string;
  /** Second field of the label. */
  readonly second: string;
  /** Darkest tone of the package. */
  readonly deep: string;
  /** Lightest tone of the package. */
  readonly pale: string;
  /** Loud colour: badges, caps, ribbons. */
  readonly accent: string;
  /** Letters on `ground`. */
  readonly ink: string;
  /** Letters on `second`. */
  readonly secondInk: string;
  readonly brand: string;
  readonly cap: string;
  /** Colour of what is inside, where it can be seen. */
  readonly contents: string;
}

/** What a body is asked to look like. */
export interface Look {
  readonly palette: Palette;
  /** Draws the label on the surface it is given. */
  readonly art: (surface: Surface) => string;
  /** 1: light from the left; -1: from the right. */
  readonly light: 1 | -1;
  /** How far the camera looks down on round bodies: height of a circle by its width. */
  readonly tilt: number;
  readonly defs: Defs;
}

/** A drawing that stands on y = 0 around x = 0 and reaches up to y = -height. */
export interface Body {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** Half width and half depth of what touches the ground. */
  readonly foot: { readonly x: number; readonly rx: number; readonly ry: number };
  /** Corners of the base where it is no ellipse. */
  readonly base?: readonly (readonly [number, number])[];
}

export type Shape = (look: Look) => Body;
