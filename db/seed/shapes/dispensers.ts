import { num } from '../draw/defs';
import { disc, hoop, section, streak } from '../draw/lathe';
import { sheet, swell, type Sheet } from '../draw/flat';
import { darken, lighten, mix } from '../palette';
import { screwCap } from './bottles';
import type { Body, Look, Shape } from './body';

/** Shampoo or lotion bottle with a pump. */
export const pumpBottle: Shape = (look) => {
  const [r, h] = [138, 470];
  const parts = [
    pump(look, -h),
    section(look, {
      rings: [
        { y: -h + 8, r: 70 },
        { y: -h + 62, r, by: 'shoulder' },
        { y: -26, r },
        { y: 0, r: r * 0.88, by: 'fillet' },
      ],
      fill: look.palette.ground,
      material: 'plastic',
      tint: look.palette.deep,
      label: true,
    }),
    hoop(look, -h + 8, 70, '#ffffff', 3, 0.35),
    section(look, {
      rings: [
        { y: -h - 34, r: 54 },
        { y: -h + 10, r: 57 },
      ],
      fill: look.palette.cap,
      material: 'plastic',
    }),
    disc(look, -h - 34, 54, lighten(look.palette.cap, 0.25)),
    section(look, {
      rings: [
        { y: -h - 96, r: 15 },
        { y: -h - 33, r: 15 },
      ],
      fill: lighten(look.palette.cap, 0.3),
      material: 'plastic',
      tint: darken(look.palette.cap, 0.3),
    }),
    streak(look, -r * 0.6, -h + 70, -50, 14, 0.45),
  ];
  return { ...body(parts, r, h + 150, look), width: r * 2 + 60 };
};

/** Serum bottle with a rubber dropper. */
export const dropper: Shape = (look) => {
  const [r, h] = [120, 400];
  const glass = look.palette.contents;
  const parts = [
    section(look, {
      rings: [
        { y: -h, r: 56 },
        { y: -h + 60, r, by: 'shoulder' },
        { y: -30, r },
        { y: 0, r: r * 0.86, by: 'fillet' },
      ],
      fill: glass,
      material: 'glass',
      tint: look.palette.deep,
    }),
    section(look, {
      rings: [
        { y: -h + 84, r: r + 1 },
        { y: -52, r: r + 1 },
      ],
      fill: look.palette.ground,
      material: 'frost',
      tint: look.palette.deep,
      label: true,
    }),
    screwCap(look, -h - 76, 58, 82, look.palette.cap),
    section(look, {
      rings: [
        { y: -h - 196, r: 22 },
        { y: -h - 174, r: 34, by: 'shoulder' },
        { y: -h - 100, r: 38 },
        { y: -h - 74, r: 44, by: 's' },
      ],
      fill: mix(look.palette.accent, '#ffffff', 0.15),
      material: 'plastic',
    }),
    streak(look, -r * 0.66, -h + 50, -40, 10, 0.7),
  ];
  return body(parts, r, h + 200, look);
};

/** Trigger spray. */
export const sprayBottle: Shape = (look) => {
  const [r, h] = [142, 470];
  const { palette } = look;
  const parts = [
    section(look, {
      rings: [
        { y: -h, r: 44 },
        { y: -h + 40, r: 48 },
        { y: -h + 130, r, by: 's' },
        { y: -26, r },
        { y: 0, r: r * 0.9, by: 'fillet' },
      ],
      fill: mix(palette.contents, '#ffffff', 0.25),
      material: 'glass',
      tint: palette.contents,
    }),
    section(look, {
      rings: [
        { y: -h + 140, r: r + 1 },
        { y: -40, r: r + 1 },
      ],
      fill: palette.ground,
      material: 'plastic',
      tint: palette.deep,
      label: true,
    }),
    screwCap(look, -h - 34, 54, 50, palette.cap),
    trigger(look, -h - 34),
  ];
  return { ...body(parts, r, h + 172, look), width: r * 2 + 70 };
};

