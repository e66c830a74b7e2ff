import { num } from '../draw/defs';
import { mark } from '../draw/marks';
import { lighten, mix, readable } from '../palette';
import { blot, brand, ground, picture, printed, smallPrint, sticker, tinyLines, type Layout } from './label';

/** Pale above, colour below, a wavy edge with fruit on it. */
export const split: Layout = (label, s) => {
  const { palette: p } = label;
  const { w, h } = s;
  const m = w * s.margin;
  if (s.landscape) {
    const size = h * 0.74;
    return [
      ground(s, p.pale) + printed(label, s, p.ground, 0.12),
      `<path d="M${num(w * 0.56)} ${num(-h)}Q${num(w * 0.46)} ${num(h * 0.3)} ${num(w * 0.57)} ${num(h * 0.55)}T${num(w * 0.54)} ${num(h * 1.5)}H${num(w * 1.4)}V${num(-h)}Z" fill="${p.ground}"/>`,
      picture(label, w * 0.74, h * 0.54, size, -8),
      brand(label, s, { x: m, y: h * 0.09, w: w * 0.42, h: h * 0.17, align: -1 }, p.brand, p.pale),
      s.lines(
        label.title,
        { x: m, y: h * 0.33, w: w * 0.42, h: h * 0.36, font: label.titleFont, align: -1 },
        p.deep,
      ),
      s.text(
        label.latin,
        { x: m, y: h * 0.74, w: w * 0.4, h: h * 0.07, font: 'sans', align: -1, maxSize: s.unit * 0.08 },
        p.brand,
      ),
      smallPrint(label, s, { x: m, y: h * 0.86, w: w * 0.3, h: h * 0.07, align: -1 }, p.deep),
    ].join('');
  }
  const edge = h * 0.56;
  const size = Math.min(w * 0.68, h * 0.36);
  return [
    ground(s, p.pale) + printed(label, s, p.ground, 0.12),
    `<path d="M${num(-w * 0.2)} ${num(edge)}Q${num(w * 0.1)} ${num(edge - h * 0.07)} ${num(w * 0.35)} ${num(edge + h * 0.01)}T${num(w * 0.8)} ${num(edge)}T${num(w * 1.3)} ${num(edge)}V${num(h * 1.3)}H${num(-w * 0.2)}Z" fill="${p.ground}"/>`,
    `<path d="M${num(-w * 0.2)} ${num(edge + h * 0.05)}Q${num(w * 0.1)} ${num(edge - h * 0.02)} ${num(w * 0.35)} ${num(edge + h * 0.06)}T${num(w * 0.8)} ${num(edge + h * 0.05)}T${num(w * 1.3)} ${num(edge + h * 0.05)}V${num(h * 1.3)}H${num(-w * 0.2)}Z" fill="${mix(p.ground, p.deep, 0.22)}" fill-opacity=".55"/>`,
    blot(label, w * 0.5, edge + h * 0.13 + size * 0.42, size),
    picture(label, w * 0.5, edge + h * 0.13, size, -6),
    picture(label, w * 0.85, edge + h * 0.27, size * 0.42, 18),
    picture(label, w * 0.16, edge + h * 0.25, size * 0.36, -26),
    brand(label, s, { x: m, y: h * 0.06, w: w - 2 * m, h: h * 0.1 }, p.brand, p.pale),
    s.lines(label.title, { x: m, y: h * 0.2, w: w - 2 * m, h: h * 0.22, font: label.titleFont }, p.deep),
    s.text(
      label.latin,
      { x: m, y: h * 0.445, w: w - 2 * m, h: h * 0.035, font: 'sans', maxSize: s.unit * 0.07 },
      p.brand,
    ),
    smallPrint(label, s, { x: m, y: h * 0.915, w: w - 2 * m, h: h * 0.04 }, p.ink),
  ].join('');
};

