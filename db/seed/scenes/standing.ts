import { num } from '../draw/defs';
import { darken, hsl, lighten, mix, toHsl } from '../palette';
import { canvas, type Scene, type Stage } from './stage';

/** The packshot: a pale seamless paper, light from one side. */
export const studio: Scene = ({ defs, tint, light }) => {
  const [hue] = toHsl(tint);
  const paper = hsl(hue, 0.3, 0.938);
  const wall = defs.linear(
    [
      [0, mix(paper, '#ffffff', 0.35)],
      [0.62, paper],
      [0.74, mix(paper, '#ffffff', 0.5)],
      [1, mix(paper, '#ffffff', 0.15)],
    ],
    { from: [0, 0], to: [0, 1] },
  );
  const glow = defs.radial(
    [
      [0, '#ffffff', 0.9],
      [1, '#ffffff', 0],
    ],
    { centre: [0.5 - 0.14 * light, 0.42], radius: 0.5 },
  );
  return {
    back: canvas(wall) + canvas(glow),
    floor: 868,
    highest: 560,
    shadow: 'soft',
    shade: darken(paper, 0.72),
    room: { w: 700, h: 740 },
    props: false,
  };
};

/** Two papers in strong colours, sun from the side. */
export const colourPaper: Scene = ({ defs, tint, second, light, chance }) => {
  const [hue, saturation] = toHsl(tint);
  const turn = chance.pick([0, 150, 180, 200, 40]);
  const wallColour = hsl((hue + turn) % 360, Math.min(0.5, saturation * 0.5 + 0.16), 0.77);
  const floorColour = mix(
    hsl((hue + turn) % 360, Math.min(0.48, saturation * 0.5 + 0.14), 0.84),
    lighten(second, 0.6),
    0.2,
  );
  const edge = 640;
  const glow = defs.radial(
    [
      [0, '#ffffff', 0.38],
      [1, '#ffffff', 0],
    ],
    { centre: [0.5 - 0.3 * light, 0.3], radius: 0.65 },
  );
  const floor = defs.linear(
    [
      [0, darken(floorColour, 0.08)],
      [0.3, floorColour],
      [1, lighten(floorColour, 0.2)],
    ],
    { from: [0, 0], to: [0, 1] },
  );
  return {
    back:
      canvas(wallColour) +
      `<rect y="${edge}" width="1000" height="${1000 - edge}" fill="${floor}"/>` +
      canvas(glow),
    floor: 850,
    highest: 730,
    shadow: 'long',
    shade: darken(floorColour, 0.6),
    room: { w: 640, h: 690 },
    props: true,
  };
};

/** Oak table before a plain wall with a patch of window light. */
export const woodTable: Scene = ({ defs, light, chance }) => {
  const edge = 610;
  const wall = defs.linear(
    [
      [0, '#e9e3d9'],
      [1, '#d9d0c2'],
    ],
    { from: [0, 0], to: [0, 1] },
  );
  const oak = chance.pick(['#c99b66', '#b98453', '#d7b183']);
  const planks = [0, 1, 2].map((i) => {
    const y = edge + [0, 96, 226][i]!;
    const h = [96, 130, 170][i]!;
    const fill = defs.linear(
      [
        [0, lighten(oak, 0.12 - i * 0.03)],
        [1, darken(oak, 0.05 + i * 0.02)],
      ],
      { from: [0, 0], to: [0, 1] },
    );
    const grain = Array.from({ length: 7 }, (_, g) => {
      const gy = y + (h * (g + 0.5)) / 7 + chance.between(-4, 4);
      return `<path d="M0 ${num(gy)}C250 ${num(gy + chance.between(-9, 9))} 600 ${num(gy + chance.between(-9, 9))} 1000 ${num(gy + chance.between(-6, 6))}" stroke="${darken(oak, 0.35)}" stroke-opacity="${num(chance.between(0.08, 0.24))}" stroke-width="${num(chance.between(1.5, 4))}" fill="none"/>`;
    }).join('');
    return `<rect y="${y}" width="1000" height="${h + 1}" fill="${fill}"/>${grain}<rect y="${y + h - 2}" width="1000" height="3" fill="${darken(oak, 0.6)}" fill-opacity=".45"/>`;
  });
  return {
    back:
      canvas(wall) +
      windowLight(light) +
      planks.join('') +
      `<rect y="${edge}" width="1000" height="5" fill="#fff" fill-opacity=".3"/>`,
    floor: 846,
    highest: 720,
    shadow: 'long',
    shade: '#3c2412',
    room: { w: 640, h: 680 },
    props: true,
  };
};

