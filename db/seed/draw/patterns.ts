import { num, type Defs } from './defs';

/** What a label is printed with, between the ground and the letters. Each fills a box w × h; `u` is the size of one repeat. */
export type PatternName =
  | 'none'
  | 'stripes'
  | 'dots'
  | 'waves'
  | 'sunburst'
  | 'check'
  | 'leaves'
  | 'brush'
  | 'hills'
  | 'rings'
  | 'diamonds'
  | 'terrazzo'
  | 'pin'
  | 'scales';

interface PatternBox {
  readonly defs: Defs;
  readonly w: number;
  readonly h: number;
  readonly u: number;
  readonly colour: string;
  readonly opacity: number;
}

export function pattern(name: PatternName, box: PatternBox): string {
  if (name === 'none') return '';
  return `<g opacity="${num(box.opacity)}">${PATTERNS[name](box)}</g>`;
}

/** Rays from a point. */
export function rays(cx: number, cy: number, reach: number, count: number, colour: string): string {
  const step = (Math.PI * 2) / count;
  const wedge = (i: number) => {
    const [a, b] = [i * step, i * step + step / 2];
    return `M${num(cx)} ${num(cy)}L${num(cx + reach * Math.cos(a))} ${num(cy + reach * Math.sin(a))}L${num(cx + reach * Math.cos(b))} ${num(cy + reach * Math.sin(b))}Z`;
  };
  return `<path d="${Array.from({ length: count }, (_, i) => wedge(i)).join('')}" fill="${colour}"/>`;
}

type Draw = (box: PatternBox) => string;

const fill = ({ w, h }: PatternBox, paint: string): string =>
  `<rect x="${num(-w * 0.2)}" y="${num(-h * 0.2)}" width="${num(w * 1.4)}" height="${num(h * 1.4)}" fill="${paint}"/>`;

