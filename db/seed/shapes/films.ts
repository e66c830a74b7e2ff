import { num } from '../draw/defs';
import { crimp, sheet, swell, wrinkles, zigzag, type Sheet } from '../draw/flat';
import { roundedRect } from '../draw/surface';
import { darken, lighten, mix } from '../palette';
import type { Body, Look, Shape } from './body';

/** Snack bag blown up with air, sealed at both ends. */
const pillow =
  (w: number, h: number): Shape =>
  (look) => {
    const [x, seal] = [-w / 2, 40];
    const cut = w * 0.035;
    const outline =
      `M${num(x + cut)} ${num(-h)}${zigzag(w - 2 * cut, -7, 15)}` +
      `l0 ${seal}C${num(-x - 4)} ${num(-h + seal + h * 0.1)} ${num(-x + 2)} ${num(-h * 0.7)} ${num(-x - 3)} ${num(-h * 0.5)}` +
      `C${num(-x + 2)} ${num(-h * 0.3)} ${num(-x - 4)} ${num(-seal - h * 0.1)} ${num(-x - cut)} ${num(-seal)}l0 ${seal}` +
      `${zigzag(-(w - 2 * cut), 7, 15)}l0 ${-seal}` +
      `C${num(x + 4)} ${num(-seal - h * 0.1)} ${num(x - 2)} ${num(-h * 0.3)} ${num(x + 3)} ${num(-h * 0.5)}` +
      `C${num(x - 2)} ${num(-h * 0.7)} ${num(x + 4)} ${num(-h + seal + h * 0.1)} ${num(x + cut)} ${num(-h + seal)}Z`;
    const front: Sheet = { outline, x, y: -h + seal, w, h: h - 2 * seal, margin: 0.1 };
    const clip = look.defs.clip(`<path d="${outline}"/>`);
    const seams =
      `<rect x="${num(x)}" y="${-h}" width="${w}" height="${seal}" fill="${mix(look.palette.ground, '#ffffff', 0.25)}"/>` +
      `<rect x="${num(x)}" y="${-seal}" width="${w}" height="${seal}" fill="${mix(look.palette.ground, look.palette.deep, 0.35)}"/>` +
      crimp(look, x, -h, w, seal) +
      crimp(look, x, -seal, w, seal) +
      seamShadow(look, x, -h + seal, w, 26) +
      seamShadow(look, x, -seal, w, -26);
    const folds = wrinkles(look, corners(w, h, seal));
    const svg =
      sheet(look, front) +
      `<g clip-path="${clip}">${seams}</g>` +
      swell(look, front) +
      `<g clip-path="${clip}">${folds}</g>`;
    return body(svg, w, h, w * 0.44);
  };

export const pillowBag = pillow(470, 640);
export const noodlePack = pillow(540, 560);