/** Marble counter and white kitchen tiles. */
export const marble: Scene = ({ defs, chance }) => {
  const edge = 630;
  const tile = defs.tile(
    170,
    84,
    `<rect width="170" height="84" fill="#dfe3e4"/><rect x="2" y="2" width="166" height="80" rx="3" fill="#f3f5f5"/><rect x="2" y="2" width="166" height="26" rx="3" fill="#fff" fill-opacity=".7"/>`,
  );
  const counter = defs.linear(
    [
      [0, '#d9dcdf'],
      [0.12, '#f4f5f6'],
      [1, '#e4e6e9'],
    ],
    { from: [0, 0], to: [0, 1] },
  );
  const veins = Array.from({ length: 7 }, () => {
    const [x, y] = [chance.between(-60, 900), chance.between(edge + 10, 960)];
    return `<path d="M${num(x)} ${num(y)}q${num(chance.between(60, 160))} ${num(chance.between(-46, 46))} ${num(chance.between(180, 300))} ${num(chance.between(-30, 50))}t${num(chance.between(120, 260))} ${num(chance.between(-30, 60))}" fill="none" stroke="#9aa3ad" stroke-opacity="${num(chance.between(0.14, 0.4))}" stroke-width="${num(chance.between(1.5, 7))}"/>`;
  }).join('');
  return {
    back:
      canvas(tile) +
      `<rect width="1000" height="${edge}" fill="#8b98a3" fill-opacity=".08"/><rect y="${edge}" width="1000" height="400" fill="${counter}"/>${veins}<rect y="${edge - 4}" width="1000" height="8" fill="#aeb4ba" fill-opacity=".7"/>`,
    floor: 856,
    highest: 740,
    shadow: 'mirror',
    shade: '#2c343c',
    room: { w: 640, h: 690 },
    props: true,
  };
};

/** Plinth and arch in tones of the product: cosmetics and gifts. */
export const plinth: Scene = ({ defs, tint, light, chance }) => {
  const [hue] = toHsl(tint);
  const turn = chance.pick([0, 20, 340, 180]);
  const tone = (l: number, s = 0.34) => hsl((hue + turn) % 360, s, l);
  const wall = defs.linear(
    [
      [0, tone(0.86)],
      [1, tone(0.8)],
    ],
    { from: [0, 0], to: [0, 1] },
  );
  const arch = defs.linear(
    [
      [0, tone(0.72)],
      [1, tone(0.8)],
    ],
    { from: light === 1 ? [0, 0] : [1, 0], to: light === 1 ? [1, 1] : [0, 1] },
  );
  const side = defs.linear(
    [
      [0, tone(0.7)],
      [0.3, tone(0.93)],
      [1, tone(0.62)],
    ],
    { from: light === 1 ? [0, 0] : [1, 0], to: light === 1 ? [1, 0] : [0, 0] },
  );
  const cx = 500 + chance.between(-40, 40);
  const dome = `<path d="M${num(cx - 300)} 760V420A300 300 0 0 1 ${num(cx + 300)} 420V760Z" fill="${arch}"/>`;
  const floor = `<rect y="750" width="1000" height="250" fill="${defs.linear(
    [
      [0, tone(0.74)],
      [1, tone(0.84)],
    ],
    { from: [0, 0], to: [0, 1] },
  )}"/>`;
  const stone = `<path d="M120 830V930A380 64 0 0 0 880 930V830Z" fill="${side}"/><ellipse cx="500" cy="830" rx="380" ry="64" fill="${tone(0.93, 0.3)}"/>`;
  return {
    back:
      canvas(wall) +
      dome +
      floor +
      `<ellipse cx="${500 + 60 * light}" cy="950" rx="440" ry="60" fill="${tone(0.5)}" fill-opacity=".3"/>` +
      stone,
    floor: 850,
    highest: 846,
    shadow: 'long',
    shade: tone(0.28, 0.4),
    room: { w: 560, h: 640 },
    props: true,
  };
};