/** White space, thin lines, small letters: skin care. */
export const minimal: Layout = (label, s) => {
  const { palette: p } = label;
  const { w, h } = s;
  const m = w * Math.max(0.12, s.margin * 1.3);
  const ink = p.ink;
  const hair = Math.max(1.4, s.unit * 0.005);
  const line = (y: number, part: number) =>
    `<path d="${s.panel(w / 2 - w * part * 0.5, y, w * part, hair)}" fill="${ink}" fill-opacity=".6"/>`;
  if (s.landscape) {
    return [
      ground(s, p.ground) + printed(label, s, p.second, 0.35),
      picture(label, w * 0.78, h * 0.52, h * 0.56),
      s.text(
        label.brand.en,
        { x: m, y: h * 0.12, w: w * 0.44, h: h * 0.16, font: label.brand.font, align: -1, spacing: 0.06 },
        ink,
      ),
      `<path d="${s.panel(m, h * 0.36, w * 0.1, hair * 1.6)}" fill="${p.accent}"/>`,
      s.lines(
        label.title,
        { x: m, y: h * 0.42, w: w * 0.46, h: h * 0.26, font: label.titleFont, align: -1 },
        ink,
      ),
      s.text(
        label.latin,
        { x: m, y: h * 0.73, w: w * 0.46, h: h * 0.065, font: 'sans', align: -1, maxSize: s.unit * 0.08 },
        ink,
      ),
      s.text(label.net, { x: m, y: h * 0.84, w: w * 0.3, h: h * 0.05, font: 'sans', align: -1 }, ink),
    ].join('');
  }
  return [
    ground(s, p.ground) + printed(label, s, p.second, 0.35),
    mark(label.brand.mark, ...s.warp(w / 2, h * 0.13), s.unit * 0.13, ink, p.ground),
    s.text(
      label.brand.en,
      { x: m, y: h * 0.215, w: w - 2 * m, h: h * 0.06, font: label.brand.font, spacing: 0.1 },
      ink,
    ),
    line(h * 0.315, 0.2),
    picture(label, w / 2, h * 0.49, Math.min(w * 0.44, h * 0.26)),
    s.lines(
      label.title,
      { x: m, y: h * 0.66, w: w - 2 * m, h: h * 0.12, font: label.titleFont, maxSize: s.unit * 0.17 },
      ink,
    ),
    s.text(
      label.latin,
      { x: m, y: h * 0.805, w: w - 2 * m, h: h * 0.03, font: 'sans', maxSize: s.unit * 0.06 },
      ink,
    ),
    line(h * 0.865, 0.5),
    s.text(
      label.net,
      { x: m, y: h * 0.89, w: w - 2 * m, h: h * 0.03, font: 'sans', maxSize: s.unit * 0.05 },
      ink,
    ),
  ].join('');
};

/** The name runs down the label, syllable by syllable. */
export const vertical: Layout = (label, s) => {
  const { palette: p } = label;
  const { w, h } = s;
  const m = w * s.margin;
  const letters = [...label.title.join('')].filter((letter) => letter !== ' ').slice(0, 9);
  const column = s.landscape ? w * 0.2 : w * 0.34;
  const left = w - m - column;
  const step = (h * 0.86) / Math.max(4, letters.length);
  const size = Math.min(step * 0.92, column * 0.8);
  const start = h * 0.5 - (step * letters.length) / 2;
  const fruit = s.landscape ? h * 0.66 : Math.min(w * 0.56, h * 0.5);
  const room = left - m * 1.4;
  return [
    ground(s, p.ground) + printed(label, s, p.second, 0.26),
    `<path d="M${num(left)} ${num(-h)}h${num(column)}v${num(h * 3)}h${num(-column)}Z" fill="${p.pale}"/><path d="M${num(left - column * 0.08)} ${num(-h)}h${num(column * 0.04)}v${num(h * 3)}h${num(-column * 0.04)}Z" fill="${p.accent}"/>`,
    letters
      .map((letter, i) =>
        s.text(
          letter,
          {
            x: left + (column - size) / 2,
            y: start + i * step + (step - size) / 2,
            w: size,
            h: size,
            font: label.titleFont,
          },
          i % 2 && letters.length < 4 ? p.brand : p.deep,
        ),
      )
      .join(''),
    brand(
      label,
      s,
      { x: m, y: h * 0.07, w: room, h: s.landscape ? h * 0.2 : h * 0.16, align: -1 },
      p.ink,
      p.ground,
    ),
    blot(label, m + room * 0.5, h * 0.62 + fruit * 0.42, fruit),
    picture(label, m + room * 0.5, h * (s.landscape ? 0.6 : 0.56), Math.min(fruit, room * 1.15), -8),
    s.landscape ? '' : picture(label, m + room * 0.3, h * 0.78, Math.min(fruit, room) * 0.5, 20),
    smallPrint(label, s, { x: m, y: h * 0.91, w: room, h: h * 0.05, align: -1 }, p.ink),
  ].join('');
};

