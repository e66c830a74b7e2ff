import { num } from '../draw/defs';
import { disc, hoop, section, streak } from '../draw/lathe';
import { Surface } from '../draw/surface';
import { darken, lighten, mix } from '../palette';
import type { Body, Look, Shape } from './body';

/** Instant noodle cup: foamed paper, wide at the top, glued paper lid with a tongue. */
const noodleCup =
  (top: number, bottom: number, h: number): Shape =>
  (look) => {
    const paper = '#f6f2ea';
    const parts = [
      section(look, {
        rings: [
          { y: -26, r: bottom - 2 },
          { y: 0, r: bottom - 6 },
        ],
        fill: paper,
        material: 'paper',
        tint: '#a79f90',
      }),
      section(look, {
        rings: [
          { y: -h + 12, r: top },
          { y: -22, r: bottom },
        ],
        fill: look.palette.ground,
        material: 'paper',
        tint: look.palette.deep,
        label: true,
        margin: 0.2,
      }),
      hoop(look, -24, bottom, darken(look.palette.deep, 0.3), 3, 0.3),
      section(look, {
        rings: [
          { y: -h - 2, r: top + 9 },
          { y: -h + 14, r: top + 8 },
        ],
        fill: paper,
        material: 'paper',
        tint: '#a79f90',
      }),
      paperLid(look, -h, top + 9),
    ];
    return body(parts, top + 9, bottom, h, look);
  };

export const cupNoodle = noodleCup(215, 160, 440);
export const bowlNoodle = noodleCup(275, 195, 270);

/** Yoghurt or pudding cup: thin plastic, foil lid. */
export const yoghurtCup: Shape = (look) => {
  const [top, bottom, h] = [170, 128, 360];
  const plastic = mix(look.palette.pale, '#ffffff', 0.5);
  const parts = [
    section(look, {
      rings: [
        { y: -20, r: bottom - 4 },
        { y: 0, r: bottom - 10 },
      ],
      fill: plastic,
      material: 'plastic',
      tint: look.palette.deep,
    }),
    section(look, {
      rings: [
        { y: -h + 40, r: top - 6 },
        { y: -18, r: bottom },
      ],
      fill: look.palette.ground,
      material: 'plastic',
      tint: look.palette.deep,
      label: true,
    }),
    section(look, {
      rings: [
        { y: -h + 6, r: top + 4 },
        { y: -h + 42, r: top - 4 },
      ],
      fill: plastic,
      material: 'plastic',
      tint: look.palette.deep,
    }),
    section(look, {
      rings: [
        { y: -h - 3, r: top + 12 },
        { y: -h + 8, r: top + 12 },
      ],
      fill: '#dfe2e5',
      material: 'foil',
      tint: '#6b7178',
    }),
    disc(look, -h - 3, top + 12, foilLid(look)),
    `<path d="M${top - 10} ${-h + 10}q46 4 52 30q-30 14 -74 -8Z" fill="#d5d9dd" stroke="#9aa1a8" stroke-width="1.5"/>`,
    streak(look, -top * 0.52, -h + 60, -40, 16, 0.4),
  ];
  return body(parts, top + 12, bottom, h, look);
};

/** Ice-cream pint: straight card tub with an overlapping card lid. */
export const pint: Shape = (look) => {
  const [top, bottom, h] = [190, 158, 430];
  const lid = look.palette.cap;
  const parts = [
    section(look, {
      rings: [
        { y: -h + 70, r: top - 6 },
        { y: 0, r: bottom },
      ],
      fill: look.palette.ground,
      material: 'paper',
      tint: look.palette.deep,
      label: true,
    }),
    hoop(look, -6, bottom, darken(look.palette.deep, 0.4), 4, 0.3),
    hoop(look, -h + 80, top - 6, darken(look.palette.deep, 0.5), 16, 0.22),
    section(look, {
      rings: [
        { y: -h, r: top + 6 },
        { y: -h + 72, r: top + 3 },
      ],
      fill: lid,
      material: 'plastic',
    }),
    hoop(look, -h + 64, top + 4, darken(lid, 0.35), 3, 0.35),
    disc(look, -h, top + 6, lighten(lid, 0.18)),
    disc(look, -h + 3, top - 10, darken(lid, 0.12)),
    disc(look, -h + 6, top - 13, lighten(lid, 0.08)),
  ];
  return body(parts, top + 6, bottom, h, look);
};