/** Inside of a fridge: glass shelf, ribbed wall, cold light. */
export const fridge: Scene = ({ defs }) => {
  const wall = defs.linear(
    [
      [0, '#f2f8fb'],
      [0.5, '#dbe8ef'],
      [1, '#c2d5e0'],
    ],
    { from: [0, 0], to: [0, 1] },
  );
  const ribs = defs.tile(
    64,
    64,
    '<rect width="64" height="64" fill="#fff" fill-opacity="0"/><rect width="3" height="64" fill="#8fb0c4" fill-opacity=".22"/><rect x="3" width="3" height="64" fill="#fff" fill-opacity=".6"/>',
  );
  const lamp = defs.radial(
    [
      [0, '#ffffff', 1],
      [0.4, '#ffffff', 0.5],
      [1, '#ffffff', 0],
    ],
    { centre: [0.5, 0.02], radius: 0.62 },
  );
  const shelf = `<path d="M0 780H1000V892H0Z" fill="#e9f4f8" fill-opacity=".75"/><path d="M0 892H1000V918H0Z" fill="${defs.linear(
    [
      [0, '#ffffff'],
      [0.4, '#a9c9d6'],
      [1, '#6f9db0'],
    ],
    { from: [0, 0], to: [0, 1] },
  )}"/><rect y="918" width="1000" height="82" fill="#b3ccd8"/><rect y="918" width="1000" height="18" fill="#4d7386" fill-opacity=".3"/>`;
  const frame =
    '<rect width="26" height="1000" fill="#a9c2cf" fill-opacity=".5"/><rect x="974" width="26" height="1000" fill="#a9c2cf" fill-opacity=".5"/>';
  return {
    back: canvas(wall) + canvas(ribs) + canvas(lamp) + shelf + frame,
    floor: 866,
    highest: 830,
    shadow: 'mirror',
    shade: '#27495c',
    room: { w: 660, h: 730 },
    props: false,
  };
};

/** Warm wall with the shadow of a plant. */
export const leafShadow: Scene = ({ defs, tint, light, chance }) => {
  const [hue] = toHsl(tint);
  const tone = hsl((hue + chance.pick([0, 30, 330])) % 360, 0.3, 0.87);
  const wall = defs.linear(
    [
      [0, lighten(tone, 0.3)],
      [1, darken(tone, 0.05)],
    ],
    { from: light === 1 ? [0, 0] : [1, 0], to: light === 1 ? [1, 0.6] : [0, 0.6] },
  );
  const frond = (x: number, y: number, turn: number, size: number) => {
    const blades = Array.from({ length: 9 }, (_, i) =>
      [-1, 1]
        .map(
          (side) =>
            `<path transform="translate(0 ${num(-i * 42)}) rotate(${side * (62 - i * 3)})" d="M0 0C${24} -30 ${24} -90 0 -${num(150 - i * 9)}C-24 -90 -24 -30 0 0Z"/>`,
        )
        .join(''),
    ).join('');
    return `<g transform="translate(${num(x)} ${num(y)}) rotate(${num(turn)}) scale(${num(size)})">${blades}<path d="M-3 40L0 -400L3 40Z"/></g>`;
  };
  const shadow = `<g fill="${darken(tone, 0.62)}" opacity=".17">${frond(500 - 420 * light, 620, 34 * light, 1.05)}${frond(500 - 250 * light, -60, 150 * light, 0.9)}${frond(500 + 420 * light, 90, -140 * light, 0.8)}</g>`;
  const floor = defs.linear(
    [
      [0, darken(tone, 0.12)],
      [0.2, lighten(tone, 0.1)],
      [1, lighten(tone, 0.34)],
    ],
    { from: [0, 0], to: [0, 1] },
  );
  return {
    back: canvas(wall) + shadow + `<rect y="690" width="1000" height="310" fill="${floor}"/>`,
    floor: 856,
    highest: 740,
    shadow: 'long',
    shade: darken(tone, 0.66),
    room: { w: 640, h: 690 },
    props: true,
  };
};

