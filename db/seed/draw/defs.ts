/** Collects what an SVG keeps in <defs>; the same definition twice gets one id. */

/** Offset 0 … 1, colour, opacity (1 when left out). */
export type Stop = readonly [number, string, number?];

export interface LinearOptions {
  /** Start and end as fractions of the painted box, or in user units with `user`. */
  readonly from?: readonly [number, number];
  readonly to?: readonly [number, number];
  readonly user?: boolean;
}

export interface RadialOptions {
  readonly centre?: readonly [number, number];
  readonly radius?: number;
  readonly focus?: readonly [number, number];
  readonly user?: boolean;
}

export class Defs {
  private readonly ids = new Map<string, string>();

  /** A paint: `url(#…)`. */
  linear(stops: readonly Stop[], { from = [0, 0], to = [1, 0], user = false }: LinearOptions = {}): string {
    const box = `x1="${num(from[0])}" y1="${num(from[1])}" x2="${num(to[0])}" y2="${num(to[1])}"${units(user)}`;
    return `url(#${this.id((id) => `<linearGradient id="${id}" ${box}>${stops.map(stop).join('')}</linearGradient>`)})`;
  }

  radial(stops: readonly Stop[], options: RadialOptions = {}): string {
    const { centre = [0.5, 0.5], radius = 0.5, focus = centre, user = false } = options;
    const circle = `cx="${num(centre[0])}" cy="${num(centre[1])}" r="${num(radius)}"`;
    const box = `${circle} fx="${num(focus[0])}" fy="${num(focus[1])}"${units(user)}`;
    return `url(#${this.id((id) => `<radialGradient id="${id}" ${box}>${stops.map(stop).join('')}</radialGradient>`)})`;
  }

  /** Value for a clip-path attribute. */
  clip(shape: string): string {
    return `url(#${this.id((id) => `<clipPath id="${id}">${shape}</clipPath>`)})`;
  }

  /** Value for a mask attribute; only what lies in the box (x, y, w, h) is painted, and paid for. */
  mask(shape: string, box: readonly [number, number, number, number]): string {
    const [x, y, width, height] = box.map(num);
    const area = `maskUnits="userSpaceOnUse" x="${x}" y="${y}" width="${width}" height="${height}"`;
    return `url(#${this.id((id) => `<mask id="${id}" ${area}>${shape}</mask>`)})`;
  }

  /** A repeated tile, as a paint. */
  tile(width: number, height: number, content: string, transform = ''): string {
    const box = `width="${num(width)}" height="${num(height)}" patternUnits="userSpaceOnUse"`;
    const turn = transform ? ` patternTransform="${transform}"` : '';
    return `url(#${this.id((id) => `<pattern id="${id}" ${box}${turn}>${content}</pattern>`)})`;
  }

  /** Keeps the content once; draw it as often as needed with `use`. */
  symbol(content: string): string {
    return this.id((id) => `<g id="${id}">${content}</g>`);
  }

  toString(): string {
    return `<defs>${[...this.ids].map(([template, id]) => template.replaceAll(PLACE, id)).join('')}</defs>`;
  }

  private id(template: (id: string) => string): string {
    const key = template(PLACE);
    const known = this.ids.get(key);
    if (known) return known;
    const id = `d${this.ids.size}`;
    this.ids.set(key, id);
    return id;
  }
}

/** One decimal is a tenth of a pixel on the 1000-pixel canvas; small numbers keep three. */
export function num(value: number): string {
  const scale = Math.abs(value) < 4 ? 1000 : 10;
  return String(Math.round(value * scale) / scale || 0);
}

const PLACE = '\u0001';

function units(user: boolean): string {
  return user ? ' gradientUnits="userSpaceOnUse"' : '';
}

function stop([offset, colour, opacity]: Stop): string {
  const alpha = opacity === undefined ? '' : ` stop-opacity="${num(opacity)}"`;
  return `<stop offset="${num(offset)}" stop-color="${colour}"${alpha}/>`;
}
