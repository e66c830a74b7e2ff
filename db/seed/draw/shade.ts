import { darken } from '../palette';
import type { Defs, Stop } from './defs';

export type Material = 'paper' | 'plastic' | 'metal' | 'foil' | 'glass' | 'frost';

/**
 * Light and shadow over a round body, from its left edge to its right edge.
 * `tint` colours the shadow: a grey shadow makes colours look dirty.
 */
export function roundShade(
  defs: Defs,
  material: Material,
  half: number,
  tint: string,
  light: 1 | -1,
): string {
  const dark = darken(tint, 0.72);
  const stops = ROUND[material].map(([at, alpha]): Stop => [
    at,
    alpha < 0 ? dark : '#ffffff',
    Math.abs(alpha),
  ]);
  return defs.linear(stops, { from: [-half * light, 0], to: [half * light, 0], user: true });
}

/** Darker towards the ground, lighter towards the sky. */
export function uprightShade(defs: Defs, tint: string): string {
  const dark = darken(tint, 0.75);
  return defs.linear(
    [
      [0, '#ffffff', 0.1],
      [0.35, '#ffffff', 0],
      [0.72, dark, 0],
      [1, dark, 0.2],
    ],
    { from: [0, 0], to: [0, 1] },
  );
}

/** Offset, then white alpha when positive, shadow alpha when negative. */
const ROUND: Record<Material, readonly (readonly [number, number])[]> = {
  paper: [
    [0, -0.42],
    [0.07, -0.22],
    [0.2, -0.02],
    [0.3, 0.2],
    [0.42, 0.06],
    [0.55, -0.01],
    [0.75, -0.14],
    [0.92, -0.36],
    [1, -0.5],
  ],
  plastic: [
    [0, -0.42],
    [0.05, -0.26],
    [0.12, -0.04],
    [0.16, 0.12],
    [0.19, 0.5],
    [0.26, 0.46],
    [0.3, 0.1],
    [0.45, 0.0],
    [0.68, -0.1],
    [0.86, -0.34],
    [0.93, -0.3],
    [0.955, -0.08],
    [0.975, -0.12],
    [1, -0.5],
  ],
  metal: [
    [0, -0.55],
    [0.05, -0.22],
    [0.09, 0.18],
    [0.13, -0.06],
    [0.2, 0.1],
    [0.25, 0.62],
    [0.3, 0.5],
    [0.36, 0.08],
    [0.5, -0.02],
    [0.66, -0.16],
    [0.82, -0.46],
    [0.88, -0.34],
    [0.93, 0.22],
    [0.96, 0.02],
    [1, -0.58],
  ],
  foil: [
    [0, -0.4],
    [0.06, 0.15],
    [0.12, -0.2],
    [0.2, 0.5],
    [0.3, 0.1],
    [0.5, -0.08],
    [0.62, 0.16],
    [0.76, -0.3],
    [0.9, 0.1],
    [1, -0.5],
  ],
  glass: [
    [0, -0.5],
    [0.035, -0.2],
    [0.07, 0.35],
    [0.1, 0.04],
    [0.17, 0.06],
    [0.19, 0.62],
    [0.25, 0.55],
    [0.27, 0.06],
    [0.6, 0.0],
    [0.82, -0.12],
    [0.9, 0.22],
    [0.93, 0.3],
    [0.95, -0.1],
    [1, -0.5],
  ],
  frost: [
    [0, -0.34],
    [0.08, -0.12],
    [0.22, 0.3],
    [0.36, 0.16],
    [0.55, 0],
    [0.8, -0.16],
    [0.93, -0.26],
    [0.97, -0.1],
    [1, -0.36],
  ],
};