/** Double frame, serif letters and an oval: tea, chocolate, gifts. */
export const crest: Layout = (label, s) => {
  const { palette: p } = label;
  const { w, h } = s;
  const m = w * Math.max(0.07, s.margin * 0.8);
  const hair = Math.max(1.6, s.unit * 0.008);
  const metal = readable(p.ground, [p.accent, '#e3c98c', p.ink], 2.6);
  const frame = (inset: number, width: number) =>
    `<path d="${s.panel(m + inset, h * 0.05 + inset, w - 2 * (m + inset), h * 0.9 - 2 * inset, s.unit * 0.06)}" fill="none" stroke="${metal}" stroke-width="${num(width)}"/>`;
  if (s.landscape) {
    const size = h * 0.56;
    return [
      ground(s, p.ground) + printed(label, s, p.second, 0.2),
      frame(0, hair * 1.6) + frame(hair * 4, hair * 0.7),
      `<ellipse cx="${num(w * 0.76)}" cy="${num(h * 0.5)}" rx="${num(size * 0.56)}" ry="${num(size * 0.6)}" fill="${p.pale}"/><ellipse cx="${num(w * 0.76)}" cy="${num(h * 0.5)}" rx="${num(size * 0.52)}" ry="${num(size * 0.56)}" fill="none" stroke="${metal}" stroke-width="${num(hair)}"/>`,
      picture(label, w * 0.76, h * 0.5, size * 0.82),
      brand(label, s, { x: w * 0.12, y: h * 0.14, w: w * 0.44, h: h * 0.17 }, metal, p.ground),
      s.lines(
        label.title,
        { x: w * 0.12, y: h * 0.37, w: w * 0.44, h: h * 0.3, font: label.titleFont },
        p.ink,
      ),
      s.text(label.latin, { x: w * 0.13, y: h * 0.72, w: w * 0.42, h: h * 0.06, font: 'serif' }, p.ink),
      s.text(label.net, { x: w * 0.2, y: h * 0.82, w: w * 0.28, h: h * 0.05, font: 'sans' }, metal),
    ].join('');
  }
  const size = Math.min(w * 0.5, h * 0.32);
  const cy = h * 0.385;
  return [
    ground(s, p.ground) + printed(label, s, p.second, 0.2),
    frame(0, hair * 1.6) + frame(hair * 4, hair * 0.7),
    brand(label, s, { x: w * 0.18, y: h * 0.09, w: w * 0.64, h: h * 0.1 }, metal, p.ground),
    `<ellipse cx="${num(w / 2)}" cy="${num(cy)}" rx="${num(size * 0.56)}" ry="${num(size * 0.6)}" fill="${p.pale}"/><ellipse cx="${num(w / 2)}" cy="${num(cy)}" rx="${num(size * 0.52)}" ry="${num(size * 0.56)}" fill="none" stroke="${metal}" stroke-width="${num(hair)}"/>`,
    picture(label, w / 2, cy, size * 0.84),
    s.lines(label.title, { x: w * 0.17, y: h * 0.6, w: w * 0.66, h: h * 0.17, font: label.titleFont }, p.ink),
    `<path d="${s.panel(w * 0.3, h * 0.795, w * 0.4, hair)}" fill="${metal}"/><path transform="translate(${s
      .warp(w / 2, h * 0.797)
      .map(num)
      .join(' ')}) rotate(45) scale(${num(s.unit * 0.014)})" d="M-1 -1H1V1H-1Z" fill="${metal}"/>`,
    s.text(
      label.latin,
      { x: w * 0.17, y: h * 0.82, w: w * 0.66, h: h * 0.034, font: 'serif', maxSize: s.unit * 0.075 },
      p.ink,
    ),
    s.text(label.net, { x: w * 0.3, y: h * 0.872, w: w * 0.4, h: h * 0.026, font: 'sans' }, metal),
  ].join('');
};

