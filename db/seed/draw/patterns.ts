import { num } from './defs';

/** What a label is printed with, between the ground and the letters; `u` is the size of one repeat. */
export type PatternName =
  | 'none'
  | 'stripes'
  | 'pin'
  | 'dots'
  | 'waves'
  | 'sunburst'
  | 'check'
  | 'leaves'
  | 'diamonds'
  | 'terrazzo'
  | 'scales';

interface PatternBox {
  readonly w: number;
  readonly h: number;
  readonly u: number;
  readonly colour: string;
  readonly opacity: number;
}

/**
 * Written out as one path each: tiles (<pattern>) cost many times as much to paint, most of all when turned.
 */
export function pattern(name: PatternName, box: PatternBox): string {
  if (name === 'none') return '';
  const { data, stroke } = PATTERNS[name](box);
  const alpha = num(box.opacity);
  return stroke
    ? `<path d="${data}" fill="none" stroke="${box.colour}" stroke-opacity="${alpha}" stroke-width="${num(stroke)}"/>`
    : `<path d="${data}" fill="${box.colour}" fill-opacity="${alpha}"/>`;
}

/** Rays from a point. */
export function rays(cx: number, cy: number, reach: number, count: number, colour: string): string {
  return `<path d="${rayPath(cx, cy, reach, count)}" fill="${colour}"/>`;
}

interface Print {
  readonly data: string;
  /** Line width; filled when left out. */
  readonly stroke?: number;
}

type Draw = (box: PatternBox) => Print;

const PATTERNS: Record<Exclude<PatternName, 'none'>, Draw> = {
  stripes: ({ w, h, u }) => ({ data: columns(w, u, (x) => bar(x, h, u / 2)) }),
  pin: ({ w, h, u }) => ({ data: columns(w, u * 0.5, (x) => bar(x, h, u * 0.07)) }),
  dots: ({ w, h, u }) => ({
    data: grid(w, h, u, u, (x, y) => dot(x, y, u * 0.16) + dot(x + u / 2, y + u / 2, u * 0.16)),
  }),
  waves: ({ w, h, u }) => ({
    data: rows(h, u * 0.7, (y) => {
      const turns = `t${num(u)} 0`.repeat(Math.ceil((w * 1.4) / u));
      return `M${num(-w * 0.2)} ${num(y)}q${num(u * 0.5)} ${num(-u * 0.4)} ${num(u)} 0${turns}`;
    }),
    stroke: u * 0.13,
  }),
  sunburst: ({ w, h }) => ({ data: rayPath(w / 2, h * 0.52, Math.max(w, h), 22) }),
  check: ({ w, h, u }) => ({
    data: grid(w, h, u, u, (x, y) => square(x, y, u / 2) + square(x + u / 2, y + u / 2, u / 2)),
  }),
  leaves: ({ w, h, u }) => ({
    data: grid(
      w,
      h,
      u * 1.4,
      u * 1.4,
      (x, y) => blade(x, y, u * 0.34, 30) + blade(x + u * 0.7, y + u * 0.7, u * 0.34, -40),
    ),
  }),
  diamonds: ({ w, h, u }) => ({
    data: grid(w, h, u, u * 1.5, (x, y) => {
      const [a, b] = [num(u / 2), num(u * 0.75)];
      return `M${num(x)} ${num(y)}l${a} ${b}l-${a} ${b}l-${a} -${b}Z`;
    }),
  }),
  terrazzo: ({ w, h, u }) => ({
    data: grid(w, h, u * 1.6, u * 1.6, (x, y) =>
      CHIPS.map(([dx, dy, turn, size]) => chip(x + dx * u, y + dy * u, size * u, turn)).join(''),
    ),
  }),
  scales: ({ w, h, u }) => ({
    data: grid(w, h, u * 1.5, u * 0.75, (x, y, row) => {
      const shift = row % 2 ? u * 0.75 : 0;
      return [0.75, 0.5, 0.25].map((r) => arch(x + shift, y, u * r)).join('');
    }),
    stroke: u * 0.05,
  }),
};

