/** Colour arithmetic on `#rrggbb`. */

type Rgb = readonly [number, number, number];

/** `t` = 0 gives `a`, 1 gives `b`. */
export function mix(a: string, b: string, t: number): string {
  const [from, to] = [rgb(a), rgb(b)];
  return hex([0, 1, 2].map((i) => from[i as 0] + (to[i as 0] - from[i as 0]) * t) as unknown as Rgb);
}

export const lighten = (colour: string, t: number): string => mix(colour, '#ffffff', t);

/** Darker and a little more saturated, as pigment is: never towards grey. */
export function darken(colour: string, t: number): string {
  const [h, s, l] = toHsl(colour);
  return hsl(h, Math.min(1, s * (1 + t * 0.25)), l * (1 - t));
}

/** h in degrees, s and l from 0 to 1. */
export function hsl(h: number, s: number, l: number): string {
  const chroma = s * Math.min(l, 1 - l);
  const channel = (n: number) => {
    const k = (n + h / 30) % 12;
    return 255 * (l - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return hex([channel(0), channel(8), channel(4)]);
}

export function toHsl(colour: string): [number, number, number] {
  const [r, g, b] = rgb(colour).map((value) => value / 255) as unknown as Rgb;
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const l = (max + min) / 2;
  if (max === min) return [0, 0, l];
  const span = max - min;
  const s = span / (l > 0.5 ? 2 - max - min : max + min);
  const h =
    max === r ? (g - b) / span + (g < b ? 6 : 0) : max === g ? (b - r) / span + 2 : (r - g) / span + 4;
  return [h * 60, s, l];
}

/** Relative luminance, 0 … 1. */
export function luminance(colour: string): number {
  const [r, g, b] = rgb(colour).map((value) => (value / 255) ** 2.2) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG contrast ratio, 1 … 21. */
export function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** The first of the colours that can be read on the ground, else the most legible one. */
export function readable(ground: string, colours: readonly string[], ratio = 3): string {
  const best = [...colours].sort((a, b) => contrast(b, ground) - contrast(a, ground))[0];
  return colours.find((colour) => contrast(colour, ground) >= ratio) ?? best ?? '#111111';
}

function rgb(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new Error(`Not a colour: ${colour}. Write it as #rrggbb.`);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function hex(channels: Rgb): string {
  const byte = (value: number) =>
    Math.max(0, Math.min(255, Math.round(value)))
      .toString(16)
      .padStart(2, '0');
  return `#${channels.map(byte).join('')}`;
}
