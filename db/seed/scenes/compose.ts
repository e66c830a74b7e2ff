import { num, type Defs } from '../draw/defs';
import type { Body } from '../shapes/body';
import type { Random } from '../random';
import type { Set } from './stage';

export interface Placement {
  /** Middle of the foot, or of the lying body. */
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly turn: number;
}

export interface Shot {
  readonly set: Set;
  readonly body: Body;
  readonly defs: Defs;
  readonly light: 1 | -1;
  /** Share of the largest size that fits: above 1 the picture crops. */
  readonly zoom: number;
  readonly turn: number;
  readonly shift: number;
  readonly pair: boolean;
  /** Id of the flavour's drawing for props, or null. */
  readonly prop: string | null;
  readonly chance: Random;
}

/** One finished picture as SVG text. */
export function compose(shot: Shot): string {
  const { set, body, defs, prop } = shot;
  const id = defs.symbol(body.svg);
  const places = set.lying ? lying(shot) : standing(shot);
  const products = places.map((place) => (set.lying ? fromAbove(shot, id, place) : onFloor(shot, id, place)));
  const [behind, before] = prop && set.props ? props(shot, prop, places) : ['', ''];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1000" viewBox="0 0 1000 1000">${'\u0000'}${set.back}${behind}${products.join('')}${before}${set.front ?? ''}</svg>`.replace(
    '\u0000',
    () => defs.toString(),
  );
}

function standing({ set, body, zoom, shift, pair, turn }: Shot): Placement[] {
  const fit = Math.min(set.room.w / body.width, set.room.h / body.height, 1.5) * zoom;
  const y = Math.max(set.highest, Math.min(set.floor, 545 + (body.height * fit) / 2));
  if (!pair) return [{ x: 500 + shift, y: y + (zoom > 1.1 ? 50 : 0), scale: fit, turn }];
  const scale = Math.min((set.room.w * 1.18) / (body.width * 1.9), (set.room.h * 0.94) / body.height, 1.3);
  const step = body.width * scale * 0.52;
  return [
    { x: 500 - step * 0.94 + shift * 0.3, y: y - 42, scale: scale * 0.94, turn: 0 },
    { x: 500 + step + shift * 0.3, y: y + 14, scale, turn: 0 },
  ];
}

function lying({ set, body, zoom, shift, pair, turn }: Shot): Placement[] {
  const fit = Math.min(set.room.w / body.width, set.room.h / body.height, 1.5) * zoom;
  if (!pair) return [{ x: 500 + shift * 0.6, y: 500, scale: fit, turn }];
  const wide = body.width > body.height;
  const scale = fit * (wide ? 0.86 : 0.8);
  const [dx, dy] = wide ? [40, body.height * scale * 0.56] : [body.width * scale * 0.5, 40];
  return [
    { x: 500 - dx, y: 500 - dy, scale, turn: turn * 0.6 - 4 },
    { x: 500 + dx, y: 500 + dy, scale, turn: turn * 0.6 + 7 },
  ];
}

function onFloor(shot: Shot, id: string, { x, y, scale, turn }: Placement): string {
  const { body, set, defs, light } = shot;
  const { foot } = body;
  const rx = foot.rx * scale;
  const ry = Math.max(9, foot.ry * scale);
  const contact = defs.radial([
    [0, set.shade, 0.75],
    [0.72, set.shade, 0.5],
    [0.88, set.shade, 0.2],
    [1, set.shade, 0],
  ]);
  const wide = defs.radial([
    [0, set.shade, 0.34],
    [0.5, set.shade, 0.14],
    [1, set.shade, 0],
  ]);
  const parts = [
    `<ellipse cx="${num(x + light * rx * 0.22)}" cy="${num(body.base ? y - ry * 0.5 : y)}" rx="${num(rx * (body.base ? 1.35 : 1.7))}" ry="${num(ry * 1.3 + 30)}" fill="${wide}"/>`,
  ];
  if (set.shadow === 'long') parts.push(longShadow(shot, x, body.base ? y - ry * 0.7 : y, scale));
  if (set.shadow === 'mirror') parts.push(mirror(shot, id, x, y, scale));
  parts.push(
    body.base
      ? baseShadow(shot, body.base, x, y, scale)
      : `<ellipse cx="${num(x + light * 5)}" cy="${num(y - ry * 0.2)}" rx="${num(rx * 1.1)}" ry="${num(ry * 1.1 + 7)}" fill="${contact}"/>`,
  );
  parts.push(
    `<use href="#${id}" transform="translate(${num(x)} ${num(y)}) rotate(${num(turn)}) scale(${num(scale)})"/>`,
  );
  return parts.join('');
}

/** Contact shadow of a box: its base with many faint outlines, which is far cheaper than a blur. */
function baseShadow(
  { set, light }: Shot,
  base: NonNullable<Body['base']>,
  x: number,
  y: number,
  scale: number,
): string {
  const d = `M${base.map(([bx, by]) => `${num(x + bx * scale)} ${num(y + by * scale)}`).join('L')}Z`;
  const rims = [2, 5, 9, 13, 18, 24, 31, 39].map(
    (width) => `<path d="${d}" stroke-width="${width}" stroke-opacity=".055"/>`,
  );
  return (
    `<path d="${d}" transform="translate(${num(light * 6)} 5)" fill="${set.shade}" fill-opacity=".3"/>` +
    `<g transform="translate(${num(light * 6)} 5)" fill="none" stroke="${set.shade}" stroke-linejoin="round">${rims.join('')}</g>`
  );
}