/** Stand-up pouch: heat-sealed frame, zip, tear notches, round gusset. */
export const standPouch: Shape = (look) => {
  const [w, h] = [440, 620];
  const x = -w / 2;
  const outline =
    `M${x + 16} ${-h}H${-x - 16}q10 0 11 12C${-x + 2} ${num(-h * 0.7)} ${-x + 4} ${num(-h * 0.36)} ${-x - 2} ${-58}q-4 40 -40 46` +
    `Q0 ${24} ${x + 42} -12q-36 -6 -40 -46C${x - 4} ${num(-h * 0.36)} ${x - 2} ${num(-h * 0.7)} ${x + 5} ${-h + 12}q1 -12 11 -12Z`;
  const front: Sheet = { outline, x, y: -h + 92, w, h: h - 128, margin: 0.1 };
  const clip = look.defs.clip(`<path d="${outline}"/>`);
  const { palette } = look;
  const dark = darken(palette.deep, 0.6);
  const gusset = look.defs.linear(
    [
      [0, dark, 0],
      [0.5, dark, 0.1],
      [1, dark, 0.42],
    ],
    { from: [0, 0], to: [0, 1] },
  );
  const seals =
    `<rect x="${x}" y="${-h}" width="${w}" height="46" fill="${mix(palette.ground, palette.deep, 0.16)}"/>` +
    crimp(look, x, -h + 8, w, 30, false, 8) +
    `<path d="M${x} ${-h + 84}H${-x}" stroke="${dark}" stroke-opacity=".3" stroke-width="5"/><path d="M${x} ${-h + 88}H${-x}" stroke="#fff" stroke-opacity=".5" stroke-width="3"/>` +
    `<path d="M${x - 2} ${-h + 62}l16 6l-16 6ZM${-x + 2} ${-h + 62}l-16 6l16 6Z" fill="${dark}" fill-opacity=".5"/>` +
    `<path d="M${x} -92Q0 -28 ${-x} -92V40H${x}Z" fill="${gusset}"/><path d="M${x} -92Q0 -28 ${-x} -92" stroke="#fff" stroke-opacity=".35" stroke-width="2.5" fill="none"/>`;
  const edges = `<path d="${outline}" fill="none" stroke="#fff" stroke-opacity=".28" stroke-width="16"/><path d="${outline}" fill="none" stroke="${dark}" stroke-opacity=".18" stroke-width="3"/>`;
  const folds = wrinkles(look, [
    { x: x + 20, y: -h * 0.62, angle: 38, length: 120, width: 9, strength: 0.6 },
    { x: -x - 26, y: -h * 0.44, angle: 200, length: 110, width: 9, strength: 0.5 },
    { x: x + 60, y: -100, angle: -52, length: 90, width: 8, strength: 0.5 },
    { x: -x - 60, y: -96, angle: -124, length: 90, width: 8, strength: 0.5 },
  ]);
  const svg =
    sheet(look, front) +
    `<g clip-path="${clip}">${seals}</g>` +
    swell(look, front, 0.85) +
    `<g clip-path="${clip}">${folds}${edges}</g>`;
  return body(svg, w, h, w * 0.42);
};

/** Refill pouch with a screw spout in the corner. */
export const spoutPouch: Shape = (look) => {
  const [w, h] = [430, 610];
  const x = -w / 2;
  const outline =
    `M${x + 10} ${-h}H${w / 2 - 130}L${w / 2 - 2} ${-h + 120}C${w / 2 + 4} ${num(-h * 0.6)} ${w / 2 + 4} ${num(-h * 0.36)} ${w / 2 - 4} -56q-4 38 -40 44` +
    `Q0 22 ${x + 44} -12q-36 -6 -40 -44C${x - 4} ${num(-h * 0.36)} ${x - 2} ${num(-h * 0.7)} ${x + 2} ${-h + 8}q1 -8 8 -8Z`;
  const front: Sheet = { outline, x, y: -h + 34, w: w - 30, h: h - 64, margin: 0.1 };
  const clip = look.defs.clip(`<path d="${outline}"/>`);
  const { palette } = look;
  const dark = darken(palette.deep, 0.6);
  const spout =
    `<g transform="translate(${w / 2 - 68} ${-h + 58}) rotate(43)">` +
    `<rect x="-40" y="-26" width="80" height="30" rx="4" fill="${lighten(palette.cap, 0.5)}"/><rect x="-31" y="-84" width="62" height="62" rx="7" fill="${palette.cap}"/>` +
    [-22, -13, -4, 5, 14]
      .map(
        (dx) =>
          `<rect x="${dx}" y="-80" width="3.4" height="52" fill="${darken(palette.cap, 0.4)}" fill-opacity=".5"/>`,
      )
      .join('') +
    `<rect x="-26" y="-82" width="11" height="58" rx="5" fill="#fff" fill-opacity=".5"/></g>`;
  const seals =
    `<rect x="${x}" y="${-h}" width="${w}" height="26" fill="#fff" fill-opacity=".28"/>` +
    crimp(look, x, -h + 5, w, 20, false, 7);
  const gusset = `<path d="M${x} -84Q0 -24 ${-x} -84V40H${x}Z" fill="${dark}" fill-opacity=".16"/><path d="M${x} -84Q0 -24 ${-x} -84" stroke="#fff" stroke-opacity=".35" stroke-width="2.5" fill="none"/>`;
  const edges = `<path d="${outline}" fill="none" stroke="#fff" stroke-opacity=".26" stroke-width="18"/>`;
  const svg =
    spout +
    sheet(look, front) +
    `<g clip-path="${clip}">${seals}${gusset}</g>` +
    swell(look, front, 0.8) +
    `<g clip-path="${clip}">${edges}</g>`;
  return body(svg, w, h + 20, w * 0.42);
};