const CHIPS = [
  [0.2, 0.3, 20, 0.2],
  [0.7, 0.2, -30, 0.14],
  [1.2, 0.5, 60, 0.22],
  [0.45, 0.85, 110, 0.16],
  [1, 1.05, 10, 0.18],
  [1.4, 1.3, -50, 0.15],
  [0.2, 1.35, 75, 0.2],
  [0.75, 1.5, 40, 0.13],
] as const;

/** A repeat over the box and a margin around it. */
function grid(
  w: number,
  h: number,
  stepX: number,
  stepY: number,
  draw: (x: number, y: number, row: number) => string,
): string {
  const count = Math.ceil((h * 1.3) / stepY);
  return Array.from({ length: count }, (_, row) =>
    columns(w, stepX, (x) => draw(x, -h * 0.15 + row * stepY, row)),
  ).join('');
}

function columns(w: number, step: number, draw: (x: number) => string): string {
  const count = Math.ceil((w * 1.3) / step);
  return Array.from({ length: count }, (_, i) => draw(-w * 0.15 + i * step)).join('');
}

function rows(h: number, step: number, draw: (y: number) => string): string {
  const count = Math.ceil((h * 1.3) / step);
  return Array.from({ length: count }, (_, i) => draw(-h * 0.15 + i * step)).join('');
}

const bar = (x: number, h: number, width: number): string =>
  `M${num(x)} ${num(-h * 0.2)}h${num(width)}v${num(h * 1.4)}h${num(-width)}Z`;

const square = (x: number, y: number, side: number): string =>
  `M${num(x)} ${num(y)}h${num(side)}v${num(side)}h${num(-side)}Z`;

const dot = (x: number, y: number, r: number): string =>
  `M${num(x - r)} ${num(y)}a${num(r)} ${num(r)} 0 1 0 ${num(2 * r)} 0a${num(r)} ${num(r)} 0 1 0 ${num(-2 * r)} 0Z`;

const arch = (x: number, y: number, r: number): string =>
  `M${num(x - r)} ${num(y)}a${num(r)} ${num(r)} 0 0 1 ${num(2 * r)} 0`;

function blade(x: number, y: number, length: number, turn: number): string {
  const angle = (turn * Math.PI) / 180;
  const place = (px: number, py: number) =>
    `${num(x + length * (px * Math.cos(angle) - py * Math.sin(angle)))} ${num(y + length * (px * Math.sin(angle) + py * Math.cos(angle)))}`;
  return `M${place(0, -1)}C${place(0.6, -0.5)} ${place(0.6, 0.4)} ${place(0, 1)}C${place(-0.6, 0.4)} ${place(-0.6, -0.5)} ${place(0, -1)}Z`;
}

function chip(x: number, y: number, size: number, turn: number): string {
  const angle = (turn * Math.PI) / 180;
  const corners = [
    [-0.9, -0.3],
    [-0.1, -0.7],
    [0.9, -0.1],
    [0.5, 0.6],
    [-0.6, 0.5],
  ] as const;
  const points = corners.map(
    ([px, py]) =>
      `${num(x + size * (px * Math.cos(angle) - py * Math.sin(angle)))} ${num(y + size * (px * Math.sin(angle) + py * Math.cos(angle)))}`,
  );
  return `M${points.join('L')}Z`;
}

function rayPath(cx: number, cy: number, reach: number, count: number): string {
  const step = (Math.PI * 2) / count;
  const tip = (angle: number) => `${num(cx + reach * Math.cos(angle))} ${num(cy + reach * Math.sin(angle))}`;
  const wedge = (i: number) => `M${num(cx)} ${num(cy)}L${tip(i * step)}L${tip(i * step + step / 2)}Z`;
  return Array.from({ length: count }, (_, i) => wedge(i)).join('');
}
