import { mark, type MarkName } from '../draw/marks';
import { num, type Defs } from '../draw/defs';
import { pattern, type PatternName } from '../draw/patterns';
import { readable } from '../palette';
import type { Surface, TextBox } from '../draw/surface';
import type { FontName } from '../draw/text-paths';
import type { Palette } from '../shapes/body';

/** Everything that is printed on one package. */
export interface Label {
  readonly brand: {
    readonly ko: string;
    readonly en: string;
    readonly mark: MarkName;
    readonly font: FontName;
    readonly latin: boolean;
  };
  /** Name in Korean, one or two lines. */
  readonly title: readonly string[];
  readonly titleFont: FontName;
  readonly latin: string;
  readonly claim: string;
  readonly net: string;
  readonly pattern: PatternName;
  readonly palette: Palette;
  /** Id of the flavour's drawing, in a box of -100 … 100. */
  readonly picture: string;
  readonly defs: Defs;
}

/** Paints the whole surface. */
export type Layout = (label: Label, surface: Surface) => string;

export function picture(label: Label, x: number, y: number, size: number, turn = 0): string {
  return `<use href="#${label.picture}" transform="translate(${num(x)} ${num(y)}) rotate(${num(turn)}) scale(${num(size / 200)})"/>`;
}

/** A soft dark blot below a drawing, so that it sits on the label. */
export function blot(label: Label, x: number, y: number, size: number): string {
  const fill = label.defs.radial([
    [0, label.palette.deep, 0.38],
    [0.6, label.palette.deep, 0.14],
    [1, label.palette.deep, 0],
  ]);
  return `<ellipse cx="${num(x)}" cy="${num(y)}" rx="${num(size * 0.52)}" ry="${num(size * 0.16)}" fill="${fill}"/>`;
}

export function ground(s: Surface, fill: string): string {
  return `<rect x="${num(-s.w * 0.3)}" y="${num(-s.h * 0.3)}" width="${num(s.w * 1.6)}" height="${num(s.h * 1.6)}" fill="${fill}"/>`;
}

export function printed(label: Label, s: Surface, colour: string, opacity: number, repeat = 0.2): string {
  return pattern(label.pattern, { w: s.w, h: s.h, u: s.unit * repeat, colour, opacity });
}

/** Mark and word mark side by side, or the mark above the word in a tall box. */
export function brand(
  label: Label,
  s: Surface,
  box: Pick<TextBox, 'x' | 'y' | 'w' | 'h' | 'align'>,
  ink: string,
  hole: string,
): string {
  const { x, y, w, h, align = 0 } = box;
  const word = label.brand.latin ? label.brand.en : label.brand.ko;
  const text = { font: label.brand.font, valign: 0.5 } as const;
  if (h > w * 0.42) {
    const size = Math.min(h * 0.52, w * 0.5);
    const [mx, my] = s.warp(x + w / 2, y + size / 2);
    return (
      mark(label.brand.mark, mx, my, size, ink, hole) +
      s.text(word, { ...text, x, y: y + size * 1.12, w, h: h - size * 1.12 }, ink)
    );
  }
  const size = h;
  const gap = h * 0.24;
  const room = w - size - gap;
  const width = Math.min(room, s.measure(word, { ...text, x: 0, y: 0, w: room, h: h * 0.84 }));
  const start = x + ((w - size - gap - width) * (align + 1)) / 2;
  const [mx, my] = s.warp(start + size / 2, y + h / 2);
  return (
    mark(label.brand.mark, mx, my, size, ink, hole) +
    s.text(
      word,
      { ...text, x: start + size + gap, y: y + h * 0.08, w: width + 1, h: h * 0.84, align: -1 },
      ink,
    )
  );
}

/** A round or starred sticker with the claim in one or two lines. */
export function sticker(
  label: Label,
  s: Surface,
  x: number,
  y: number,
  r: number,
  fill: string,
  ink: string,
  teeth = 0,
): string {
  const letters = readable(fill, [ink, '#ffffff', label.palette.deep]);
  const [cx, cy] = s.warp(x, y);
  const shape =
    teeth === 0
      ? `<circle cx="${num(cx)}" cy="${num(cy)}" r="${num(r)}" fill="${fill}"/>`
      : `<path d="${seal(cx, cy, r, teeth)}" fill="${fill}"/>`;
  const words = label.claim.split(' ');
  const middle = Math.ceil(words.length / 2);
  const lines =
    words.length === 1 ? words : [words.slice(0, middle).join(' '), words.slice(middle).join(' ')];
  return `${shape}<circle cx="${num(cx)}" cy="${num(cy)}" r="${num(r * 0.86)}" fill="none" stroke="${letters}" stroke-width="${num(Math.max(1.2, r * 0.03))}" stroke-opacity=".55"/>${s.lines(lines, { x: x - r * 0.68, y: y - r * 0.42, w: r * 1.36, h: r * 0.84, font: 'sans', leading: 1.18 }, letters)}`;
}

export function seal(cx: number, cy: number, r: number, teeth: number): string {
  const points = Array.from({ length: teeth * 2 }, (_, i) => {
    const angle = (i * Math.PI) / teeth;
    const reach = i % 2 ? r * 0.9 : r;
    return `${num(cx + reach * Math.cos(angle))} ${num(cy + reach * Math.sin(angle))}`;
  });
  return `M${points.join('L')}Z`;
}

/** Net contents and the Latin name, small. */
export function smallPrint(
  label: Label,
  s: Surface,
  box: Pick<TextBox, 'x' | 'y' | 'w' | 'h' | 'align'>,
  ink: string,
): string {
  const size = Math.max(12, Math.min(22, s.unit * 0.055));
  return s.text(label.net, { ...box, font: 'sans', maxSize: size, spacing: 0.02 }, ink);
}

/** Two lines of tiny letters, as the law wants them: makes a label look finished. */
export function tinyLines(
  s: Surface,
  x: number,
  y: number,
  w: number,
  rows: number,
  ink: string,
  align: -1 | 0 | 1 = 0,
): string {
  const height = Math.max(2.2, s.unit * 0.009);
  return Array.from({ length: rows }, (_, i) => {
    const width = w * (1 - 0.22 * ((i * 2 + 1) % 3));
    const left = x + ((w - width) * (align + 1)) / 2;
    return `<path d="${s.panel(left, y + i * height * 2.5, width, height)}" fill="${ink}" fill-opacity=".45"/>`;
  }).join('');
}

export const PATHS = {
  ellipse: (x: number, y: number, rx: number, ry: number, fill: string, extra = '') =>
    `<ellipse cx="${num(x)}" cy="${num(y)}" rx="${num(rx)}" ry="${num(ry)}" fill="${fill}"${extra}/>`,
};
