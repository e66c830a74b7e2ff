import { disc, hoop, section, streak } from '../draw/lathe';
import { darken, lighten, mix } from '../palette';
import type { Body, Look, Shape } from './body';

const STEEL = '#c9ced3';

/** Drinks can with necked top, rolled rim and pull tab. */
const drinksCan =
  (r: number, h: number): Shape =>
  (look) => {
    const neck = r * 0.83;
    const shoulder = -h + 44;
    const parts = [
      section(look, {
        rings: [
          { y: -16, r },
          { y: 0, r: r * 0.8, by: 'fillet' },
        ],
        fill: STEEL,
        material: 'metal',
        tint: '#5b6168',
      }),
      section(look, {
        rings: [
          { y: -h + 12, r: neck },
          { y: shoulder, r, by: 's' },
          { y: -14, r },
        ],
        fill: look.palette.ground,
        material: 'metal',
        tint: look.palette.deep,
        label: true,
      }),
      section(look, {
        rings: [
          { y: -h, r: neck + 5 },
          { y: -h + 13, r: neck + 4 },
        ],
        fill: STEEL,
        material: 'metal',
        tint: '#5b6168',
      }),
      lid(look, -h, neck + 5),
      hoop(look, shoulder + 2, r * 0.985, '#ffffff', 2, 0.25),
    ];
    return body(parts, r, h, look);
  };

export const can = drinksCan(168, 600);
export const slimCan = drinksCan(122, 640);

/** Food tin with beads pressed into the wall and a ring-pull lid. */
const foodTin =
  (r: number, h: number): Shape =>
  (look) => {
    const wall = [
      section(look, {
        rings: [
          { y: -14, r: r + 5 },
          { y: 0, r: r + 4 },
        ],
        fill: STEEL,
        material: 'metal',
        tint: '#5b6168',
      }),
      section(look, {
        rings: [
          { y: -h + 10, r },
          { y: -12, r },
        ],
        fill: look.palette.ground,
        material: 'metal',
        tint: look.palette.deep,
        label: true,
      }),
      hoop(look, -h + 26, r, darken(look.palette.deep, 0.3), 3, 0.35),
      hoop(look, -h + 30, r, '#ffffff', 2, 0.4),
      hoop(look, -30, r, darken(look.palette.deep, 0.3), 3, 0.35),
      hoop(look, -26, r, '#ffffff', 2, 0.35),
      section(look, {
        rings: [
          { y: -h, r: r + 5 },
          { y: -h + 13, r: r + 5 },
        ],
        fill: STEEL,
        material: 'metal',
        tint: '#5b6168',
      }),
      lid(look, -h, r + 5),
    ];
    return body(wall, r + 5, h, look);
  };

export const tin = foodTin(205, 400);
export const flatTin = foodTin(255, 215);

/** Paper canister for crisps or tea, with a plastic lid. */
export const canister: Shape = (look) => {
  const [r, h] = [128, 650];
  const cap = look.palette.cap;
  const parts = [
    section(look, {
      rings: [
        { y: -14, r: r + 3 },
        { y: 0, r: r + 2 },
      ],
      fill: STEEL,
      material: 'metal',
      tint: '#5b6168',
    }),
    section(look, {
      rings: [
        { y: -h + 46, r },
        { y: -12, r },
      ],
      fill: look.palette.ground,
      material: 'plastic',
      tint: look.palette.deep,
      label: true,
    }),
    section(look, {
      rings: [
        { y: -h, r: r + 4 },
        { y: -h + 50, r: r + 5 },
      ],
      fill: cap,
      material: 'plastic',
    }),
    disc(look, -h, r + 4, lighten(cap, 0.22)),
    disc(look, -h + 1, r - 8, mix(cap, darken(cap, 0.3), 0.35)),
    disc(look, -h + 3, r - 10, lighten(cap, 0.1)),
    streak(look, -r * 0.52, -h + 70, -40, 14, 0.3),
  ];
  return body(parts, r + 5, h, look);
};

function lid(look: Look, y: number, r: number): string {
  const rim = look.defs.linear([
    [0, '#8d949b'],
    [0.25, '#ffffff'],
    [0.55, '#b9bfc5'],
    [0.8, '#eef0f2'],
    [1, '#7f868d'],
  ]);
  const well = look.defs.linear(
    [
      [0, '#7a8188'],
      [0.5, '#c7ccd1'],
      [1, '#e9ecee'],
    ],
    { from: [0, 0], to: [0.4, 1] },
  );
  const ry = r * look.tilt;
  const tab = `<ellipse cx="${r * 0.06}" cy="${y + ry * 0.12}" rx="${r * 0.26}" ry="${ry * 0.3}" fill="#e4e7ea" stroke="#858c93" stroke-width="2"/><ellipse cx="${r * 0.14}" cy="${y + ry * 0.18}" rx="${r * 0.11}" ry="${ry * 0.13}" fill="#9aa1a8"/>`;
  return (
    disc(look, y, r, rim) + disc(look, y + 2, r * 0.91, '#6f767d') + disc(look, y + 3.5, r * 0.89, well) + tab
  );
}

function body(parts: readonly string[], r: number, h: number, look: Look): Body {
  return {
    svg: parts.join(''),
    width: r * 2,
    height: h + r * look.tilt,
    foot: { x: 0, rx: r * 0.92, ry: r * look.tilt },
  };
}