/** Fields and a low sun behind the product of the farm. */
export const farm: Layout = (label, s) => {
  const { palette: p, defs } = label;
  const { w, h } = s;
  const m = w * s.margin;
  const sky = defs.linear(
    [
      [0, mix(p.pale, '#8fd0f2', 0.72)],
      [0.6, lighten(p.pale, 0.2)],
    ],
    { from: [0, 0], to: [0, 1] },
  );
  const hill = (y: number, lift: number, fill: string) =>
    `<path d="M${num(-w * 0.1)} ${num(h * y)}Q${num(w * 0.25)} ${num(h * (y - lift))} ${num(w * 0.55)} ${num(h * (y - lift * 0.2))}T${num(w * 1.1)} ${num(h * (y - lift * 0.5))}V${num(h * 1.3)}H${num(-w * 0.1)}Z" fill="${fill}"/>`;
  const furrows = [0.1, 0.3, 0.5, 0.7, 0.9]
    .map(
      (x) =>
        `<path d="M${num(w * (0.5 + (x - 0.5) * 0.3))} ${num(h * 0.66)}L${num(w * (0.5 + (x - 0.5) * 2.2))} ${num(h * 1.1)}" stroke="${p.deep}" stroke-opacity=".22" stroke-width="${num(w * 0.02)}"/>`,
    )
    .join('');
  const size = s.landscape ? Math.min(h * 0.66, w * 0.34) : Math.min(w * 0.64, h * 0.36);
  const [px, py] = s.landscape ? [w - m * 0.8 - size * 0.5, h * 0.64] : [w * 0.5, h * 0.75];
  const room = s.landscape ? w - 1.9 * m - size : w - 2 * m;
  return [
    ground(s, sky),
    `<circle cx="${num(w * 0.5)}" cy="${num(h * 0.55)}" r="${num(s.unit * 0.34)}" fill="${p.accent}" fill-opacity=".5"/>`,
    hill(0.62, 0.12, mix(p.ground, p.pale, 0.55)) +
      hill(0.68, 0.1, mix(p.ground, p.pale, 0.25)) +
      hill(0.74, 0.08, p.ground) +
      furrows,
    blot(label, px, py + size * 0.44, size),
    picture(label, px, py, size),
    s.landscape
      ? ''
      : picture(label, w * 0.2, h * 0.85, size * 0.44, -16) +
        picture(label, w * 0.8, h * 0.85, size * 0.44, 14),
    brand(
      label,
      s,
      { x: m, y: h * 0.05, w: room, h: h * (s.landscape ? 0.18 : 0.1), align: s.landscape ? -1 : 0 },
      p.brand,
      '#ffffff',
    ),
    s.lines(
      label.title,
      {
        x: m,
        y: h * (s.landscape ? 0.28 : 0.185),
        w: room,
        h: h * (s.landscape ? 0.34 : 0.22),
        font: label.titleFont,
        align: s.landscape ? -1 : 0,
        outline: '#ffffff',
        outlineWidth: 0.18,
      },
      p.deep,
    ),
    s.text(
      label.net,
      {
        x: m,
        y: h * 0.92,
        w: room,
        h: h * 0.042,
        font: 'sans',
        align: -1,
        maxSize: s.unit * 0.055,
        outline: p.deep,
        outlineWidth: 0.22,
      },
      '#ffffff',
    ),
  ].join('');
};

