import { num } from './defs';
import { textPath, textWidth, type FontName } from './text-paths';

/**
 * The part of a body that carries the label: a box from (0, 0) to (w, h).
 * On a round body horizontal lines hang down in the middle by `sag`, and letters shrink towards the sides.
 */
export class Surface {
  constructor(
    readonly w: number,
    readonly h: number,
    readonly sag = 0,
    /** Share of the width at each side that is hard to see and stays free of letters. */
    readonly margin = 0.07,
  ) {}

  /** The shorter side: sizes of ornaments follow it. */
  get unit(): number {
    return Math.min(this.w, this.h);
  }

  get landscape(): boolean {
    return this.w > this.h * 1.15;
  }

  readonly warp = (x: number, y: number): readonly [number, number] => {
    if (this.sag === 0) return [x, y];
    const u = Math.max(-1, Math.min(1, (x / this.w) * 2 - 1));
    const bent = Math.sin(u * 1.05) / Math.sin(1.05);
    return [
      ((bent + 1) * this.w) / 2,
      y + this.sag * Math.sqrt(Math.max(0, 1 - bent * bent)) - this.sag * 0.5,
    ];
  };

  /** A closed path between two heights over the whole width. */
  band(y0: number, y1: number): string {
    const { w, sag } = this;
    if (sag === 0) return `M0 ${num(y0)}H${num(w)}V${num(y1)}H0Z`;
    const arc = (sweep: 0 | 1) => `A${num(w / 2)} ${num(sag)} 0 0 ${sweep}`;
    const shift = sag * -0.5;
    return `M0 ${num(y0 + shift)}${arc(0)} ${num(w)} ${num(y0 + shift)}L${num(w)} ${num(y1 + shift)}${arc(1)} 0 ${num(y1 + shift)}Z`;
  }

  /** A rounded rectangle that follows the surface. */
  panel(x: number, y: number, w: number, h: number, r = 0): string {
    if (this.sag === 0) return roundedRect(x, y, w, h, r);
    const points: string[] = [];
    const k = Math.min(r, w / 2, h / 2);
    const add = (px: number, py: number) => points.push(this.warp(px, py).map(num).join(' '));
    const corner = (cx: number, cy: number, from: number) => {
      for (let i = 0; i <= 4; i++) add(cx + k * cos(from + i * 22.5), cy + k * sin(from + i * 22.5));
    };
    for (let i = 0; i < 8; i++) add(x + k + ((w - 2 * k) * i) / 8, y);
    corner(x + w - k, y + k, -90);
    corner(x + w - k, y + h - k, 0);
    for (let i = 8; i > 0; i--) add(x + k + ((w - 2 * k) * i) / 8, y + h);
    corner(x + k, y + h - k, 90);
    corner(x + k, y + k, 180);
    return `M${points.join('L')}Z`;
  }

  /** Width that a line will have in this box. */
  measure(text: string, box: TextBox): number {
    return textWidth(text, { font: box.font, size: fitted([text], box), spacing: box.spacing });
  }

  /** One line of letters, as big as the box allows. `align`: -1 left, 0 middle, 1 right. */
  text(text: string, box: TextBox, fill: string): string {
    return this.lines([text], box, fill);
  }

  /** Several lines of one size that fill the box as well as they can. */
  lines(lines: readonly string[], box: TextBox, fill: string): string {
    const { font, spacing = 0, leading = 1.04, align = 0 } = box;
    const size = fitted(lines, box);
    const height = size * (CAP + (lines.length - 1) * leading);
    const top = box.y + (box.h - height) * (box.valign ?? 0.5);
    const data = lines.map((line, i) => {
      const width = textWidth(line, { font, size, spacing });
      const x = box.x + ((box.w - width) * (align + 1)) / 2;
      return textPath(line, x, top + size * (CAP + i * leading), { font, size, spacing, warp: this.warp });
    });
    const d = data.join('');
    const outline = box.outline
      ? `<path d="${d}" fill="${box.outline}" stroke="${box.outline}" stroke-width="${num(size * (box.outlineWidth ?? 0.16))}" stroke-linejoin="round"/>`
      : '';
    const drop = box.drop
      ? `<path d="${d}" fill="${box.drop}" transform="translate(${num(size * 0.045)} ${num(size * 0.055)})"/>`
      : '';
    return `${outline}${drop}<path d="${d}" fill="${fill}"/>`;
  }
}

export interface TextBox {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly font: FontName;
  readonly spacing?: number;
  readonly leading?: number;
  readonly align?: -1 | 0 | 1;
  /** 0 top, 0.5 middle, 1 bottom. */
  readonly valign?: number;
  readonly maxSize?: number;
  /** Colour of a thick line around the letters. */
  readonly outline?: string;
  readonly outlineWidth?: number;
  /** Colour of a hard shadow behind the letters. */
  readonly drop?: string;
}

export function roundedRect(x: number, y: number, w: number, h: number, r: number): string {
  const k = Math.min(r, w / 2, h / 2);
  const arc = `a${num(k)} ${num(k)} 0 0 1`;
  return `M${num(x + k)} ${num(y)}h${num(w - 2 * k)}${arc} ${num(k)} ${num(k)}v${num(h - 2 * k)}${arc} ${num(-k)} ${num(k)}h${num(2 * k - w)}${arc} ${num(-k)} ${num(-k)}v${num(2 * k - h)}${arc} ${num(k)} ${num(-k)}Z`;
}

/** Height of Korean letters and capitals above the baseline, in em. */
const CAP = 0.8;

function fitted(lines: readonly string[], box: TextBox): number {
  const { font, spacing = 0, leading = 1.04, maxSize = Infinity } = box;
  const widest = Math.max(...lines.map((line) => textWidth(line, { font, size: 100, spacing })));
  const byWidth = (box.w / widest) * 100;
  const byHeight = box.h / (CAP + (lines.length - 1) * leading);
  return Math.min(byWidth, byHeight, maxSize);
}

const cos = (degrees: number): number => Math.cos((degrees * Math.PI) / 180);
const sin = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);
