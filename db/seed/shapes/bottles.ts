import { disc, hoop, section, streak, type Ring } from '../draw/lathe';
import { num } from '../draw/defs';
import { darken, lighten, mix } from '../palette';
import type { Body, Look, Shape } from './body';

/** Clear PET bottle with its drink, a sleeve label and a ribbed screw cap. */
export const petBottle: Shape = (look) => {
  const [r, h] = [118, 690];
  const neck = 40;
  const outline: Ring[] = [
    { y: -h + 44, r: neck },
    { y: -h + 70, r: neck + 2 },
    { y: -h + 190, r, by: 's' },
    { y: -h + 205, r },
    { y: -60, r },
    { y: -46, r: r * 0.95 },
    { y: -30, r: r * 0.97 },
    { y: 0, r: r * 0.78, by: 'fillet' },
  ];
  const juice = liquid(look, look.palette.contents);
  const parts = [
    section(look, { rings: outline, fill: juice, material: 'glass', tint: look.palette.contents }),
    headspace(look, -h + 66, neck, 52),
    section(look, {
      rings: [
        { y: -h + 214, r: r + 2 },
        { y: -118, r: r + 2 },
      ],
      fill: look.palette.ground,
      material: 'plastic',
      tint: look.palette.deep,
      label: true,
    }),
    ...[-96, -72].map((y) => hoop(look, y, r * 0.99, '#ffffff', 3, 0.35)),
    ...[-92, -68].map((y) => hoop(look, y, r * 0.99, darken(look.palette.contents, 0.4), 3, 0.25)),
    streak(look, -r * 0.55, -h + 150, -h + 212, 16, 0.6),
    screwCap(look, -h, neck + 8, 56, look.palette.cap),
  ];
  return body(parts, r, h, look);
};

/** Glass juice bottle with long shoulders and a metal cap. */
export const glassBottle: Shape = (look) => {
  const [r, h] = [128, 660];
  const neck = 46;
  const outline: Ring[] = [
    { y: -h + 36, r: neck },
    { y: -h + 100, r: neck + 1 },
    { y: -h + 270, r, by: 's' },
    { y: -34, r },
    { y: 0, r: r * 0.86, by: 'fillet' },
  ];
  const parts = [
    section(look, {
      rings: outline,
      fill: liquid(look, look.palette.contents),
      material: 'glass',
      tint: look.palette.contents,
    }),
    headspace(look, -h + 50, neck, 40),
    section(look, {
      rings: [
        { y: -h + 285, r: r + 1 },
        { y: -70, r: r + 1 },
      ],
      fill: look.palette.ground,
      material: 'paper',
      tint: look.palette.deep,
      label: true,
    }),
    streak(look, -r * 0.42, -h + 130, -h + 280, 14, 0.75),
    hoop(look, -h + 44, neck + 4, '#ffffff', 5, 0.4),
    screwCap(look, -h, neck + 9, 42, look.palette.cap, 'metal'),
  ];
  return body(parts, r, h, look);
};

/** Short round milk bottle: opaque, wide mouth, foil-like cap. */
export const milkBottle: Shape = (look) => {
  const [r, h] = [150, 560];
  const outline: Ring[] = [
    { y: -h + 50, r: 74 },
    { y: -h + 78, r: 78 },
    { y: -h + 190, r, by: 's' },
    { y: -40, r },
    { y: 0, r: r * 0.84, by: 'fillet' },
  ];
  const milk = mix(look.palette.contents, '#ffffff', 0.55);
  const parts = [
    section(look, { rings: outline, fill: milk, material: 'frost', tint: look.palette.contents }),
    section(look, {
      rings: [
        { y: -h + 200, r: r + 1 },
        { y: -58, r: r + 1 },
      ],
      fill: look.palette.ground,
      material: 'plastic',
      tint: look.palette.deep,
      label: true,
    }),
    streak(look, -r * 0.5, -h + 110, -h + 196, 18, 0.7),
    screwCap(look, -h, 84, 58, look.palette.cap),
  ];
  return body(parts, r, h, look);
};

/** Tall sauce bottle of glass or PET: dark contents, neck, small label on the neck's foot. */
export const sauceBottle: Shape = (look) => {
  const [r, h] = [104, 700];
  const neck = 34;
  const outline: Ring[] = [
    { y: -h + 60, r: neck },
    { y: -h + 150, r: neck + 4 },
    { y: -h + 300, r, by: 's' },
    { y: -26, r },
    { y: 0, r: r * 0.88, by: 'fillet' },
  ];
  const parts = [
    section(look, {
      rings: outline,
      fill: liquid(look, look.palette.contents),
      material: 'glass',
      tint: look.palette.contents,
    }),
    section(look, {
      rings: [
        { y: -h + 310, r: r + 1 },
        { y: -52, r: r + 1 },
      ],
      fill: look.palette.ground,
      material: 'paper',
      tint: look.palette.deep,
      label: true,
    }),
    streak(look, -r * 0.36, -h + 150, -h + 306, 12, 0.7),
    screwCap(look, -h, neck + 12, 76, look.palette.cap),
    hoop(look, -h + 100, neck + 3, look.palette.accent, 16, 0.9),
  ];
  return body(parts, r, h, look);
};