/** A crown of milk with fruit falling into it. */
export const splash: Layout = (label, s) => {
  const { palette: p, defs } = label;
  const { w, h } = s;
  const m = w * s.margin;
  const y = s.landscape ? h * 0.62 : h * 0.66;
  const spike = (x: number, top: number, width: number) =>
    `C${num(w * (x - width))} ${num(y)} ${num(w * (x - width * 0.3))} ${num(h * top)} ${num(w * x)} ${num(h * top)}C${num(w * (x + width * 0.4))} ${num(h * top)} ${num(w * (x + width * 0.2))} ${num(y)} ${num(w * (x + width))} ${num(y + h * 0.02)}`;
  const milk = `M${num(-w * 0.2)} ${num(y + h * 0.04)}C${num(-w * 0.1)} ${num(y)} ${num(-w * 0.04)} ${num(y)} ${num(w * 0.02)} ${num(y)}${spike(0.12, s.landscape ? 0.36 : 0.5, 0.08)}${spike(0.34, s.landscape ? 0.5 : 0.58, 0.09)}${spike(0.62, s.landscape ? 0.46 : 0.57, 0.09)}${spike(0.86, s.landscape ? 0.32 : 0.48, 0.09)}L${num(w * 1.3)} ${num(y)}V${num(h * 1.3)}H${num(-w * 0.2)}Z`;
  const cream = defs.linear(
    [
      [0, '#ffffff'],
      [1, mix('#fdfaf3', p.ground, 0.16)],
    ],
    { from: [0, 0], to: [0, 1] },
  );
  const size = s.landscape ? h * 0.6 : Math.min(w * 0.6, h * 0.32);
  const [px, py] = s.landscape ? [w * 0.76, h * 0.5] : [w * 0.5, h * 0.66];
  const room = s.landscape ? w * 0.56 : w - 2 * m;
  const beads = [
    [0.08, 0.44, 0.018],
    [0.2, 0.5, 0.012],
    [0.9, 0.42, 0.02],
    [0.78, 0.51, 0.013],
    [0.96, 0.5, 0.01],
  ]
    .map(
      ([x = 0, by = 0, r = 0]) =>
        `<circle cx="${num(w * x)}" cy="${num(h * by)}" r="${num(s.unit * r * 1.4)}" fill="#fff"/>`,
    )
    .join('');
  return [
    ground(
      s,
      defs.linear(
        [
          [0, p.ground],
          [1, mix(p.ground, p.deep, 0.2)],
        ],
        { from: [0, 0], to: [0, 1] },
      ),
    ) + printed(label, s, p.second, 0.22),
    s.landscape ? '' : beads,
    `<path d="${milk}" transform="translate(0 ${num(-h * 0.02)})" fill="${p.pale}" fill-opacity=".6"/>`,
    picture(label, px, py, size, -10),
    `<path d="${milk}" transform="translate(0 ${num(h * 0.1)})" fill="${cream}"/>`,
    picture(label, w * 0.2, h * 0.83, size * 0.42, 20),
    s.landscape ? '' : picture(label, w * 0.8, h * 0.85, size * 0.38, -24),
    brand(
      label,
      s,
      { x: m, y: h * 0.055, w: room, h: h * (s.landscape ? 0.17 : 0.09), align: s.landscape ? -1 : 0 },
      p.ink,
      p.ground,
    ),
    s.lines(
      label.title,
      {
        x: m,
        y: h * (s.landscape ? 0.27 : 0.165),
        w: room,
        h: h * (s.landscape ? 0.36 : 0.3),
        font: label.titleFont,
        align: s.landscape ? -1 : 0,
        outline: p.deep,
        outlineWidth: 0.16,
      },
      '#ffffff',
    ),
    smallPrint(
      label,
      s,
      { x: m, y: h * 0.91, w: w - 2 * m, h: h * 0.045, align: s.landscape ? 1 : 0 },
      p.deep,
    ),
  ].join('');
};

