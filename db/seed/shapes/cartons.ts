import { cuboid, onFace, polygon, projector, type Box } from '../draw/cuboid';
import { num } from '../draw/defs';
import { disc, section } from '../draw/lathe';
import { darken, lighten, mix } from '../palette';
import type { Body, Look, Shape } from './body';

/** Gable-top carton: body, leaning roof panel, folded side, sealed ridge, screw cap. */
export const gableCarton: Shape = (look) => {
  const box: Box = { w: 290, h: 440, d: 240, turn: 26 };
  const { w, h, d } = box;
  const [rise, ridge] = [120, 46];
  const at = projector(look, box);
  const { palette, light } = look;
  const near = (w / 2) * light;
  const roofTop = h + rise;
  const dark = darken(palette.deep, 0.45);
  const roof = look.defs.linear(
    [
      [0, '#ffffff', 0.45],
      [1, dark, 0.12],
    ],
    { from: [0, 0], to: [0, 1] },
  );
  const roofArt = `<rect width="${w}" height="130" fill="${palette.ground}"/><rect y="112" width="${w}" height="18" fill="${palette.second}"/><rect width="${w}" height="130" fill="${roof}"/>`;
  const gable = polygon(
    [at(near, h, 0), at(near, roofTop, d / 2), at(near, h, d)],
    mix(palette.ground, dark, 0.5),
  );
  const fold = polygon(
    [at(near, h, d * 0.16), at(near * 0.72, roofTop - 26, d / 2), at(near, h, d * 0.84)],
    mix(palette.ground, dark, 0.68),
  );
  const svg = [
    cuboid(look, box, sidePanel(look, d, h), null),
    gable,
    fold,
    onFace(at(-w / 2, roofTop, d / 2), at(w / 2, roofTop, d / 2), at(-w / 2, h, 0), w, 130, roofArt),
    onFace(
      at(-w / 2, roofTop + ridge, d / 2),
      at(w / 2, roofTop + ridge, d / 2),
      at(-w / 2, roofTop, d / 2),
      w,
      ridge,
      ridgeArt(look, w, ridge),
    ),
    cap(look, at(0, h + rise * 0.5, d * 0.25)),
  ].join('');
  return measured(look, box, svg, rise + ridge);
};

/** Tetra brick with a straw in its film on the side. */
export const tetraBrick: Shape = (look) => {
  const box: Box = { w: 270, h: 520, d: 170, turn: 27 };
  const { w, h, d } = box;
  const at = projector(look, box);
  const { palette } = look;
  const flap = polygon(
    [
      at(-w / 2 + 6, h + 1, d * 0.38),
      at(w / 2 - 6, h + 1, d * 0.38),
      at(w / 2 - 6, h + 1, d * 0.56),
      at(-w / 2 + 6, h + 1, d * 0.56),
    ],
    lighten(palette.ground, 0.55),
  );
  const [sx, sy] = at(-w * 0.28, h + 2, d * 0.24);
  const hole = `<ellipse cx="${num(sx)}" cy="${num(sy)}" rx="17" ry="6" fill="#dfe3e6" stroke="#9aa2a8" stroke-width="1.6"/>`;
  const straw = `<g transform="rotate(14 ${d / 2} ${h / 2})"><rect x="${d / 2 - 24}" y="60" width="46" height="${h - 130}" rx="6" fill="#fff" fill-opacity=".28"/><rect x="${d / 2 - 8}" y="80" width="15" height="${h - 170}" rx="7" fill="${palette.accent}"/><rect x="${d / 2 - 5}" y="84" width="4" height="${h - 180}" rx="2" fill="#fff" fill-opacity=".6"/></g>`;
  const svg = cuboid(look, box, plainSide(look, d, h) + straw, lighten(palette.ground, 0.28)) + flap + hole;
  return measured(look, box, svg, 0);
};

/** Upright folding box: tea bags, biscuits, soap, supplements. */
const foldingBox =
  (box: Box): Shape =>
  (look) => {
    const { w, h, d } = box;
    const at = projector(look, box);
    const svg = cuboid(look, box, sidePanel(look, d, h), lighten(look.palette.ground, 0.3));
    const [x0, y0] = at(-w / 2, h, d * 0.5);
    const [x1, y1] = at(w / 2, h, d * 0.5);
    const slit = `<path d="M${num(x0)} ${num(y0)}L${num(x1)} ${num(y1)}" stroke="${darken(look.palette.deep, 0.3)}" stroke-opacity=".35" stroke-width="2"/>`;
    return measured(look, box, svg + slit, 0);
  };

export const box = foldingBox({ w: 400, h: 460, d: 150, turn: 22 });
export const slimBox = foldingBox({ w: 280, h: 560, d: 110, turn: 24 });
export const cerealBox = foldingBox({ w: 420, h: 590, d: 120, turn: 20 });
export const flatBox = foldingBox({ w: 560, h: 300, d: 170, turn: 16 });