/** Flow-wrapped bar, lying: fins with teeth at both ends. */
const wrapper =
  (w: number, h: number): Shape =>
  (look) => {
    const fin = 46;
    const [x, y] = [-w / 2, -h];
    const teeth = (dir: 1 | -1) =>
      Array.from({ length: 13 }, (_, i) => `l${(i % 2 === 0 ? 8 : -8) * dir} ${num((h / 13) * dir)}`).join(
        '',
      );
    const outline = `M${x} ${y}L${x + fin} ${y + 9}Q0 ${y - 7} ${-x - fin} ${y + 9}L${-x} ${y}${teeth(1)}L${-x - fin} -9Q0 7 ${x + fin} -9L${x} 0${teeth(-1)}Z`;
    const front: Sheet = { outline, x: x + fin, y, w: w - 2 * fin, h, margin: 0.05 };
    const clip = look.defs.clip(`<path d="${outline}"/>`);
    const { palette } = look;
    const dark = darken(palette.deep, 0.6);
    const fins =
      `<rect x="${x - 10}" y="${y - 10}" width="${fin + 10}" height="${h + 20}" fill="${mix(palette.ground, '#ffffff', 0.18)}"/><rect x="${-x - fin}" y="${y - 10}" width="${fin + 10}" height="${h + 20}" fill="${mix(palette.ground, palette.deep, 0.25)}"/>` +
      crimp(look, x, y - 10, fin - 8, h + 20) +
      crimp(look, -x - fin + 8, y - 10, fin - 8, h + 20);
    const round = look.defs.linear(
      [
        [0, dark, 0.42],
        [0.08, '#ffffff', 0.1],
        [0.2, '#ffffff', 0.42],
        [0.32, '#ffffff', 0.06],
        [0.62, dark, 0.04],
        [0.88, dark, 0.3],
        [1, dark, 0.56],
      ],
      { from: [0, 0], to: [0, 1] },
    );
    const folds = wrinkles(look, [
      { x: x + fin, y: y + 40, angle: 8, length: 120, width: 9, strength: 0.8 },
      { x: x + fin, y: -60, angle: -6, length: 100, width: 9, strength: 0.7 },
      { x: -x - fin, y: y + 50, angle: 172, length: 110, width: 9, strength: 0.7 },
      { x: -x - fin, y: -50, angle: 187, length: 120, width: 9, strength: 0.8 },
    ]);
    const svg =
      sheet(look, front) +
      `<g clip-path="${clip}">${fins}</g><path d="${outline}" fill="${round}"/><g clip-path="${clip}">${folds}</g>`;
    return body(svg, w, h, w * 0.47);
  };

export const barWrapper = wrapper(720, 270);
export const iceBar = wrapper(680, 330);

