import { num } from '../draw/defs';
import { rays } from '../draw/patterns';
import { lighten, mix, readable } from '../palette';
import { blot, brand, ground, picture, printed, smallPrint, sticker, tinyLines, type Layout } from './label';

/** Brand, big name, big fruit: the everyday drink or snack. */
export const hero: Layout = (label, s) => {
  const { palette: p } = label;
  const { w, h } = s;
  const m = w * s.margin;
  const base =
    ground(
      s,
      label.defs.linear(
        [
          [0, lighten(p.ground, 0.16)],
          [1, p.ground],
        ],
        { from: [0, 0], to: [0, 1] },
      ),
    ) + printed(label, s, p.second, 0.3);
  if (s.landscape) {
    const size = Math.min(h * 0.92, w * 0.44);
    return [
      base,
      `<circle cx="${num(w - m - size * 0.5)}" cy="${num(h * 0.54)}" r="${num(size * 0.56)}" fill="${p.pale}" fill-opacity=".55"/>`,
      picture(label, w - m - size * 0.5, h * 0.55, size, -6),
      brand(label, s, { x: m, y: h * 0.08, w: w * 0.42, h: h * 0.16, align: -1 }, p.ink, p.ground),
      s.lines(
        label.title,
        {
          x: m,
          y: h * 0.29,
          w: w * 0.52,
          h: h * 0.44,
          font: label.titleFont,
          align: -1,
          outline: p.deep,
          outlineWidth: 0.12,
        },
        p.pale,
      ),
      s.text(label.latin, { x: m, y: h * 0.77, w: w * 0.46, h: h * 0.07, font: 'sans', align: -1 }, p.ink),
      smallPrint(label, s, { x: m, y: h * 0.87, w: w * 0.3, h: h * 0.07, align: -1 }, p.ink),
    ].join('');
  }
  const size = Math.min(w * 0.76, h * 0.4);
  return [
    base,
    `<circle cx="${num(w / 2)}" cy="${num(h * 0.72)}" r="${num(size * 0.6)}" fill="${p.pale}" fill-opacity=".6"/>`,
    picture(label, w * 0.26, h * 0.83, size * 0.5, -20),
    picture(label, w * 0.76, h * 0.81, size * 0.54, 16),
    blot(label, w / 2, h * 0.72 + size * 0.42, size * 0.9),
    picture(label, w / 2, h * 0.7, size),
    brand(label, s, { x: m, y: h * 0.05, w: w - 2 * m, h: h * 0.09 }, p.ink, p.ground),
    s.lines(
      label.title,
      {
        x: m,
        y: h * 0.18,
        w: w - 2 * m,
        h: h * 0.25,
        font: label.titleFont,
        outline: p.deep,
        outlineWidth: 0.12,
      },
      p.pale,
    ),
    s.text(
      label.latin,
      { x: m, y: h * 0.452, w: w - 2 * m, h: h * 0.035, font: 'sans', maxSize: s.unit * 0.075 },
      p.ink,
    ),
    smallPrint(label, s, { x: m, y: h * 0.91, w: w - 2 * m, h: h * 0.045 }, p.ink),
  ].join('');
};

