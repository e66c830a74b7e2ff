import { darken } from '../palette';
import type { Look } from '../shapes/body';
import { num } from './defs';
import { Surface } from './surface';

/** Bodies made of film or card: an outline with a label, and light painted over it. */

export interface Sheet {
  readonly outline: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly margin?: number;
}

/** The label of a flat or swollen front, clipped to its outline. */
export function sheet(look: Look, { outline, x, y, w, h, margin = 0.07 }: Sheet): string {
  const clip = look.defs.clip(`<path d="${outline}"/>`);
  const art = look.art(new Surface(w, h, 0, margin));
  return `<path d="${outline}" fill="${look.palette.ground}"/><g clip-path="${clip}"><g transform="translate(${num(x)} ${num(y)})">${art}</g></g>`;
}

/** The swelling of a filled bag: bright off-centre, dark towards all edges. */
export function swell(look: Look, { outline, x, y, w, h }: Sheet, strength = 1): string {
  const dark = darken(look.palette.deep, 0.7);
  const side = look.defs.linear(
    [
      [0, dark, 0.5 * strength],
      [0.06, dark, 0.26 * strength],
      [0.16, '#ffffff', 0.14 * strength],
      [0.26, '#ffffff', 0.3 * strength],
      [0.4, '#ffffff', 0.04],
      [0.66, dark, 0.04],
      [0.84, dark, 0.22 * strength],
      [0.93, '#ffffff', 0.06],
      [1, dark, 0.5 * strength],
    ],
    { from: look.light === 1 ? [0, 0] : [1, 0], to: look.light === 1 ? [1, 0.06] : [0, 0.06] },
  );
  const upright = look.defs.linear(
    [
      [0, dark, 0.3 * strength],
      [0.1, '#ffffff', 0.16 * strength],
      [0.24, '#ffffff', 0.03],
      [0.7, dark, 0],
      [0.9, dark, 0.2 * strength],
      [1, dark, 0.42 * strength],
    ],
    { from: [0, 0], to: [0, 1] },
  );
  const glow = look.defs.radial(
    [
      [0, '#ffffff', 0.3 * strength],
      [0.6, '#ffffff', 0.07 * strength],
      [1, '#ffffff', 0],
    ],
    { centre: [x + w * (0.5 - 0.16 * look.light), y + h * 0.3], radius: w * 0.42, user: true },
  );
  return [side, upright, glow].map((fill) => `<path d="${outline}" fill="${fill}"/>`).join('');
}

export interface Wrinkle {
  readonly x: number;
  readonly y: number;
  /** Direction in degrees, 0 to the right, 90 down. */
  readonly angle: number;
  readonly length: number;
  readonly width: number;
  readonly strength: number;
}

/** Folds of film: a bright and a dark spindle side by side. */
export function wrinkles(look: Look, folds: readonly Wrinkle[]): string {
  const dark = darken(look.palette.deep, 0.65);
  return folds
    .map(({ x, y, angle, length, width, strength }) => {
      const spindle = (dy: number) =>
        `M0 ${num(dy)}Q${num(length * 0.4)} ${num(dy - width)} ${num(length)} ${num(dy)}Q${num(length * 0.4)} ${num(dy + width * 0.5)} 0 ${num(dy)}Z`;
      const paint = `<path d="${spindle(0)}" fill="#fff" fill-opacity="${num(0.5 * strength)}"/><path d="${spindle(width * 1.1)}" fill="${dark}" fill-opacity="${num(0.32 * strength)}"/>`;
      return `<g transform="translate(${num(x)} ${num(y)}) rotate(${num(angle)})">${paint}</g>`;
    })
    .join('');
}

/** A pressed seam: fine lines across a strip. `step` is the distance of two lines. */
export function crimp(
  look: Look,
  x: number,
  y: number,
  w: number,
  h: number,
  upright = true,
  step = 9,
): string {
  const dark = darken(look.palette.deep, 0.55);
  const lines: string[] = [];
  const shine: string[] = [];
  const count = Math.floor((upright ? w : h) / step);
  for (let i = 0; i <= count; i++) {
    const at = i * step;
    lines.push(upright ? `M${num(x + at)} ${num(y)}v${num(h)}` : `M${num(x)} ${num(y + at)}h${num(w)}`);
    shine.push(
      upright
        ? `M${num(x + at + step * 0.35)} ${num(y)}v${num(h)}`
        : `M${num(x)} ${num(y + at + step * 0.35)}h${num(w)}`,
    );
  }
  return `<path d="${lines.join('')}" stroke="${dark}" stroke-opacity=".34" stroke-width="2" fill="none"/><path d="${shine.join('')}" stroke="#fff" stroke-opacity=".4" stroke-width="2" fill="none"/>`;
}

/** A zigzag from (x, y) to the right or left, as path data that continues an outline. */
export function zigzag(w: number, depth: number, step: number): string {
  const count = Math.max(2, Math.round(Math.abs(w) / step));
  const half = w / count / 2;
  return Array.from({ length: count }, () => `l${num(half)} ${num(-depth)}l${num(half)} ${num(depth)}`).join(
    '',
  );
}