/** Chocolate tablet: card sleeve, foil peeping out on top. */
export const tablet: Shape = (look) => {
  const [w, h] = [350, 640];
  const x = -w / 2;
  const foil = look.defs.linear([
    [0, '#b98f4a'],
    [0.3, '#fff0c4'],
    [0.5, '#d9b36a'],
    [0.75, '#fbe7b0'],
    [1, '#a97f3d'],
  ]);
  const outline = roundedRect(x, -h + 34, w, h - 34, 5);
  const front: Sheet = { outline, x, y: -h + 34, w, h: h - 34, margin: 0.09 };
  const dark = darken(look.palette.deep, 0.6);
  const light = look.defs.linear(
    [
      [0, '#ffffff', 0.26],
      [0.3, '#ffffff', 0.02],
      [1, dark, 0.24],
    ],
    { from: look.light === 1 ? [0, 0] : [1, 0], to: look.light === 1 ? [1, 0.6] : [0, 0.6] },
  );
  const teeth = `M${x + 8} ${-h + 44}V${-h}${zigzag(w - 16, -5, 16)}V${-h + 44}Z`;
  const squares = [0.2, 0.4, 0.6, 0.8].map(
    (t) =>
      `<rect x="${num(x + w * t - 1)}" y="${-h + 34}" width="3" height="${h - 34}" fill="${dark}" fill-opacity=".07"/><rect x="${num(x + w * t + 2)}" y="${-h + 34}" width="2" height="${h - 34}" fill="#fff" fill-opacity=".08"/>`,
  );
  const thick = look.light === 1 ? `M${-x} ${-h + 38}l12 5V-5l-12 5Z` : `M${x} ${-h + 38}l-12 5V-5l12 5Z`;
  const svg = `<path d="${teeth}" fill="${foil}"/>${crimp(look, x + 8, -h + 3, w - 16, 30)}<path d="${thick}" fill="${mix(look.palette.ground, dark, 0.55)}"/>${sheet(look, front)}${squares.join('')}<path d="${outline}" fill="${light}"/><path d="${outline}" fill="none" stroke="#fff" stroke-opacity=".3" stroke-width="2"/>`;
  return body(svg, w, h, w * 0.48);
};

/** Flat sachet sealed on four sides: sheet masks, soup, coffee. */
const sachetOf =
  (w: number, h: number): Shape =>
  (look) => {
    const [x, seal] = [-w / 2, 26];
    const outline = roundedRect(x, -h, w, h, 6);
    const front: Sheet = { outline, x: x + 12, y: -h + 38, w: w - 24, h: h - 76, margin: 0.11 };
    const dark = darken(look.palette.deep, 0.6);
    const frame = `M${x} ${-h}h${w}v${h}h${-w}ZM${x + seal} ${-h + seal * 1.6}v${num(h - seal * 3.2)}h${w - 2 * seal}v${num(-h + seal * 3.2)}Z`;
    const inner = roundedRect(x + seal, -h + seal * 1.6, w - 2 * seal, h - seal * 3.2, 14);
    const seals = `<path d="${frame}" fill="${dark}" fill-opacity=".14" fill-rule="evenodd"/>${crimp(look, x + 4, -h + 6, w - 8, 28)}${crimp(look, x + 4, -34, w - 8, 28)}`;
    const rim = `<path d="${inner}" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="3"/><path d="${inner}" transform="translate(2 3)" fill="none" stroke="${dark}" stroke-opacity=".22" stroke-width="3"/>`;
    const notch = `<path d="M${x - 1} ${-h + 74}l12 5l-12 5ZM${-x + 1} ${-h + 74}l-12 5l12 5Z" fill="#fff" fill-opacity=".7"/>`;
    const sheen = look.defs.linear(
      [
        [0, '#ffffff', 0.05],
        [0.18, '#ffffff', 0.32],
        [0.3, '#ffffff', 0.04],
        [0.55, dark, 0.03],
        [0.7, '#ffffff', 0.16],
        [0.8, dark, 0.06],
        [1, dark, 0.3],
      ],
      { from: look.light === 1 ? [0, 0] : [1, 0], to: look.light === 1 ? [1, 0.35] : [0, 0.35] },
    );
    const svg = sheet(look, front) + seals + rim + `<path d="${outline}" fill="${sheen}"/>` + notch;
    return body(svg, w, h, w * 0.48);
  };

export const sachet = sachetOf(400, 600);
export const maskSachet = sachetOf(450, 590);