/** Bathroom: terrazzo counter, mint or blush tiles. */
export const bathroom: Scene = ({ defs, chance }) => {
  const colour = chance.pick(['#cfe3dc', '#f0d9d3', '#d5deea', '#e6e0cf']);
  const tile = defs.tile(
    100,
    100,
    `<rect width="100" height="100" fill="#fbfbf9"/><rect x="2" y="2" width="96" height="96" rx="2" fill="${colour}"/><path d="M2 2H98L2 60Z" fill="#fff" fill-opacity=".22"/>`,
  );
  const chips = defs.tile(
    150,
    120,
    `<rect width="150" height="120" fill="#efece6"/>${[
      [20, 26, 10, '#c7b8a4'],
      [70, 14, 7, '#8fa3a0'],
      [118, 40, 11, '#d9a58f'],
      [46, 70, 9, '#a9b3b8'],
      [96, 92, 8, '#cdbfae'],
      [10, 104, 7, '#d9a58f'],
      [134, 104, 6, '#8fa3a0'],
    ]
      .map(
        ([x, y, r, c]) =>
          `<path transform="translate(${x} ${y}) rotate(${Number(x) * 3})" d="M-${r} 0L-2 -${Number(r) * 0.8}L${r} -1L3 ${r}Z" fill="${c}"/>`,
      )
      .join('')}`,
  );
  const counter = `<rect y="660" width="1000" height="340" fill="${chips}"/><rect y="660" width="1000" height="340" fill="${defs.linear(
    [
      [0, '#3a3a3a', 0.2],
      [0.25, '#ffffff', 0],
      [1, '#ffffff', 0.2],
    ],
    { from: [0, 0], to: [0, 1] },
  )}"/><rect y="654" width="1000" height="10" fill="#fff" fill-opacity=".7"/>`;
  return {
    back:
      canvas(tile) +
      canvas(
        defs.radial(
          [
            [0, '#ffffff', 0.4],
            [1, '#2a3a3a', 0.12],
          ],
          { centre: [0.4, 0.3], radius: 0.8 },
        ),
      ) +
      counter,
    floor: 856,
    highest: 740,
    shadow: 'soft',
    shade: '#3a3630',
    room: { w: 620, h: 680 },
    props: true,
  };
};

/** Dark studio with a warm halo: coffee, chocolate, tea. */
export const night: Scene = ({ defs, tint }) => {
  const [hue] = toHsl(tint);
  const wall = defs.radial(
    [
      [0, hsl(hue, 0.36, 0.42)],
      [0.5, hsl(hue, 0.34, 0.22)],
      [1, hsl(hue, 0.34, 0.1)],
    ],
    { centre: [0.5, 0.48], radius: 0.72 },
  );
  const table = defs.linear(
    [
      [0, hsl(hue, 0.3, 0.1)],
      [0.4, hsl(hue, 0.3, 0.22)],
      [1, hsl(hue, 0.3, 0.13)],
    ],
    { from: [0, 0], to: [0, 1] },
  );
  return {
    back: canvas(wall) + `<rect y="720" width="1000" height="280" fill="${table}"/>`,
    floor: 860,
    highest: 770,
    shadow: 'mirror',
    shade: '#050302',
    room: { w: 640, h: 700 },
    props: true,
  };
};

/** A wooden wall shelf, painted wall, soft corner. */
export const wallShelf: Scene = ({ defs, chance, light }) => {
  const wallColour = chance.pick(['#dfe7df', '#efe3d3', '#dde6ee', '#f1dfdc', '#e7e2ee']);
  const wall = defs.linear(
    [
      [0, lighten(wallColour, 0.35)],
      [1, darken(wallColour, 0.06)],
    ],
    { from: light === 1 ? [0, 0] : [1, 0], to: light === 1 ? [1, 0.4] : [0, 0.4] },
  );
  const board = `<path d="M0 800H1000V872H0Z" fill="${defs.linear(
    [
      [0, '#c9a06c'],
      [1, '#e3c193'],
    ],
    { from: [0, 0], to: [0, 1] },
  )}"/><path d="M0 872H1000V912H0Z" fill="${defs.linear(
    [
      [0, '#c08f58'],
      [1, '#94683a'],
    ],
    { from: [0, 0], to: [0, 1] },
  )}"/><rect y="871" width="1000" height="3" fill="#fff" fill-opacity=".4"/><rect y="912" width="1000" height="50" fill="${defs.linear(
    [
      [0, '#3b2a18', 0.35],
      [1, '#3b2a18', 0],
    ],
    { from: [0, 0], to: [0, 1] },
  )}"/>`;
  const panel = defs.tile(
    140,
    1000,
    '<rect width="3" height="1000" fill="#000" fill-opacity=".06"/><rect x="3" width="3" height="1000" fill="#fff" fill-opacity=".5"/>',
  );
  return {
    back: canvas(wall) + canvas(panel) + board,
    floor: 850,
    highest: 842,
    shadow: 'long',
    shade: '#4a3520',
    room: { w: 660, h: 690 },
    props: true,
  };
};

function windowLight(light: 1 | -1): string {
  const panes = [
    [0, 0],
    [150, 0],
    [0, 210],
    [150, 210],
  ]
    .map(([x, y]) => `<rect x="${x}" y="${y}" width="134" height="194"/>`)
    .join('');
  return `<g transform="translate(${light === 1 ? 90 : 620} 80) skewX(${-14 * light})" fill="#fffaf0" fill-opacity=".55">${panes}</g>`;
}

export type { Stage };