/** Detergent jug with a handle hole and a measuring cap. */
export const jug: Shape = (look) => {
  const [w, h] = [430, 540];
  const x = -w / 2;
  const outline = `M${x + 60} ${-h}Q${x + 64} ${-h - 8} ${x + 80} ${-h - 8}H${x + 170}Q${x + 186} ${-h - 8} ${x + 190} ${-h + 4}C${x + 220} ${-h + 46} ${-x - 60} ${-h + 20} ${-x - 24} ${-h + 96}C${-x + 6} ${-h + 160} ${-x + 2} ${-200} ${-x - 4} -60Q${-x - 8} -4 ${-x - 60} 0Q0 12 ${x + 60} 0Q${x + 8} -4 ${x + 4} -60C${x - 4} ${-220} ${x} ${-h + 190} ${x + 20} ${-h + 120}Q${x + 48} ${-h + 60} ${x + 60} ${-h}Z`;
  const hole = `M${-x - 62} ${-h + 128}Q${-x - 36} ${-h + 176} ${-x - 38} ${-h + 256}Q${-x - 42} ${-h + 288} ${-x - 66} ${-h + 268}Q${-x - 80} ${-h + 240} ${-x - 92} ${-h + 170}Q${-x - 92} ${-h + 118} ${-x - 62} ${-h + 128}Z`;
  const { palette, defs } = look;
  const plastic = palette.contents;
  const labelOutline = `M${x + 26} ${-h + 178}H${-x - 116}Q${-x - 92} ${-h + 178} ${-x - 88} ${-h + 220}Q${-x - 76} ${-h + 304} ${-x - 26} ${-h + 318}V-74Q${-x - 30} -48 ${-x - 60} -46Q0 -34 ${x + 56} -46Q${x + 24} -50 ${x + 22} -76Z`;
  const front: Sheet = { outline, x, y: -h, w, h };
  const label: Sheet = { outline: labelOutline, x: x + 22, y: -h + 178, w: w - 46, h: h - 220, margin: 0.07 };
  const dark = darken(palette.deep, 0.6);
  const back = defs.linear(
    [
      [0, darken(plastic, 0.55)],
      [1, darken(plastic, 0.35)],
    ],
    { from: [0, 0], to: [1, 1] },
  );
  const cap = `<g transform="translate(${x + 125} ${-h - 8})">${screwCap({ ...look, tilt: look.tilt * 0.9 }, -96, 76, 98, palette.cap)}${section(
    look,
    {
      rings: [
        { y: -6, r: 82 },
        { y: 12, r: 84 },
      ],
      fill: palette.cap,
      material: 'plastic',
    },
  )}</g>`;
  const svg =
    cap +
    `<path d="${outline}" fill="${plastic}"/>${swell({ ...look, palette: { ...palette, deep: darken(plastic, 0.2) } }, front, 0.9)}` +
    `<path d="${hole}" fill="${back}"/><path d="${hole}" fill="none" stroke="#fff" stroke-opacity=".4" stroke-width="4"/><path d="${hole}" transform="translate(-3 -4)" fill="none" stroke="${dark}" stroke-opacity=".3" stroke-width="5"/>` +
    sheet(look, label) +
    swell(look, label, 0.5) +
    `<path d="${labelOutline}" fill="none" stroke="#fff" stroke-opacity=".35" stroke-width="2"/>` +
    streak(look, x + 46, -h + 140, -60, 16, 0.5);
  return { svg, width: w, height: h + 110, foot: { x: 0, rx: w * 0.46, ry: 20 } };
};

function pump(look: Look, y: number): string {
  const { defs, light } = look;
  const colour = look.palette.cap;
  const fill = defs.linear(
    [
      [0, lighten(colour, 0.4)],
      [0.35, colour],
      [0.6, darken(colour, 0.14)],
      [1, darken(colour, 0.4)],
    ],
    { from: [0, 0], to: [0, 1] },
  );
  const head = `M-34 ${y - 132}Q-36 ${y - 148} -20 ${y - 150}H40Q120 ${y - 150} 132 ${y - 122}L138 ${y - 92}Q136 ${y - 84} 126 ${y - 88}L116 ${y - 112}Q92 ${y - 124} 36 ${y - 120}V${y - 94}Q0 ${y - 86} -34 ${y - 94}Z`;
  const mirror = light === 1 ? '' : ' transform="scale(-1 1)"';
  return `<g${mirror}><path d="${head}" fill="${fill}"/><path d="M-26 ${y - 142}H40Q104 ${y - 142} 124 ${y - 120}" stroke="#fff" stroke-opacity=".55" stroke-width="5" fill="none" stroke-linecap="round"/></g>`;
}

function trigger(look: Look, y: number): string {
  const { defs, light, palette } = look;
  const colour = palette.cap;
  const fill = defs.linear(
    [
      [0, lighten(colour, 0.4)],
      [0.45, colour],
      [1, darken(colour, 0.3)],
    ],
    { from: [0, 0], to: [0, 1] },
  );
  const hood = `M58 ${y + 4}C74 ${y - 40} 84 ${y - 74} 70 ${y - 104}Q60 ${y - 128} 20 ${y - 130}H-112Q-122 ${y - 130} -122 ${y - 118}V${y - 92}Q-122 ${y - 82} -110 ${y - 82}L-62 ${y - 74}Q-44 ${y - 40} -44 ${y + 4}Q8 ${y + 18} 58 ${y + 4}Z`;
  const lever = `M-52 ${y - 78}Q-66 ${y - 30} -98 ${y + 34}Q-104 ${y + 52} -88 ${y + 54}Q-76 ${y + 54} -70 ${y + 38}Q-46 ${y - 10} -30 ${y - 60}Z`;
  const nozzle = `<rect x="-146" y="${y - 126}" width="30" height="40" rx="6" fill="${palette.accent}"/><rect x="-146" y="${y - 122}" width="30" height="10" rx="4" fill="#fff" fill-opacity=".5"/>`;
  const mirror = light === 1 ? '' : ' transform="scale(-1 1)"';
  return `<g${mirror}>${nozzle}<path d="${lever}" fill="${palette.accent}"/><path d="${lever}" transform="translate(6 0)" fill="${darken(palette.accent, 0.4)}" fill-opacity=".35"/><path d="${hood}" fill="${fill}"/><path d="M-110 ${num(y - 120)}H20Q54 ${num(y - 118)} 60 ${num(y - 98)}" stroke="#fff" stroke-opacity=".6" stroke-width="6" fill="none" stroke-linecap="round"/></g>`;
}

function body(parts: readonly string[], r: number, h: number, look: Look): Body {
  return { svg: parts.join(''), width: r * 2, height: h, foot: { x: 0, rx: r * 0.9, ry: r * look.tilt } };
}
