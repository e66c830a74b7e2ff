import { num, type Defs } from '../draw/defs';
import { darken, lighten } from '../palette';

/** Draws one thing around (0, 0), about 190 units wide and high. */
export type Illustration = (defs: Defs) => string;

/** A lit sphere's paint: light from the upper left. */
export function sphere(defs: Defs, colour: string, depth = 0.34): string {
  return defs.radial(
    [
      [0, lighten(colour, 0.42)],
      [0.45, colour],
      [1, darken(colour, depth)],
    ],
    { centre: [0.38, 0.32], radius: 0.72 },
  );
}

export function slope(defs: Defs, top: string, bottom: string): string {
  return defs.linear(
    [
      [0, top],
      [1, bottom],
    ],
    { from: [0.2, 0], to: [0.5, 1] },
  );
}

export function ball(defs: Defs, x: number, y: number, r: number, colour: string): string {
  return `<circle cx="${num(x)}" cy="${num(y)}" r="${num(r)}" fill="${sphere(defs, colour)}"/>${glint(x - r * 0.36, y - r * 0.42, r * 0.22, -30)}`;
}

/** A small oval reflection. */
export function glint(x: number, y: number, size: number, turn = -30, opacity = 0.65): string {
  return `<ellipse cx="${num(x)}" cy="${num(y)}" rx="${num(size)}" ry="${num(size * 0.55)}" transform="rotate(${turn} ${num(x)} ${num(y)})" fill="#fff" fill-opacity="${opacity}"/>`;
}

/** A leaf that grows from (x, y) in a direction (0 = right, -90 = up). */
export function leaf(
  defs: Defs,
  x: number,
  y: number,
  turn: number,
  length: number,
  colour = '#4e9a3b',
  width = 0.36,
): string {
  const half = num(length * width);
  const shape = `M0 0C${num(length * 0.25)} -${half} ${num(length * 0.7)} -${half} ${num(length)} 0C${num(length * 0.7)} ${half} ${num(length * 0.25)} ${half} 0 0Z`;
  const under = `M0 0C${num(length * 0.25)} ${half} ${num(length * 0.7)} ${half} ${num(length)} 0Z`;
  return `<g transform="translate(${num(x)} ${num(y)}) rotate(${num(turn)})"><path d="${shape}" fill="${slope(defs, lighten(colour, 0.22), colour)}"/><path d="${under}" fill="${darken(colour, 0.3)}" fill-opacity=".55"/><path d="M0 0H${num(length * 0.92)}" stroke="${lighten(colour, 0.5)}" stroke-opacity=".7" stroke-width="2"/></g>`;
}

export function path(d: string, fill: string, extra = ''): string {
  return `<path d="${d}" fill="${fill}"${extra}/>`;
}

export function line(d: string, stroke: string, width: number, opacity = 1): string {
  return `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-opacity="${opacity}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

export function at(x: number, y: number, turn: number, scale: number, content: string): string {
  return `<g transform="translate(${num(x)} ${num(y)}) rotate(${num(turn)}) scale(${num(scale)})">${content}</g>`;
}

/** The same content n times around the centre. */
export function around(count: number, content: (index: number) => string, from = 0): string {
  return Array.from(
    { length: count },
    (_, i) => `<g transform="rotate(${num(from + (i * 360) / count)})">${content(i)}</g>`,
  ).join('');
}

/** Fixed scatter of points for seeds, freckles, crumbs: golden-angle spiral. */
export function spiral(count: number, radius: number): readonly (readonly [number, number])[] {
  return Array.from({ length: count }, (_, i) => {
    const r = radius * Math.sqrt((i + 0.5) / count);
    const a = i * 2.39996;
    return [r * Math.cos(a), r * Math.sin(a)] as const;
  });
}