/** Carry box for several cans or bottles, with a hand hole in the top. */
export const multipack: Shape = (look) => {
  const shape: Box = { w: 500, h: 350, d: 300, turn: 22 };
  const { w, h, d } = shape;
  const at = projector(look, shape);
  const { palette } = look;
  const svg = cuboid(look, shape, sidePanel(look, d, h), lighten(palette.ground, 0.22));
  const hole = polygon(
    [
      at(-w * 0.16, h + 1, d * 0.4),
      at(w * 0.16, h + 1, d * 0.4),
      at(w * 0.16, h + 1, d * 0.6),
      at(-w * 0.16, h + 1, d * 0.6),
    ],
    darken(palette.deep, 0.5),
    ` stroke="${lighten(palette.ground, 0.5)}" stroke-width="3" stroke-linejoin="round"`,
  );
  return measured(look, shape, svg + hole, 0);
};

function plainSide({ palette }: Look, w: number, h: number): string {
  return `<rect width="${num(w)}" height="${num(h)}" fill="${palette.ground}"/><rect y="${num(h * 0.88)}" width="${num(w)}" height="${num(h * 0.12)}" fill="${palette.second}"/>`;
}

function sidePanel(look: Look, w: number, h: number): string {
  const { palette } = look;
  const inner = mix(palette.ground, '#ffffff', 0.1);
  const rows = Array.from({ length: 7 }, (_, i) => {
    const width = (w - 60) * (i % 3 === 2 ? 0.55 : 0.9);
    return `<rect x="30" y="${num(h * 0.5 + i * 22)}" width="${num(width)}" height="6" rx="3" fill="${palette.ink}" fill-opacity=".5"/>`;
  });
  const facts = `<rect x="26" y="${num(h * 0.16)}" width="${num(w - 52)}" height="${num(h * 0.26)}" rx="6" fill="#fff" fill-opacity=".86"/>${[0.2, 0.245, 0.29, 0.335].map((y) => `<rect x="36" y="${num(h * y)}" width="${num(w - 72)}" height="4" fill="#444" fill-opacity=".45"/>`).join('')}`;
  return `<rect width="${num(w)}" height="${num(h)}" fill="${inner}"/><rect y="${num(h * 0.9)}" width="${num(w)}" height="${num(h * 0.1)}" fill="${palette.second}"/>${facts}${rows.join('')}`;
}

function ridgeArt(look: Look, w: number, h: number): string {
  const { palette } = look;
  const dark = darken(palette.deep, 0.4);
  const lines = [0.28, 0.5, 0.72].map(
    (y) =>
      `<rect y="${num(h * y)}" width="${w}" height="2" fill="${dark}" fill-opacity=".2"/><rect y="${num(h * y + 2)}" width="${w}" height="2" fill="#fff" fill-opacity=".4"/>`,
  );
  return `<rect width="${w}" height="${h}" fill="${lighten(palette.ground, 0.16)}"/>${lines.join('')}<rect y="${h - 4}" width="${w}" height="4" fill="${dark}" fill-opacity=".3"/>`;
}

function cap(look: Look, [x, y]: readonly [number, number]): string {
  const tilted = { ...look, tilt: 0.34 };
  const colour = look.palette.cap;
  const parts = [
    section(tilted, {
      rings: [
        { y: -8, r: 52 },
        { y: 4, r: 54 },
      ],
      fill: mix(colour, '#ffffff', 0.5),
      material: 'plastic',
    }),
    section(tilted, {
      rings: [
        { y: -40, r: 43 },
        { y: -6, r: 45 },
      ],
      fill: colour,
      material: 'plastic',
    }),
    disc(tilted, -40, 43, lighten(colour, 0.25)),
    disc(tilted, -39, 34, lighten(colour, 0.1)),
  ];
  return `<g transform="translate(${num(x)} ${num(y + 12)})">${parts.join('')}</g>`;
}

function measured(look: Look, shape: Box, svg: string, above: number): Body {
  const at = projector(look, shape);
  const { w, h, d } = shape;
  const s = look.light;
  const xs = [at(-w / 2, 0, 0)[0], at(w / 2, 0, 0)[0], at((w / 2) * s, 0, d)[0]];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const middle = (left + right) / 2;
  const top = at((-w / 2) * s, h + above, above > 0 ? d / 2 : d)[1];
  const corners = [at(-w / 2, 0, 0), at(w / 2, 0, 0), at(w / 2, 0, d), at(-w / 2, 0, d)];
  const base = corners.map(([x, y]) => [x - middle, y] as const);
  const foot = { x: 0, rx: (right - left) / 2, ry: Math.abs(at((w / 2) * s, 0, d)[1]) * 0.7 };
  return {
    svg: `<g transform="translate(${num(-middle)} 0)">${svg}</g>`,
    width: right - left,
    height: -top,
    foot,
    base,
  };
}