/** Squeeze tube that stands on its cap: pressed flat end on top. */
export const squeezeTube: Shape = (look) => {
  const [w, h] = [250, 640];
  const [x, capHeight] = [-w / 2, 84];
  const outline = `M${x - 14} ${-h}H${-x + 14}L${-x + 10} ${-h + 44}C${-x + 4} ${num(-h * 0.6)} ${-x} ${num(-h * 0.4)} ${-x - 12} ${-capHeight - 34}Q${-x - 20} ${-capHeight - 6} ${-x - 46} ${-capHeight}H${x + 46}Q${x + 20} ${-capHeight - 6} ${x + 12} ${-capHeight - 34}C${x} ${num(-h * 0.4)} ${x - 4} ${num(-h * 0.6)} ${x - 10} ${-h + 44}Z`;
  const front: Sheet = { outline, x: x - 14, y: -h + 40, w: w + 28, h: h - capHeight - 46, margin: 0.15 };
  const clip = look.defs.clip(`<path d="${outline}"/>`);
  const { palette } = look;
  const cap = `M${x + 34} ${-capHeight - 2}H${-x - 34}L${-x - 26} -6Q${-x - 26} 0 ${-x - 34} 2Q0 14 ${x + 34} 2Q${x + 26} 0 ${x + 26} -6Z`;
  const capLight = look.defs.linear(
    [
      [0, darken(palette.cap, 0.5), 0.6],
      [0.2, '#ffffff', 0.5],
      [0.32, '#ffffff', 0.05],
      [0.7, darken(palette.cap, 0.5), 0.15],
      [1, darken(palette.cap, 0.6), 0.7],
    ],
    { from: look.light === 1 ? [0, 0] : [1, 0], to: look.light === 1 ? [1, 0] : [0, 0] },
  );
  const end = `<rect x="${x - 20}" y="${-h}" width="${w + 40}" height="34" fill="${mix(palette.ground, '#ffffff', 0.2)}"/>${crimp(look, x - 20, -h + 3, w + 40, 28, true, 7)}${seamShadow(look, x - 20, -h + 34, w + 40, 40)}`;
  const svg =
    `<path d="${cap}" fill="${palette.cap}"/><path d="${cap}" fill="${capLight}"/>` +
    sheet(look, front) +
    `<g clip-path="${clip}">${end}</g>` +
    swell(look, front, 0.8);
  return { ...body(svg, w + 28, h, 92), foot: { x: 0, rx: 96, ry: 12 } };
};

function corners(w: number, h: number, seal: number): Parameters<typeof wrinkles>[1] {
  const [left, right, top, bottom] = [-w / 2, w / 2, -h + seal, -seal];
  return [
    { x: left + w * 0.1, y: top, angle: 64, length: h * 0.2, width: 10, strength: 0.8 },
    { x: left + w * 0.26, y: top, angle: 80, length: h * 0.13, width: 8, strength: 0.7 },
    { x: right - w * 0.1, y: top, angle: 114, length: h * 0.18, width: 10, strength: 0.8 },
    { x: right - w * 0.3, y: top, angle: 96, length: h * 0.11, width: 8, strength: 0.6 },
    { x: left + w * 0.1, y: bottom, angle: -66, length: h * 0.19, width: 10, strength: 0.8 },
    { x: left + w * 0.34, y: bottom, angle: -84, length: h * 0.11, width: 8, strength: 0.6 },
    { x: right - w * 0.1, y: bottom, angle: -116, length: h * 0.2, width: 10, strength: 0.8 },
    { x: right - w * 0.24, y: bottom, angle: -98, length: h * 0.13, width: 8, strength: 0.7 },
    { x: left + 6, y: -h * 0.42, angle: 14, length: w * 0.2, width: 8, strength: 0.5 },
    { x: right - 8, y: -h * 0.56, angle: 172, length: w * 0.18, width: 8, strength: 0.5 },
  ];
}

function seamShadow(look: Look, x: number, y: number, w: number, h: number): string {
  const dark = darken(look.palette.deep, 0.6);
  const fill = look.defs.linear(
    [
      [0, dark, 0.3],
      [1, dark, 0],
    ],
    { from: [0, h > 0 ? 0 : 1], to: [0, h > 0 ? 1 : 0] },
  );
  return `<rect x="${num(x)}" y="${num(Math.min(y, y + h))}" width="${num(w)}" height="${num(Math.abs(h))}" fill="${fill}"/>`;
}

function body(svg: string, w: number, h: number, rx: number): Body {
  return { svg, width: w, height: h, foot: { x: 0, rx, ry: 14 } };
}