/** A broad sash across the middle; the fruit breaks its edge. */
export const band: Layout = (label, s) => {
  const { palette: p } = label;
  const { w, h } = s;
  const m = w * s.margin;
  const [top, bottom] = s.landscape ? [0.34, 0.72] : [0.3, 0.56];
  const size = s.landscape ? h * 0.62 : Math.min(w * 0.66, h * 0.4);
  const [px, py] = s.landscape ? [w - m - size * 0.46, h * 0.58] : [w * 0.5, h * 0.73];
  const textWidth = s.landscape ? w - 2 * m - size : w - 2 * m;
  return [
    ground(s, p.ground) + printed(label, s, p.second, 0.22),
    `<path d="${s.band(h * (top - 0.022), h * (bottom + 0.022))}" fill="${p.accent}"/>`,
    `<path d="${s.band(h * top, h * bottom)}" fill="${p.pale}"/>`,
    brand(label, s, { x: m, y: h * 0.07, w: w - 2 * m, h: h * (top - 0.13) }, p.ink, p.ground),
    blot(label, px, py + size * 0.42, size),
    picture(label, px, py, size, 8),
    s.lines(
      label.title,
      {
        x: m,
        y: h * (top + 0.04),
        w: textWidth,
        h: h * (bottom - top - 0.1),
        font: label.titleFont,
        align: s.landscape ? -1 : 0,
      },
      p.deep,
    ),
    s.text(
      label.claim,
      {
        x: m,
        y: h * (s.landscape ? 0.79 : 0.93),
        w: textWidth,
        h: h * 0.045,
        font: 'sans',
        align: -1,
        maxSize: s.unit * 0.06,
      },
      p.ink,
    ),
    smallPrint(
      label,
      s,
      { x: m, y: h * (s.landscape ? 0.88 : 0.93), w: w - 2 * m, h: h * 0.045, align: s.landscape ? -1 : 1 },
      p.ink,
    ),
  ].join('');
};

/** A medallion on a printed ground, fruit peeping from behind; on a wide label it becomes a plaque. */
export const badge: Layout = (label, s) => (s.landscape ? plaque(label, s) : medallion(label, s));

const medallion: Layout = (label, s) => {
  const { palette: p } = label;
  const { w, h } = s;
  const r = Math.min(w * (0.5 - s.margin * 0.7), h * 0.42);
  const [cx, cy] = [w / 2, h * 0.4];
  const size = Math.min(r * 1.12, h * 0.34);
  const spots = [
    [-0.62, 1.04, -18],
    [0.62, 1.04, 18],
    [0, 1.3, 0],
  ] as const;
  const circle = (part: number, extra: string) =>
    `<circle cx="${num(cx)}" cy="${num(cy)}" r="${num(r * part)}" ${extra}/>`;
  return [
    ground(s, p.ground) + printed(label, s, p.second, 0.4),
    spots.map(([dx, dy, turn]) => picture(label, cx + dx * r, cy + dy * r, size, turn)).join(''),
    `<path d="${s.band(h * 0.875, h * 1.3)}" fill="${p.accent}"/>`,
    s.text(
      label.claim,
      { x: w * 0.2, y: h * 0.905, w: w * 0.6, h: h * 0.05, font: 'sans', maxSize: s.unit * 0.075 },
      readable(p.accent, ['#ffffff', p.deep]),
    ),
    circle(1, `fill="${p.deep}" fill-opacity=".22" transform="translate(4 7)"`),
    circle(1, `fill="${p.accent}"`) + circle(0.93, `fill="${p.pale}"`),
    circle(0.86, `fill="none" stroke="${p.deep}" stroke-width="${num(r * 0.014)}" ${dashes(r)}`),
    brand(label, s, { x: cx - r * 0.5, y: cy - r * 0.72, w: r, h: r * 0.34 }, p.brand, p.pale),
    s.lines(
      label.title,
      { x: cx - r * 0.72, y: cy - r * 0.3, w: r * 1.44, h: r * 0.62, font: label.titleFont },
      p.deep,
    ),
    s.text(
      label.latin,
      { x: cx - r * 0.55, y: cy + r * 0.4, w: r * 1.1, h: r * 0.13, font: 'sans' },
      p.brand,
    ),
    s.text(label.net, { x: cx - r * 0.3, y: cy + r * 0.6, w: r * 0.6, h: r * 0.11, font: 'sans' }, p.deep),
  ].join('');
};