/** A served bowl seen from the side, steam and garnish: noodles, cereal, ready meals. */
export const served: Layout = (label, s) => {
  const { palette: p, defs } = label;
  const { w, h } = s;
  const m = w * s.margin;
  const r = s.landscape ? Math.min(h * 0.46, w * 0.19) : Math.min(w * 0.42, h * 0.26);
  const [cx, cy] = s.landscape ? [w - m * 0.95 - r, h * 0.56] : [w / 2, h * 0.7];
  const room = s.landscape ? w - 2 * m - 2 * r : w - 2 * m;
  const china = defs.linear([
    [0, lighten(p.second, 0.2)],
    [0.3, lighten(p.second, 0.5)],
    [1, mix(p.second, p.deep, 0.6)],
  ]);
  const bowl = [
    `<ellipse cx="${num(cx)}" cy="${num(cy + r * 0.82)}" rx="${num(r * 0.9)}" ry="${num(r * 0.12)}" fill="${p.deep}" fill-opacity=".3"/>`,
    `<path d="M${num(cx - r)} ${num(cy)}C${num(cx - r * 0.96)} ${num(cy + r * 0.62)} ${num(cx - r * 0.5)} ${num(cy + r * 0.84)} ${num(cx)} ${num(cy + r * 0.84)}C${num(cx + r * 0.5)} ${num(cy + r * 0.84)} ${num(cx + r * 0.96)} ${num(cy + r * 0.62)} ${num(cx + r)} ${num(cy)}Z" fill="${china}"/>`,
    `<ellipse cx="${num(cx)}" cy="${num(cy)}" rx="${num(r)}" ry="${num(r * 0.3)}" fill="${lighten(p.second, 0.55)}"/><ellipse cx="${num(cx)}" cy="${num(cy + r * 0.02)}" rx="${num(r * 0.9)}" ry="${num(r * 0.25)}" fill="${p.contents}"/>`,
    fill(cx, cy, r),
    picture(label, cx - r * 0.36, cy - r * 0.2, r * 0.66, -12),
    picture(label, cx + r * 0.38, cy - r * 0.16, r * 0.6, 16),
    picture(label, cx, cy - r * 0.3, r * 0.86, 0),
  ].join('');
  return [
    ground(
      s,
      defs.radial(
        [
          [0, lighten(p.ground, 0.22)],
          [1, p.ground],
        ],
        { centre: [0.5, 0.7], radius: 0.8 },
      ),
    ) + printed(label, s, p.second, 0.24),
    bowl,
    brand(
      label,
      s,
      { x: m, y: h * 0.06, w: room, h: h * (s.landscape ? 0.17 : 0.09), align: s.landscape ? -1 : 0 },
      p.ink,
      p.ground,
    ),
    s.lines(
      label.title,
      {
        x: m,
        y: h * (s.landscape ? 0.28 : 0.18),
        w: room,
        h: h * (s.landscape ? 0.42 : 0.26),
        font: label.titleFont,
        align: s.landscape ? -1 : 0,
        outline: p.deep,
        outlineWidth: 0.15,
      },
      p.pale,
    ),
    sticker(
      label,
      s,
      s.landscape ? m + h * 0.1 : w * (0.87 - s.margin * 0.7),
      s.landscape ? h * 0.86 : h * 0.53,
      s.unit * (s.landscape ? 0.085 : 0.105),
      p.accent,
      '#ffffff',
      s.landscape ? 0 : 16,
    ),
    smallPrint(
      label,
      s,
      {
        x: m + (s.landscape ? h * 0.24 : 0),
        y: h * (s.landscape ? 0.83 : 0.905),
        w: room,
        h: h * 0.04,
        align: s.landscape ? -1 : 0,
      },
      p.ink,
    ),
    tinyLines(s, 0, 0, 0, 0, p.ink),
  ].join('');
};

/** Curls on the soup or flakes in the milk. */
function fill(cx: number, cy: number, r: number): string {
  const curl = (dx: number, dy: number) =>
    `M${num(cx + dx * r)} ${num(cy + dy * r)}q${num(r * 0.12)} ${num(-r * 0.1)} ${num(r * 0.24)} 0t${num(r * 0.24)} 0`;
  return `<path d="${curl(-0.8, 0.05)}${curl(-0.3, 0.12)}${curl(0.24, 0.08)}${curl(-0.55, -0.06)}${curl(0.1, -0.02)}" fill="none" stroke="#ffe9b0" stroke-opacity=".85" stroke-width="${num(r * 0.05)}" stroke-linecap="round"/>`;
}