const PATTERNS: Record<Exclude<PatternName, 'none'>, Draw> = {
  stripes: (box) =>
    fill(
      box,
      box.defs.tile(
        box.u,
        box.u,
        `<rect width="${num(box.u / 2)}" height="${num(box.u)}" fill="${box.colour}"/>`,
      ),
    ),
  pin: (box) =>
    fill(
      box,
      box.defs.tile(
        box.u * 0.5,
        box.u * 0.5,
        `<rect width="${num(box.u * 0.07)}" height="${num(box.u)}" fill="${box.colour}"/>`,
      ),
    ),
  dots: (box) => {
    const { u, colour } = box;
    return fill(
      box,
      box.defs.tile(
        u,
        u,
        `<circle cx="${num(u * 0.25)}" cy="${num(u * 0.25)}" r="${num(u * 0.16)}" fill="${colour}"/><circle cx="${num(u * 0.75)}" cy="${num(u * 0.75)}" r="${num(u * 0.16)}" fill="${colour}"/>`,
      ),
    );
  },
  waves: (box) => {
    const { u, colour } = box;
    return fill(
      box,
      box.defs.tile(
        u * 2,
        u * 0.7,
        `<path d="M0 ${num(u * 0.35)}Q${num(u * 0.5)} ${num(-u * 0.05)} ${num(u)} ${num(u * 0.35)}T${num(u * 2)} ${num(u * 0.35)}" fill="none" stroke="${colour}" stroke-width="${num(u * 0.13)}"/>`,
      ),
    );
  },
  sunburst: ({ w, h, colour }) => rays(w / 2, h * 0.52, Math.max(w, h), 22, colour),
  check: (box) => {
    const { u, colour } = box;
    return fill(
      box,
      box.defs.tile(
        u,
        u,
        `<rect width="${num(u / 2)}" height="${num(u / 2)}" fill="${colour}"/><rect x="${num(u / 2)}" y="${num(u / 2)}" width="${num(u / 2)}" height="${num(u / 2)}" fill="${colour}"/>`,
      ),
    );
  },
  leaves: (box) => {
    const { u, colour } = box;
    const blade = (x: number, y: number, turn: number) =>
      `<path transform="translate(${num(x)} ${num(y)}) rotate(${turn}) scale(${num(u / 100)})" d="M0 -34C20 -16 20 14 0 34C-20 14 -20 -16 0 -34ZM0 -34V48" fill="${colour}" stroke="${colour}" stroke-width="3"/>`;
    return fill(
      box,
      box.defs.tile(u * 1.4, u * 1.4, blade(u * 0.35, u * 0.4, 30) + blade(u * 1.05, u * 1.1, -40)),
    );
  },
  brush: ({ w, h, colour }) => {
    const stroke = (y: number, width: number, lift: number) =>
      `<path d="M${num(-w * 0.1)} ${num(h * y)}C${num(w * 0.3)} ${num(h * (y - lift))} ${num(w * 0.6)} ${num(h * (y + lift))} ${num(w * 1.1)} ${num(h * (y - lift))}" fill="none" stroke="${colour}" stroke-width="${num(h * width)}" stroke-linecap="round"/>`;
    return [stroke(0.2, 0.1, 0.06), stroke(0.52, 0.16, 0.08), stroke(0.84, 0.09, 0.05)].join('');
  },
  hills: ({ w, h, colour }) =>
    [0.62, 0.74, 0.86]
      .map(
        (y, i) =>
          `<path d="M0 ${num(h * y)}Q${num(w * (0.2 + i * 0.16))} ${num(h * (y - 0.16))} ${num(w * 0.5)} ${num(h * y)}T${num(w)} ${num(h * (y - 0.03))}V${num(h)}H0Z" fill="${colour}" fill-opacity="${num(0.35 + i * 0.25)}"/>`,
      )
      .join(''),
  rings: ({ w, h, u, colour }) =>
    Array.from(
      { length: 9 },
      (_, i) =>
        `<circle cx="${num(w * 0.5)}" cy="${num(h * 0.55)}" r="${num(u * (i + 1))}" fill="none" stroke="${colour}" stroke-width="${num(u * 0.26)}"/>`,
    ).join(''),
  diamonds: (box) => {
    const { u, colour } = box;
    return fill(
      box,
      box.defs.tile(
        u,
        u * 1.5,
        `<path d="M${num(u / 2)} 0L${num(u)} ${num(u * 0.75)}L${num(u / 2)} ${num(u * 1.5)}L0 ${num(u * 0.75)}Z" fill="${colour}"/>`,
      ),
    );
  },
  terrazzo: (box) => {
    const { u, colour } = box;
    const chips = [
      [0.2, 0.3, 20, 0.2],
      [0.7, 0.2, -30, 0.14],
      [1.2, 0.5, 60, 0.22],
      [0.45, 0.85, 110, 0.16],
      [1.0, 1.05, 10, 0.18],
      [1.4, 1.3, -50, 0.15],
      [0.2, 1.35, 75, 0.2],
      [0.75, 1.5, 40, 0.13],
    ];
    const chip = ([x = 0, y = 0, turn = 0, s = 0]: readonly number[]) =>
      `<path transform="translate(${num(x * u)} ${num(y * u)}) rotate(${turn}) scale(${num(s * u)})" d="M-.9 -.3L-.1 -.7L.9 -.1L.5 .6L-.6 .5Z" fill="${colour}"/>`;
    return fill(box, box.defs.tile(u * 1.6, u * 1.6, chips.map(chip).join('')));
  },
  scales: (box) => {
    const { u, colour } = box;
    const arc = (x: number, y: number) =>
      [0.5, 0.36, 0.22]
        .map(
          (r) =>
            `<circle cx="${num(x)}" cy="${num(y)}" r="${num(u * r)}" fill="none" stroke="${colour}" stroke-width="${num(u * 0.06)}"/>`,
        )
        .join('');
    return fill(box, box.defs.tile(u, u * 0.5, arc(u / 2, u * 0.5) + arc(0, u * 0.25) + arc(u, u * 0.25)));
  },
};