const plaque: Layout = (label, s) => {
  const { palette: p } = label;
  const { w, h } = s;
  const [pw, ph] = [w * 0.5, h * 0.8];
  const [x, y] = [(w - pw) / 2, h * 0.1];
  const size = Math.min(h * 0.62, w * 0.26);
  const fruit = [
    [-0.32, 0.6, -14],
    [0.32, 0.6, 12],
    [-0.27, 0.24, 24],
    [0.27, 0.22, -24],
  ] as const;
  const frame = (inset: number, extra: string) =>
    `<path d="${s.panel(x + inset, y + inset, pw - 2 * inset, ph - 2 * inset, ph * 0.4)}" ${extra}/>`;
  return [
    ground(s, p.ground) + printed(label, s, p.second, 0.4, 0.3),
    fruit.map(([dx, fy, turn]) => picture(label, w / 2 + dx * w, fy * h, size, turn)).join(''),
    frame(-h * 0.03, `fill="${p.accent}"`) + frame(0, `fill="${p.pale}"`),
    frame(h * 0.03, `fill="none" stroke="${p.deep}" stroke-width="${num(h * 0.006)}" ${dashes(h * 0.4)}`),
    brand(label, s, { x: x + pw * 0.2, y: y + ph * 0.1, w: pw * 0.6, h: ph * 0.22 }, p.brand, p.pale),
    s.lines(
      label.title.length > 1 && label.title.join('').length < 9 ? [label.title.join(' ')] : label.title,
      { x: x + pw * 0.1, y: y + ph * 0.37, w: pw * 0.8, h: ph * 0.3, font: label.titleFont },
      p.deep,
    ),
    s.text(
      `${label.latin} · ${label.net}`,
      { x: x + pw * 0.2, y: y + ph * 0.74, w: pw * 0.6, h: ph * 0.09, font: 'sans' },
      p.brand,
    ),
  ].join('');
};

const dashes = (r: number): string => `stroke-dasharray="${num(r * 0.05)} ${num(r * 0.03)}"`;

/** A huge cropped fruit; letters stand on the calm half. */
export const giant: Layout = (label, s) => {
  const { palette: p } = label;
  const { w, h } = s;
  const m = w * s.margin;
  const size = s.landscape ? h * 1.35 : w * 1.25;
  const [px, py] = s.landscape ? [w * 0.78, h * 0.56] : [w * 0.62, h * 0.76];
  const textWidth = s.landscape ? w * 0.5 : w - 2 * m;
  return [
    ground(
      s,
      label.defs.radial(
        [
          [0, lighten(p.ground, 0.3)],
          [1, p.ground],
        ],
        { centre: [0.6, 0.7], radius: 0.7 },
      ),
    ) + printed(label, s, p.second, 0.25),
    picture(label, px, py, size, -12),
    brand(
      label,
      s,
      { x: m, y: h * 0.06, w: textWidth, h: h * (s.landscape ? 0.17 : 0.08), align: -1 },
      p.ink,
      p.ground,
    ),
    s.lines(
      label.title,
      {
        x: m,
        y: h * (s.landscape ? 0.3 : 0.17),
        w: textWidth,
        h: h * (s.landscape ? 0.4 : 0.22),
        font: label.titleFont,
        align: -1,
        valign: 0,
      },
      p.ink,
    ),
    s.text(
      label.latin,
      {
        x: m,
        y: h * (s.landscape ? 0.75 : 0.41),
        w: textWidth * 0.9,
        h: h * (s.landscape ? 0.08 : 0.036),
        font: 'sans',
        align: -1,
      },
      p.ink,
    ),
    s.text(
      label.net,
      {
        x: m,
        y: h * 0.9,
        w: w * 0.24,
        h: h * 0.05,
        font: 'sans',
        align: -1,
        maxSize: s.unit * 0.06,
        outline: p.ground,
        outlineWidth: 0.2,
      },
      p.ink,
    ),
  ].join('');
};