/** A shadow thrown over the floor, away from the light. */
function longShadow({ body, set, defs, light }: Shot, x: number, y: number, scale: number): string {
  const half = body.foot.rx * scale * (body.base ? 0.8 : 0.96);
  const reach = Math.min(430, body.height * scale * 0.62) * light;
  const rise = Math.min(120, body.height * scale * 0.17);
  const fill = defs.linear(
    [
      [0, set.shade, 0.42],
      [0.55, set.shade, 0.2],
      [1, set.shade, 0],
    ],
    { from: [x, y], to: [x + reach, y - rise], user: true },
  );
  const d = `M${num(x - half)} ${num(y)}L${num(x - half + reach)} ${num(y - rise)}Q${num(x + reach + light * 20)} ${num(y - rise - 16)} ${num(x + half + reach)} ${num(y - rise)}L${num(x + half)} ${num(y)}Z`;
  return `<path d="${d}" fill="${fill}"/>`;
}

/** A polished floor: the body upside down, fading. */
function mirror({ body, defs }: Shot, id: string, x: number, y: number, scale: number): string {
  const depth = Math.min(150, body.height * scale * 0.3);
  const half = (body.width * scale) / 2 + 10;
  const fade = defs.linear(
    [
      [0, '#ffffff', 0.3],
      [1, '#ffffff', 0],
    ],
    { from: [0, y], to: [0, y + depth], user: true },
  );
  const strip = [x - half, y - 20, half * 2, depth + 20] as const;
  const mask = defs.mask(
    `<rect x="${num(strip[0])}" y="${num(strip[1])}" width="${num(strip[2])}" height="${num(strip[3])}" fill="${fade}"/>`,
    strip,
  );
  const clip = defs.clip(
    `<rect x="${num(strip[0])}" y="${num(strip[1])}" width="${num(strip[2])}" height="${num(strip[3])}"/>`,
  );
  const turned = `translate(${num(x)} ${num(y + body.foot.ry * scale * 0.9)}) scale(${num(scale)} ${num(-scale)})`;
  return `<g clip-path="${clip}"><g mask="${mask}"><use href="#${id}" transform="${turned}"/></g></g>`;
}

function fromAbove({ body, set, light }: Shot, id: string, { x, y, scale, turn }: Placement): string {
  const [w, h] = [body.width * scale, body.height * scale];
  const far = set.shadow === 'long' ? 34 : 16;
  const layers = [18, 10, 3]
    .map(
      (grow, i) =>
        `<rect x="${num(-w / 2 - grow)}" y="${num(-h / 2 - grow)}" width="${num(w + 2 * grow)}" height="${num(h + 2 * grow)}" rx="${num(26 + grow)}" fill="${set.shade}" fill-opacity="${[0.07, 0.12, 0.2][i]}"/>`,
    )
    .join('');
  return (
    `<g transform="translate(${num(x + far * light)} ${num(y + far)}) rotate(${num(turn)})">${layers}</g>` +
    `<use href="#${id}" transform="translate(${num(x)} ${num(y)}) rotate(${num(turn)}) scale(${num(scale)}) translate(0 ${num(body.height / 2)})"/>`
  );
}

/** Fruit behind and before the product; how much lies there depends on the room that is left. */
function props(
  { set, body, defs, chance, light }: Shot,
  prop: string,
  places: readonly Placement[],
): [string, string] {
  const item = (x: number, y: number, size: number, turn: number) => {
    const shade = defs.radial([
      [0, set.shade, 0.5],
      [0.6, set.shade, 0.22],
      [1, set.shade, 0],
    ]);
    const shadow = `<ellipse cx="${num(x + 10 * light)}" cy="${num(y + size * (set.lying ? 0.12 : 0.42))}" rx="${num(size * 0.52)}" ry="${num(size * (set.lying ? 0.48 : 0.15))}" fill="${shade}"/>`;
    return `${shadow}<use href="#${prop}" transform="translate(${num(x)} ${num(y)}) rotate(${num(turn)}) scale(${num(size / 200)})"/>`;
  };
  const half = Math.max(...places.map((place) => Math.abs(place.x - 500) + (body.width * place.scale) / 2));
  if (set.lying) {
    const spots = chance.shuffle([
      [120, 130],
      [880, 140],
      [110, 860],
      [890, 870],
      [500, 70],
      [500, 940],
      [70, 500],
      [930, 510],
    ]);
    const free = spots
      .filter(([x = 0]) => Math.abs(x - 500) > half - 40 || half > 330)
      .slice(0, chance.whole(3, 5));
    return [
      free
        .map(([x = 0, y = 0]) =>
          item(
            x + chance.between(-30, 30),
            y + chance.between(-30, 30),
            chance.between(130, 210),
            chance.between(0, 360),
          ),
        )
        .join(''),
      '',
    ];
  }
  const side = chance.pick([-1, 1]);
  const size = chance.between(150, 200);
  const floor = places[0]?.y ?? set.floor;
  const behind = item(
    500 + side * Math.min(430, half + size * 0.2),
    floor - size * 0.5,
    size * 1.06,
    chance.between(-20, 20),
  );
  const front = item(
    500 + side * Math.min(440, half + size * 0.34),
    floor + 62 - size * 0.36,
    size * 0.86,
    chance.between(-30, 30),
  );
  const across = chance.chance(0.6)
    ? item(
        500 - side * Math.min(440, half + size * 0.26),
        floor + 44 - size * 0.36,
        size * 0.92,
        chance.between(-30, 30),
      )
    : '';
  return [behind, front + across];
}