/** Soft upside-down squeeze bottle that stands on its wide cap. */
export const squeezeBottle: Shape = (look) => {
  const [r, h] = [124, 600];
  const parts = [
    section(look, {
      rings: [
        { y: -h, r: 96 },
        { y: -h + 70, r: r + 2, by: 'shoulder' },
        { y: -h + 330, r: r - 6, by: 's' },
        { y: -96, r: r - 2, by: 's' },
        { y: -78, r: 92, by: 'fillet' },
      ],
      fill: look.palette.ground,
      material: 'plastic',
      tint: look.palette.deep,
      label: true,
    }),
    section(look, {
      rings: [
        { y: -84, r: 94 },
        { y: -8, r: 104, by: 's' },
        { y: 0, r: 98 },
      ],
      fill: look.palette.cap,
      material: 'plastic',
    }),
    disc(look, -h, 96, lighten(look.palette.ground, 0.2)),
    disc(look, -h + 3, 80, mix(look.palette.ground, look.palette.deep, 0.25)),
    streak(look, -r * 0.62, -h + 60, -120, 16, 0.55),
  ];
  return { ...body(parts, r, h, look), foot: { x: 0, rx: 98, ry: 98 * look.tilt } };
};

/** Wide jar with a metal twist lid: jam, honey, instant coffee, vitamins. */
export const glassJar: Shape = (look) => {
  const [r, h] = [180, 440];
  const outline: Ring[] = [
    { y: -h + 64, r: r * 0.86 },
    { y: -h + 120, r, by: 'shoulder' },
    { y: -36, r },
    { y: 0, r: r * 0.86, by: 'fillet' },
  ];
  const parts = [
    section(look, {
      rings: outline,
      fill: liquid(look, look.palette.contents),
      material: 'glass',
      tint: look.palette.contents,
    }),
    section(look, {
      rings: [
        { y: -h + 140, r: r + 1 },
        { y: -56, r: r + 1 },
      ],
      fill: look.palette.ground,
      material: 'paper',
      tint: look.palette.deep,
      label: true,
    }),
    screwCap(look, -h, r * 0.9, 70, look.palette.cap, 'metal'),
    streak(look, -r * 0.72, -h + 110, -60, 12, 0.6),
  ];
  return body(parts, r, h, look);
};

/** Supplement bottle: opaque, square shoulders, wide ribbed cap. */
export const pillBottle: Shape = (look) => {
  const [r, h] = [150, 500];
  const bottle = mix(look.palette.contents, '#ffffff', 0.86);
  const parts = [
    section(look, {
      rings: [
        { y: -h + 90, r: r * 0.72 },
        { y: -h + 150, r, by: 'shoulder' },
        { y: -30, r },
        { y: 0, r: r * 0.9, by: 'fillet' },
      ],
      fill: bottle,
      material: 'plastic',
      tint: look.palette.deep,
    }),
    section(look, {
      rings: [
        { y: -h + 165, r: r + 1 },
        { y: -44, r: r + 1 },
      ],
      fill: look.palette.ground,
      material: 'plastic',
      tint: look.palette.deep,
      label: true,
    }),
    screwCap(look, -h, r * 0.8, 100, look.palette.cap),
  ];
  return body(parts, r, h, look);
};

/** Screw cap with fine ribs. */
export function screwCap(
  look: Look,
  y: number,
  r: number,
  height: number,
  colour: string,
  material: 'plastic' | 'metal' = 'plastic',
): string {
  const wall = section(look, {
    rings: [
      { y, r: r * 0.97 },
      { y: y + height, r },
    ],
    fill: colour,
    material,
  });
  const ribs: string[] = [];
  for (let i = -9; i <= 9; i++) {
    const x = r * Math.sin((i / 9.5) * 1.5);
    const fall = r * look.tilt * Math.sqrt(Math.max(0, 1 - (x / r) ** 2));
    ribs.push(`M${num(x)} ${num(y + fall + height * 0.16)}V${num(y + fall + height * 0.84)}`);
  }
  const lines =
    material === 'plastic'
      ? `<path d="${ribs.join('')}" stroke="${darken(colour, 0.45)}" stroke-width="2.4" stroke-opacity=".4" fill="none"/>`
      : hoop(look, y + height * 0.78, r, darken(colour, 0.4), 3, 0.4);
  const top = look.defs.linear([
    [0, lighten(colour, 0.4)],
    [1, lighten(colour, 0.08)],
  ]);
  return (
    wall + lines + disc(look, y, r * 0.97, top) + disc(look, y + 1.5, r * 0.8, mix(colour, '#ffffff', 0.16))
  );
}

function liquid(look: Look, colour: string): string {
  return look.defs.linear(
    [
      [0, lighten(colour, 0.25)],
      [0.5, colour],
      [1, darken(colour, 0.18)],
    ],
    { from: [0, 0], to: [0, 1] },
  );
}

/** The empty part of a clear neck, above the liquid. */
function headspace(look: Look, y: number, r: number, height: number): string {
  const glass = mix(look.palette.contents, '#ffffff', 0.78);
  return (
    section(look, {
      rings: [
        { y, r: r - 1 },
        { y: y + height, r: r + 3 },
      ],
      fill: glass,
      material: 'glass',
      tint: look.palette.contents,
    }) + disc(look, y + height, r + 3, lighten(look.palette.contents, 0.35))
  );
}

function body(parts: readonly string[], r: number, h: number, look: Look): Body {
  return { svg: parts.join(''), width: r * 2, height: h, foot: { x: 0, rx: r * 0.9, ry: r * look.tilt } };
}