/** Sunburst, ribbon and stars: the old-school tin. */
export const retro: Layout = (label, s) => {
  const { palette: p } = label;
  const { w, h } = s;
  const m = w * s.margin * 0.8;
  const cy = s.landscape ? h * 0.42 : h * 0.38;
  const size = s.landscape ? h * 0.6 : Math.min(w * 0.56, h * 0.36);
  const ribbonTop = s.landscape ? h * 0.56 : h * 0.55;
  const ribbonHeight = h * (s.landscape ? 0.26 : 0.2);
  const tail = (side: 1 | -1) => {
    const x0 = side === 1 ? w - m * 0.6 : m * 0.6;
    return `<path d="M${num(x0 - side * w * 0.12)} ${num(ribbonTop + ribbonHeight * 0.2)}h${num(side * w * 0.16)}l${num(-side * w * 0.04)} ${num(ribbonHeight * 0.48)}l${num(side * w * 0.04)} ${num(ribbonHeight * 0.48)}h${num(-side * w * 0.16)}Z" fill="${mix(p.accent, p.deep, 0.5)}"/>`;
  };
  const title = [label.title.join(' ')];
  return [
    ground(s, p.pale) + rays(w / 2, cy, Math.max(w, h) * 1.2, 26, mix(p.pale, p.ground, 0.55)),
    `<circle cx="${num(w / 2)}" cy="${num(cy)}" r="${num(size * 0.62)}" fill="${p.ground}"/><circle cx="${num(w / 2)}" cy="${num(cy)}" r="${num(size * 0.56)}" fill="none" stroke="${p.pale}" stroke-width="${num(size * 0.02)}"/>`,
    picture(label, w / 2, cy, size),
    s.landscape
      ? `<path d="${s.panel(m, h * 0.1, w * 0.25, h * 0.24, h * 0.12)}" fill="${p.pale}"/>` +
        brand(label, s, { x: m + w * 0.02, y: h * 0.14, w: w * 0.21, h: h * 0.16 }, p.brand, p.pale)
      : brand(label, s, { x: m, y: h * 0.045, w: w - 2 * m, h: h * 0.09 }, p.brand, p.pale),
    tail(-1) + tail(1),
    `<path d="${s.panel(m, ribbonTop, w - 2 * m, ribbonHeight, ribbonHeight * 0.1)}" fill="${p.accent}"/><path d="${s.panel(m, ribbonTop + ribbonHeight * 0.08, w - 2 * m, ribbonHeight * 0.03)}" fill="#fff" fill-opacity=".6"/><path d="${s.panel(m, ribbonTop + ribbonHeight * 0.89, w - 2 * m, ribbonHeight * 0.03)}" fill="#fff" fill-opacity=".6"/>`,
    s.lines(
      title,
      {
        x: m * 1.5,
        y: ribbonTop + ribbonHeight * 0.2,
        w: w - 3 * m,
        h: ribbonHeight * 0.6,
        font: label.titleFont,
        drop: p.deep,
      },
      '#ffffff',
    ),
    s.text(
      label.latin,
      {
        x: m * 1.6,
        y: ribbonTop + ribbonHeight + h * 0.035,
        w: w - 3.2 * m,
        h: h * 0.05,
        font: 'serif',
        maxSize: s.unit * 0.09,
      },
      p.deep,
    ),
    s.text(
      label.claim,
      {
        x: m * 1.6,
        y: ribbonTop + ribbonHeight + h * 0.1,
        w: w - 3.2 * m,
        h: h * 0.035,
        font: 'sans',
        maxSize: s.unit * 0.06,
      },
      p.brand,
    ),
    s.landscape
      ? ''
      : s.text(
          label.net,
          { x: m * 2, y: h * 0.91, w: w - 4 * m, h: h * 0.036, font: 'sans', maxSize: s.unit * 0.055 },
          p.deep,
        ),
  ].join('');
};