/** Family tub with handle-less lid: gochujang, doenjang, cleansing balm refills. */
export const tub: Shape = (look) => {
  const [top, bottom, h] = [220, 188, 340];
  const lid = look.palette.cap;
  const parts = [
    section(look, {
      rings: [
        { y: -h + 74, r: top - 8 },
        { y: -10, r: bottom },
        { y: 0, r: bottom - 10, by: 'fillet' },
      ],
      fill: look.palette.ground,
      material: 'plastic',
      tint: look.palette.deep,
      label: true,
    }),
    section(look, {
      rings: [
        { y: -h, r: top - 6 },
        { y: -h + 12, r: top + 4, by: 'shoulder' },
        { y: -h + 72, r: top + 6 },
      ],
      fill: lid,
      material: 'plastic',
    }),
    hoop(look, -h + 58, top + 6, darken(lid, 0.35), 3, 0.35),
    disc(look, -h, top - 6, lighten(lid, 0.2)),
    disc(look, -h + 4, top - 26, darken(lid, 0.1)),
    disc(look, -h + 7, top - 29, lighten(lid, 0.1)),
    streak(look, -top * 0.56, -h + 96, -40, 18, 0.4),
  ];
  return body(parts, top + 6, bottom, h, look);
};

/** Low cosmetic jar: thick clear wall, coloured heart, tall lid. */
export const cosmeticJar: Shape = (look) => {
  const [r, h] = [210, 330];
  const wall = mix(look.palette.contents, '#ffffff', 0.62);
  const lid = look.palette.cap;
  const parts = [
    section(look, {
      rings: [
        { y: -h + 128, r },
        { y: -26, r },
        { y: 0, r: r * 0.93, by: 'fillet' },
      ],
      fill: wall,
      material: 'glass',
      tint: look.palette.contents,
    }),
    section(look, {
      rings: [
        { y: -h + 132, r: r - 24 },
        { y: -44, r: r - 24 },
        { y: -28, r: r - 40, by: 'fillet' },
      ],
      fill: look.palette.ground,
      material: 'frost',
      tint: look.palette.deep,
      label: true,
    }),
    section(look, {
      rings: [
        { y: -h + 6, r: r - 2 },
        { y: -h + 14, r: r + 3, by: 'shoulder' },
        { y: -h + 130, r: r + 3 },
      ],
      fill: lid,
      material: 'plastic',
    }),
    hoop(look, -h + 122, r + 3, darken(lid, 0.5), 2, 0.35),
    disc(look, -h + 6, r - 2, lighten(lid, 0.24)),
    disc(look, -h + 8, r - 14, lighten(lid, 0.12)),
    streak(look, -r * 0.85, -h + 150, -30, 8, 0.8),
    streak(look, r * 0.9, -h + 150, -30, 6, 0.6),
  ];
  return body(parts, r + 3, r * 0.95, h, look);
};

function paperLid(look: Look, y: number, r: number): string {
  const { palette, defs, tilt } = look;
  const side = r * 1.36;
  const face = defs.clip(`<ellipse cx="0" cy="${num(y)}" rx="${num(r - 5)}" ry="${num((r - 5) * tilt)}"/>`);
  const shine = defs.linear([
    [0, '#ffffff', 0.5],
    [0.5, '#ffffff', 0],
    [1, darken(palette.deep, 0.5), 0.22],
  ]);
  const art = look.art(new Surface(side, side, 0, 0.1));
  return (
    disc(look, y, r, '#fbf8f2') +
    disc(look, y, r - 5, palette.ground) +
    `<g clip-path="${face}"><g transform="translate(0 ${num(y)}) scale(1 ${num(tilt * 1.25)}) translate(${num(-side / 2)} ${num(-side / 2)})">${art}</g></g>` +
    disc(look, y, r - 5, shine) +
    `<path d="M${num(r * 0.52)} ${num(y + r * tilt * 0.82)}q${num(r * 0.2)} ${num(r * 0.2)} ${num(r * 0.36)} ${num(r * 0.1)}q${num(r * 0.03)} ${num(-r * 0.06)} ${num(-r * 0.04)} ${num(-r * 0.16)}Z" fill="${lighten(palette.ground, 0.1)}" stroke="${darken(palette.deep, 0.2)}" stroke-opacity=".35" stroke-width="1.5"/>`
  );
}

function foilLid(look: Look): string {
  return look.defs.linear(
    [
      [0, '#b4bac0'],
      [0.2, '#f7f8f9'],
      [0.42, mix('#cfd4d9', look.palette.ground, 0.25)],
      [0.6, '#ffffff'],
      [0.8, '#c2c8cd'],
      [1, '#eceef0'],
    ],
    { from: [0, 0.2], to: [1, 0.8] },
  );
}

function body(parts: readonly string[], top: number, bottom: number, h: number, look: Look): Body {
  return {
    svg: parts.join(''),
    width: top * 2,
    height: h + top * look.tilt,
    foot: { x: 0, rx: bottom * 0.95, ry: bottom * look.tilt },
  };
}
