import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype, { type Font, type PathCommand } from 'opentype.js';
import { num } from './defs';

/**
 * Letters as outlines, from fonts in npm packages: pictures look the same on a machine without any font.
 * Glyphs are read once per font and kept in units of 1/100 em.
 */
const FILES = {
  poster: '@fontsource/black-han-sans/files/black-han-sans-korean-400-normal.woff',
  round: '@fontsource/jua/files/jua-korean-400-normal.woff',
  sign: '@fontsource/do-hyeon/files/do-hyeon-korean-400-normal.woff',
  serif: '@fontsource/song-myung/files/song-myung-korean-400-normal.woff',
  script: '@fontsource/pacifico/files/pacifico-latin-400-normal.woff',
  sans: 'pretendard/dist/web/static/woff/Pretendard-SemiBold.woff',
  heavy: 'pretendard/dist/web/static/woff/Pretendard-Black.woff',
} as const;

export type FontName = keyof typeof FILES;
export type Warp = (x: number, y: number) => readonly [number, number];

export interface TextOptions {
  readonly font: FontName;
  /** Em size in user units. */
  readonly size: number;
  /** Extra space between letters, in em. */
  readonly spacing?: number;
  readonly warp?: Warp;
}

/** Width of a line in user units. */
export function textWidth(text: string, { font, size, spacing = 0 }: TextOptions): number {
  const letters = [...text];
  const advance = letters.reduce((sum, letter) => sum + glyph(font, letter).advance, 0);
  return (advance / 100 + spacing * Math.max(0, letters.length - 1)) * size;
}

/** Path data of one line whose baseline starts at (x, y). */
export function textPath(text: string, x: number, y: number, options: TextOptions): string {
  const { font, size, spacing = 0, warp = (px, py) => [px, py] } = options;
  let pen = x;
  let data = '';
  for (const letter of text) {
    const { commands, advance } = glyph(font, letter);
    const place = (px: number, py: number) =>
      warp(pen + (px * size) / 100, y + (py * size) / 100)
        .map(num)
        .join(' ');
    for (const command of commands) data += write(command, place);
    pen += (advance / 100 + spacing) * size;
  }
  return data;
}

interface KeptGlyph {
  readonly commands: readonly PathCommand[];
  readonly advance: number;
}

const fonts = new Map<FontName, Font>();
const glyphs = new Map<string, KeptGlyph>();

function glyph(font: FontName, letter: string): KeptGlyph {
  const key = font + letter;
  const known = glyphs.get(key);
  if (known) return known;
  const source = load(font);
  if (source.charToGlyphIndex(letter) === 0) {
    throw new Error(
      `The font ${font} has no "${letter}": write the label in letters it has, or choose another font.`,
    );
  }
  const found = source.charToGlyph(letter);
  const kept = {
    commands: found.getPath(0, 0, 100).commands,
    advance: (found.advanceWidth / source.unitsPerEm) * 100,
  };
  glyphs.set(key, kept);
  return kept;
}

function load(name: FontName): Font {
  const known = fonts.get(name);
  if (known) return known;
  const file = readFileSync(createRequire(import.meta.url).resolve(FILES[name]));
  const font = opentype.parse(
    file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer,
  );
  fonts.set(name, font);
  return font;
}

function write(command: PathCommand, place: (x: number, y: number) => string): string {
  switch (command.type) {
    case 'Z':
      return 'Z';
    case 'Q':
      return `Q${place(command.x1, command.y1)} ${place(command.x, command.y)}`;
    case 'C':
      return `C${place(command.x1, command.y1)} ${place(command.x2, command.y2)} ${place(command.x, command.y)}`;
    default:
      return command.type + place(command.x, command.y);
  }
}
