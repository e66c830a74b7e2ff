import type { Look } from '../shapes/body';
import { num } from './defs';
import { roundShade, uprightShade, type Material } from './shade';
import { Surface } from './surface';

/**
 * Bodies that are round, seen from a little above: a stack of sections, each an outline that is the same left and right.
 * Heights grow downwards; y = 0 is the ground.
 */
export interface Ring {
  readonly y: number;
  readonly r: number;
  /** How the outline gets here from the ring above: straight, a shoulder (round outside), a fillet (round inside), an S. */
  readonly by?: 'line' | 'shoulder' | 'fillet' | 's';
}

export interface Section {
  /** From top to bottom, at least two. */
  readonly rings: readonly Ring[];
  readonly fill: string;
  readonly material: Material;
  /** Colour of the shadow; the fill when it is a plain colour. */
  readonly tint?: string;
  /** Drawn over the fill, clipped to the outline, below light and shadow; gets the label surface when `label` is set. */
  readonly label?: boolean;
  /** Share of the width kept free at each side; more on tapered bodies. */
  readonly margin?: number;
  readonly inside?: string;
  readonly opacity?: number;
}

export function section(look: Look, spec: Section): string {
  const { defs, tilt, light } = look;
  const outline = path(spec.rings, tilt);
  const half = Math.max(...spec.rings.map((ring) => ring.r));
  const tint = spec.tint ?? (spec.fill.startsWith('#') ? spec.fill : look.palette.deep);
  const clip = defs.clip(`<path d="${outline}"/>`);
  const label = spec.label ? labelOf(look, spec, half) : '';
  const art = label || spec.inside ? `<g clip-path="${clip}">${spec.inside ?? ''}${label}</g>` : '';
  const opacity = spec.opacity === undefined ? '' : ` fill-opacity="${num(spec.opacity)}"`;
  return (
    `<path d="${outline}" fill="${spec.fill}"${opacity}/>${art}` +
    `<path d="${outline}" fill="${roundShade(defs, spec.material, half, tint, light)}"/>` +
    `<path d="${outline}" fill="${uprightShade(defs, tint)}"/>`
  );
}

/** The upper face of a round body: an ellipse. */
export function disc(look: Look, y: number, r: number, fill: string, extra = ''): string {
  return `<ellipse cx="0" cy="${num(y)}" rx="${num(r)}" ry="${num(r * look.tilt)}" fill="${fill}"${extra}/>`;
}

/** The front half of a circle at height y: a seam, a rim, the edge of a label. */
export function hoop(look: Look, y: number, r: number, stroke: string, width: number, opacity = 1): string {
  const ry = num(r * look.tilt);
  return `<path d="M${num(-r)} ${num(y)}A${num(r)} ${ry} 0 0 0 ${num(r)} ${num(y)}" fill="none" stroke="${stroke}" stroke-width="${num(width)}" stroke-opacity="${num(opacity)}"/>`;
}

/** A soft vertical streak of light with rounded ends, for glossy bodies. */
export function streak(
  look: Look,
  x: number,
  y0: number,
  y1: number,
  width: number,
  opacity: number,
): string {
  const fill = look.defs.linear(
    [
      [0, '#ffffff', opacity * 0.2],
      [0.2, '#ffffff', opacity],
      [0.75, '#ffffff', opacity * 0.7],
      [1, '#ffffff', 0],
    ],
    { from: [0, 0], to: [0, 1] },
  );
  const left = x * look.light - width / 2;
  return `<rect x="${num(left)}" y="${num(y0)}" width="${num(width)}" height="${num(y1 - y0)}" rx="${num(width / 2)}" fill="${fill}"/>`;
}

export function path(rings: readonly Ring[], tilt: number): string {
  const [first, last] = [rings[0], rings[rings.length - 1]];
  if (!first || !last || rings.length < 2)
    throw new Error('A section needs two rings or more, from top to bottom.');
  const down = rings.slice(1).map((ring, i) => edge(rings[i] ?? ring, ring, -1));
  const up = rings
    .slice(0, -1)
    .reverse()
    .map((ring, i) => edge(rings[rings.length - 1 - i] ?? ring, ring, 1, rings[rings.length - 1 - i]?.by));
  const bottom =
    last.by === 'fillet'
      ? sole(last, tilt)
      : `A${num(last.r)} ${num(last.r * tilt)} 0 0 0 ${num(last.r)} ${num(last.y)}`;
  const top = `A${num(first.r)} ${num(first.r * tilt)} 0 0 1 ${num(-first.r)} ${num(first.y)}`;
  return `M${num(-first.r)} ${num(first.y)}${down.join('')}${bottom}${up.join('')}${top}Z`;
}

/** The lower rim of a body whose wall has already turned inwards: no corner where the two meet. */
function sole({ r, y }: Ring, tilt: number): string {
  const depth = num(y + r * tilt * 0.9);
  return `C${num(-r * 0.55)} ${depth} ${num(r * 0.55)} ${depth} ${num(r)} ${num(y)}`;
}

function edge(from: Ring, to: Ring, side: 1 | -1, by = to.by): string {
  const end = `${num(side * to.r)} ${num(to.y)}`;
  const [upper, lower] = from.y <= to.y ? [from, to] : [to, from];
  if (by === 'shoulder') return `Q${num(side * lower.r)} ${num(upper.y)} ${end}`;
  if (by === 'fillet') return `Q${num(side * upper.r)} ${num(lower.y)} ${end}`;
  if (by === 's') {
    const middle = (from.y + to.y) / 2;
    return `C${num(side * from.r)} ${num(middle)} ${num(side * to.r)} ${num(middle)} ${end}`;
  }
  return `L${end}`;
}

function labelOf(look: Look, { rings, margin }: Section, half: number): string {
  const top = rings[0]?.y ?? 0;
  const bottom = rings[rings.length - 1]?.y ?? 0;
  const wide = half * 2 > (bottom - top) * 1.15;
  const surface = new Surface(half * 2, bottom - top, half * look.tilt, margin ?? (wide ? 0.15 : 0.11));
  return `<g transform="translate(${num(-half)} ${num(top + half * look.tilt * 0.5)})">${look.art(surface)}</g>`;
}
