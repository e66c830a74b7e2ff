import { darken } from '../palette';
import type { Look } from '../shapes/body';
import { num } from './defs';
import { Surface } from './surface';

/** Cartons: parallel projection of a box that is turned a little, seen from a little above. */

export type Point = readonly [number, number];

export interface Box {
  readonly w: number;
  readonly h: number;
  readonly d: number;
  /** Turn in degrees: how much of the side is seen. */
  readonly turn: number;
}

/** x: -w/2 … w/2 along the front, y: up, z: 0 (front) … d (back). The side that is seen lies away from the light. */
export function projector(look: Look, { w, turn }: Box): (x: number, y: number, z: number) => Point {
  const angle = (turn * Math.PI) / 180;
  const [c, s, tilt, side] = [Math.cos(angle), Math.sin(angle), look.tilt * 1.5, look.light];
  return (x, y, z) => [x * c + z * s * side - 0, -y - tilt * ((w / 2 - x * side) * s + z * c)];
}

/** Paints `content`, drawn in a box w × h, on the parallelogram with these corners. */
export function onFace(
  topLeft: Point,
  topRight: Point,
  bottomLeft: Point,
  w: number,
  h: number,
  content: string,
): string {
  const m = [
    (topRight[0] - topLeft[0]) / w,
    (topRight[1] - topLeft[1]) / w,
    (bottomLeft[0] - topLeft[0]) / h,
    (bottomLeft[1] - topLeft[1]) / h,
  ].map((value) => value.toFixed(4));
  return `<g transform="matrix(${m.join(' ')} ${num(topLeft[0])} ${num(topLeft[1])})">${content}</g>`;
}

export const polygon = (points: readonly Point[], fill: string, extra = ''): string =>
  `<path d="M${points.map(([x, y]) => `${num(x)} ${num(y)}`).join('L')}Z" fill="${fill}"${extra}/>`;

/** Front, side and (unless left out) top of a box, with the label on the front. */
export function cuboid(look: Look, box: Box, sideArt: string, top: string | null): string {
  const { w, h, d } = box;
  const at = projector(look, box);
  const s = look.light;
  const front = label(look, w, h);
  const near = (w / 2) * s;
  const sideFrom = s === 1 ? at(near, h, 0) : at(near, h, d);
  const sideTo = s === 1 ? at(near, h, d) : at(near, h, 0);
  const sideFoot = s === 1 ? at(near, 0, 0) : at(near, 0, d);
  const dark = darken(look.palette.deep, 0.6);
  const sideShade = look.defs.linear(
    [
      [0, dark, 0.2],
      [1, dark, 0.46],
    ],
    { from: [s === 1 ? 0 : 1, 0], to: [s === 1 ? 1 : 0, 0.25] },
  );
  const lidPath =
    top === null ? '' : polygon([at(-w / 2, h, 0), at(w / 2, h, 0), at(w / 2, h, d), at(-w / 2, h, d)], top);
  return (
    onFace(
      sideFrom,
      sideTo,
      sideFoot,
      d,
      h,
      `${sideArt}<rect width="${num(d)}" height="${num(h)}" fill="${sideShade}"/>`,
    ) +
    onFace(at(-w / 2, h, 0), at(w / 2, h, 0), at(-w / 2, 0, 0), w, h, front) +
    lidPath +
    edgeLight(at(near, h, 0), at(near, 0, 0))
  );
}

function label(look: Look, w: number, h: number): string {
  const clip = look.defs.clip(`<rect width="${num(w)}" height="${num(h)}"/>`);
  const dark = darken(look.palette.deep, 0.6);
  const s = look.light;
  const shade = look.defs.linear(
    [
      [0, '#ffffff', 0.2],
      [0.45, '#ffffff', 0.02],
      [1, dark, 0.2],
    ],
    { from: [s === 1 ? 0 : 1, 0], to: [s === 1 ? 1 : 0, 0.7] },
  );
  return `<g clip-path="${clip}">${look.art(new Surface(w, h, 0, 0.07))}</g><rect width="${num(w)}" height="${num(h)}" fill="${shade}"/>`;
}

function edgeLight(from: Point, to: Point): string {
  return `<path d="M${num(from[0])} ${num(from[1])}L${num(to[0])} ${num(to[1])}" stroke="#fff" stroke-opacity=".55" stroke-width="2.5" fill="none"/>`;
}