/** Each syllable on its own tile, a little out of step. */
export const tiles: Layout = (label, s) => {
  const { palette: p } = label;
  const { w, h } = s;
  const m = w * s.margin;
  const rows = label.title.map((line) => [...line].filter((letter) => letter !== ' '));
  const columns = Math.max(...rows.map((row) => row.length));
  const room = s.landscape ? w * 0.54 : w - 2 * m;
  const tile = Math.min(room / columns, (h * (s.landscape ? 0.6 : 0.36)) / rows.length);
  const top = s.landscape ? h * 0.3 : h * 0.18;
  const size = s.landscape ? h * 0.86 : Math.min(w * 0.72, h * 0.42);
  const letters = rows.map((row, r) => {
    const left = s.landscape ? m : (w - row.length * tile) / 2;
    return row.map((letter, c) => {
      const lift = (c + r) % 2 ? tile * 0.05 : -tile * 0.03;
      const [x, y] = [left + c * tile, top + r * tile + lift];
      const fill = [p.pale, p.accent, p.deep][(c + r * 2) % 3] ?? p.pale;
      const ink = fill === p.pale ? p.deep : '#ffffff';
      return `<path d="${s.panel(x + tile * 0.04, y + tile * 0.08, tile * 0.92, tile * 0.92, tile * 0.16)}" fill="${p.deep}" fill-opacity=".35"/><path d="${s.panel(x + tile * 0.04, y + tile * 0.04, tile * 0.92, tile * 0.92, tile * 0.16)}" fill="${fill}"/>${s.text(letter, { x: x + tile * 0.14, y: y + tile * 0.14, w: tile * 0.72, h: tile * 0.72, font: label.titleFont }, ink)}`;
    });
  });
  const [px, py] = s.landscape
    ? [w - m - size * 0.42, h * 0.54]
    : [w / 2, top + rows.length * tile + size * 0.52];
  return [
    ground(s, p.ground) + printed(label, s, p.second, 0.3),
    brand(
      label,
      s,
      {
        x: m,
        y: h * 0.055,
        w: s.landscape ? room : w - 2 * m,
        h: h * (s.landscape ? 0.17 : 0.085),
        align: s.landscape ? -1 : 0,
      },
      p.ink,
      p.ground,
    ),
    blot(label, px, py + size * 0.42, size),
    picture(label, px, py, size, 6),
    letters.flat().join(''),
    smallPrint(
      label,
      s,
      { x: m, y: h * 0.915, w: w - 2 * m, h: h * 0.04, align: s.landscape ? -1 : 0 },
      p.ink,
    ),
  ].join('');
};

/** Plain geometry in flat colour: household and modern brands. */
export const blocks: Layout = (label, s) => {
  const { palette: p } = label;
  const { w, h } = s;
  const m = w * s.margin;
  const split = s.landscape ? 0 : h * 0.5;
  const shapes = s.landscape
    ? `<rect x="${num(w * 0.76)}" y="${num(-h)}" width="${num(w * 0.6)}" height="${num(h * 3)}" fill="${p.accent}"/><circle cx="${num(w * 0.76)}" cy="${num(h * 0.46)}" r="${num(Math.min(h * 0.42, w * 0.25))}" fill="${p.pale}"/>`
    : `<circle cx="${num(w * 0.5)}" cy="${num(split)}" r="${num(w * 0.47)}" fill="${p.pale}"/><path d="${s.band(split, h * 1.2)}" fill="${p.accent}"/><path d="M${num(w * 0.03)} ${num(split)}A${num(w * 0.47)} ${num(w * 0.47)} 0 0 0 ${num(w * 0.97)} ${num(split)}Z" fill="${mix(p.accent, p.pale, 0.28)}"/>`;
  const size = s.landscape ? Math.min(h * 0.62, w * 0.4) : w * 0.5;
  const [px, py] = s.landscape ? [w * 0.76, h * 0.46] : [w * 0.5, split];
  return [
    ground(s, p.ground),
    shapes,
    picture(label, px, py, size),
    brand(
      label,
      s,
      {
        x: m,
        y: h * 0.05,
        w: s.landscape ? w * 0.42 : w - 2 * m,
        h: h * (s.landscape ? 0.18 : 0.1),
        align: s.landscape ? -1 : 0,
      },
      p.ink,
      p.ground,
    ),
    s.landscape
      ? s.lines(
          label.title,
          { x: m, y: h * 0.32, w: w * 0.42, h: h * 0.38, font: label.titleFont, align: -1 },
          p.ink,
        )
      : s.lines(
          label.title,
          { x: m, y: h * 0.755, w: w - 2 * m, h: h * 0.13, font: label.titleFont },
          '#ffffff',
        ),
    s.text(
      label.claim,
      {
        x: m,
        y: h * (s.landscape ? 0.78 : 0.175),
        w: s.landscape ? w * 0.4 : w - 2 * m,
        h: h * 0.035,
        font: 'sans',
        align: s.landscape ? -1 : 0,
        maxSize: s.unit * 0.06,
      },
      p.ink,
    ),
    s.text(
      label.net,
      {
        x: m,
        y: h * 0.92,
        w: w - 2 * m,
        h: h * 0.035,
        font: 'sans',
        align: s.landscape ? -1 : 0,
        maxSize: s.unit * 0.055,
      },
      s.landscape ? p.ink : '#ffffff',
    ),
  ].join('');
};

/** Shop awning above, plaque in the middle. */
export const awning: Layout = (label, s) => {
  const { palette: p } = label;
  const { w, h } = s;
  const m = w * s.margin;
  const drop = h * (s.landscape ? 0.24 : 0.17);
  const count = s.landscape ? 10 : 7;
  const step = w / count;
  const scallops = Array.from({ length: count }, (_, i) => {
    const fill = i % 2 ? '#ffffff' : p.accent;
    const hang = s.sag * (Math.sqrt(Math.max(0, 1 - ((i + 0.5) / (count / 2) - 1) ** 2)) - 0.5);
    return `<path d="M${num(i * step)} ${num(-h)}h${num(step)}V${num(drop + hang)}a${num(step / 2)} ${num(step / 2)} 0 0 1 ${num(-step)} 0Z" fill="${fill}"/>`;
  }).join('');
  const size = s.landscape ? Math.min(h * 0.6, w * 0.36) : Math.min(w * 0.62, h * 0.36);
  const [px, py] = s.landscape ? [w - m - size * 0.46, h * 0.67] : [w / 2, h * 0.76];
  const room = s.landscape ? w - 2.4 * m - size : w - 2 * m;
  return [
    ground(s, p.pale) + printed(label, s, p.ground, 0.16),
    `<path d="${s.band(h * 0.9, h * 1.3)}" fill="${p.accent}"/>`,
    blot(label, px, py + size * 0.42, size),
    picture(label, px, py, size, -4),
    scallops,
    brand(
      label,
      s,
      { x: m, y: drop + step * 0.62, w: room, h: h * 0.1, align: s.landscape ? -1 : 0 },
      p.brand,
      p.pale,
    ),
    s.lines(
      label.title,
      {
        x: m,
        y: drop + step * 0.62 + h * 0.135,
        w: room,
        h: h * (s.landscape ? 0.3 : 0.2),
        font: label.titleFont,
        align: s.landscape ? -1 : 0,
      },
      p.deep,
    ),
    sticker(
      label,
      s,
      s.landscape ? px - size * 0.52 : w * 0.8,
      s.landscape ? h * 0.46 : h * 0.62,
      s.unit * 0.12,
      p.accent,
      '#ffffff',
      14,
    ),
    s.text(
      label.net,
      { x: m, y: h * 0.91, w: w - 2 * m, h: h * 0.04, font: 'sans', align: -1, maxSize: s.unit * 0.055 },
      '#ffffff',
    ),
    tinyLines(
      s,
      m,
      s.landscape ? h * 0.8 : h * 0.925,
      s.landscape ? w * 0.26 : w * 0.01,
      s.landscape ? 2 : 0,
      p.deep,
      -1,
    ),
  ].join('');
};
