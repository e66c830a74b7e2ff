import { darken } from '../palette';
import { around, at, ball, glint, leaf, line, path, slope, sphere, spiral, type Illustration } from './brush';

const pepper =
  (colour: string): Illustration =>
  (d) => {
    const one =
      path(
        'M-8 -60C-34 -44 -30 10 4 50C16 66 34 78 52 82C40 60 40 40 34 10C28 -30 14 -60 -8 -60Z',
        sphere(d, colour),
      ) +
      line('M-14 -38Q-20 0 8 38', '#fff', 6, 0.5) +
      path('M-30 -50Q-10 -72 18 -54Q-4 -46 -30 -50Z', '#3f8f35') +
      line('M-8 -60Q-14 -80 -30 -88', '#3f8f35', 8);
    return at(-18, 2, 12, 1, one) + at(40, -4, -22, 0.84, one);
  };
export const chilli = pepper('#e0261c');
export const greenChilli = pepper('#5c9a2a');

export const shrimp: Illustration = (d) =>
  line('M30 -54Q70 -92 92 -70M34 -48Q84 -70 96 -44', '#e8693c', 4) +
  path(
    'M52 -58C-20 -84 -84 -32 -74 30C-68 62 -44 74 -26 78L-30 54C-44 40 -40 6 -14 -8C12 -18 40 -14 60 -26C72 -36 68 -52 52 -58Z',
    slope(d, '#ffa57a', '#f0653c'),
  ) +
  line(
    'M-14 -62Q-20 -30 -8 -10M-48 -40Q-36 -16 -28 4M-72 -4Q-52 6 -40 20M-72 30Q-54 34 -38 40M22 -66Q16 -40 24 -18',
    '#ffd9c2',
    5,
    0.85,
  ) +
  path('M-30 54L-6 66L10 92L-20 84L-44 94L-26 72Z', '#e8552e') +
  '<circle cx="46" cy="-42" r="6" fill="#2b1a16"/>' +
  line('M4 -10Q6 8 -2 20M24 -14Q28 4 22 16M42 -18Q48 -2 42 10', '#e8693c', 5);

const fish =
  (back: string, belly: string, fin: string): Illustration =>
  (d) =>
    path('M62 0C76 -22 88 -34 98 -44C94 -14 94 14 98 44C88 34 76 22 62 0Z', slope(d, fin, darken(fin, 0.3))) +
    path('M-20 -40Q4 -74 34 -62Q24 -46 30 -34ZM-8 38Q8 62 30 58Q22 46 24 32Z', fin) +
    path(
      'M-94 4C-70 -36 -10 -54 68 -4C0 50 -66 42 -94 4Z',
      d.linear(
        [
          [0, back],
          [0.48, back],
          [0.62, belly],
          [1, '#f4f6f8'],
        ],
        { from: [0, 0], to: [0, 1] },
      ),
    ) +
    line('M-56 -26Q-42 4 -58 30', darken(back, 0.3), 4, 0.6) +
    line('M-24 -10q8 6 0 14M0 -10q8 6 0 14M22 -8q8 6 0 12', '#fff', 3, 0.5) +
    '<circle cx="-70" cy="-4" r="8" fill="#fff"/><circle cx="-71" cy="-4" r="4.6" fill="#1b2430"/>' +
    line('M-90 10Q-80 14 -74 12', '#33475c', 3);
export const tuna = fish('#33588a', '#a9c1d9', '#284a78');
export const mackerel = fish('#3f7a7a', '#b7d4d0', '#2f6464');

export const salmon: Illustration = (d) =>
  path(
    'M-86 30C-90 -20 -30 -66 44 -58C78 -54 94 -30 84 -10C60 30 -20 66 -70 56C-82 52 -86 42 -86 30Z',
    slope(d, '#ff9d6e', '#f26a3d'),
  ) +
  line('M-62 40Q-40 0 30 -44M-30 48Q0 14 62 -34M-74 14Q-54 -18 0 -48M4 44Q30 22 78 -10', '#ffd7bf', 6, 0.9) +
  path(
    'M-86 30C-84 46 -78 56 -70 56C-20 66 60 30 84 -10C86 0 84 10 78 18C50 56 -20 82 -66 72C-82 66 -88 50 -86 30Z',
    '#c9d3da',
  ) +
  leaf(d, -60, -50, -30, 60, '#5fa048', 0.2);

export const crab: Illustration = (d) =>
  line('M-60 20L-92 6M-60 36L-94 40M-50 50L-78 70M60 20L92 6M60 36L94 40M50 50L78 70', '#d8402a', 9) +
  line('M-48 -8Q-76 -24 -66 -54M48 -8Q76 -24 66 -54', '#e14b33', 14) +
  path(
    'M-90 -82Q-46 -90 -48 -46Q-66 -62 -70 -44Q-94 -52 -90 -82ZM90 -82Q46 -90 48 -46Q66 -62 70 -44Q94 -52 90 -82Z',
    '#e8563c',
  ) +
  path(
    'M-66 24C-66 -16 -34 -32 0 -32C34 -32 66 -16 66 24C66 54 34 66 0 66C-34 66 -66 54 -66 24Z',
    sphere(d, '#ec5a3c'),
  ) +
  line('M-20 -30V-46M20 -30V-46', '#d8402a', 6) +
  '<circle cx="-20" cy="-50" r="9" fill="#241a18"/><circle cx="20" cy="-50" r="9" fill="#241a18"/><circle cx="-22" cy="-53" r="3" fill="#fff"/><circle cx="18" cy="-53" r="3" fill="#fff"/>' +
  line('M-16 34Q0 46 16 34', '#9a2417', 5);

export const squid: Illustration = (d) =>
  [-36, -18, 0, 18, 36]
    .map((x, i) => line(`M${x * 0.7} 24Q${x * 1.3} 54 ${x + (i % 2 ? 8 : -8)} 92`, '#e08a9a', 12))
    .join('') +
  path(
    'M0 -94C16 -78 34 -50 36 -4C36 26 20 34 0 34C-20 34 -36 26 -36 -4C-34 -50 -16 -78 0 -94Z',
    sphere(d, '#f3a9b4'),
  ) +
  path('M-12 -78L-66 -38Q-46 -22 -30 -34ZM12 -78L66 -38Q46 -22 30 -34Z', '#e88f9e') +
  '<circle cx="-15" cy="14" r="8" fill="#fff"/><circle cx="15" cy="14" r="8" fill="#fff"/><circle cx="-14" cy="15" r="4.6" fill="#26151a"/><circle cx="14" cy="15" r="4.6" fill="#26151a"/>';

export const kimchi: Illustration = (d) =>
  path(
    'M-80 50C-96 0 -60 -70 -10 -84C44 -92 92 -44 84 18C80 62 40 84 -10 84C-46 84 -72 76 -80 50Z',
    slope(d, '#f7e9b4', '#e9c96c'),
  ) +
  path(
    'M-70 40C-78 0 -44 -56 -6 -64C30 -70 60 -30 40 6C20 40 -20 60 -70 40Z',
    slope(d, '#f5652e', '#d8331c'),
  ) +
  path('M-20 64C10 60 60 30 66 -26C92 20 70 74 20 78C4 80 -12 76 -20 64Z', slope(d, '#ef4a26', '#c4260f')) +
  line('M-52 30Q-20 10 -8 -50M-30 44Q10 20 16 -40M10 70Q50 40 66 -10', '#fff0c0', 6, 0.8) +
  path('M-40 -74Q-10 -100 30 -84Q10 -70 -10 -72Q-26 -60 -40 -74Z', '#8fbf4a') +
  spiral(16, 66)
    .map(([x, y]) => `<circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="3.4" fill="#a81408"/>`)
    .join('');

export const beef: Illustration = (d) =>
  path(
    'M-84 -10C-84 -56 -30 -76 20 -66C70 -56 96 -16 82 24C68 64 20 72 -10 56C-30 46 -46 54 -62 44C-80 32 -84 12 -84 -10Z',
    '#f3d6c4',
  ) +
  path(
    'M-72 -8C-70 -46 -26 -62 18 -54C62 -46 82 -14 70 20C58 52 20 58 -6 44C-26 34 -44 40 -56 32C-70 22 -72 8 -72 -8Z',
    slope(d, '#d9463f', '#a3211f'),
  ) +
  line(
    'M-50 -16Q-20 -34 -4 -12Q10 8 40 -6M-34 12Q-10 2 2 20Q20 36 46 22M0 -40Q24 -36 36 -24',
    '#f7cfc0',
    6,
    0.85,
  ) +
  '<circle cx="-44" cy="-2" r="15" fill="#f7e3d2"/><circle cx="-44" cy="-2" r="8" fill="#d9b79a"/>';

export const chicken: Illustration = (d) =>
  at(
    0,
    0,
    -38,
    1,
    '<rect x="-12" y="10" width="24" height="66" rx="10" fill="#fbeedd"/><circle cx="-12" cy="80" r="17" fill="#fbeedd"/><circle cx="14" cy="80" r="17" fill="#f3dfc6"/>' +
      path(
        'M0 -92C46 -92 62 -50 52 -14C44 16 24 34 0 34C-24 34 -44 16 -52 -14C-62 -50 -46 -92 0 -92Z',
        sphere(d, '#c9772c', 0.45),
      ) +
      line('M-20 -4Q-10 6 4 4M14 -36Q24 -30 34 -34M-30 -50Q-20 -44 -10 -50', '#8a4614', 5, 0.5) +
      glint(-22, -62, 13, -50, 0.6),
  );

export const mushroom: Illustration = (d) =>
  path('M-22 0C-18 30 -28 60 -20 84Q0 94 20 84C28 60 18 30 22 0Z', slope(d, '#fdf3e2', '#d9c3a0')) +
  path('M-84 8C-84 -54 -40 -84 0 -84C40 -84 84 -54 84 8C60 24 -60 24 -84 8Z', sphere(d, '#a8693c')) +
  path('M-84 8C-60 24 60 24 84 8C60 34 -60 34 -84 8Z', '#efdcc0') +
  glint(-36, -46, 18, -30, 0.4);

export const onion: Illustration = (d) =>
  path(
    'M0 -90C8 -60 30 -50 56 -32C90 -6 82 60 34 80Q0 92 -34 80C-82 60 -90 -6 -56 -32C-30 -50 -8 -60 0 -90Z',
    sphere(d, '#d9903a'),
  ) +
  line('M-4 -70Q-60 -10 -34 76M4 -70Q60 -10 34 76M0 -70V84', '#a8611c', 3.6, 0.55) +
  line('M-10 86L-16 98M0 88V100M10 86L16 98', '#c9a878', 3) +
  glint(-40, 0, 14, -70);

export const garlic: Illustration = (d) =>
  path(
    'M0 -92C6 -60 10 -52 34 -36C76 -10 74 56 30 72Q0 82 -30 72C-74 56 -76 -10 -34 -36C-10 -52 -6 -60 0 -92Z',
    sphere(d, '#f6efe4', 0.2),
  ) +
  line('M-4 -60Q-44 -6 -22 70M4 -60Q44 -6 22 70', '#cdb9b4', 4, 0.8) +
  path('M-26 74Q0 62 26 74Q0 88 -26 74Z', '#cbb594') +
  path(
    'M-56 0Q-60 30 -42 54',
    'none',
    ' stroke="#c79fc0" stroke-width="7" stroke-opacity=".5" stroke-linecap="round"',
  );

export const greenOnion: Illustration = (d) =>
  [-16, 0, 16]
    .map((x, i) =>
      at(
        x,
        0,
        x * 0.9,
        1,
        `<rect x="-9" y="10" width="18" height="76" rx="9" fill="${d.linear(
          [
            [0, '#7cb84a'],
            [0.5, '#eef6d8'],
            [1, '#ffffff'],
          ],
          { from: [0, 0], to: [0, 1] },
        )}"/>` +
          path(
            'M-9 16C-14 -30 -26 -60 -34 -90C-10 -70 0 -40 4 0ZM9 16C12 -30 22 -60 34 -92C38 -60 20 -20 6 10Z',
            i % 2 ? '#3f8f3a' : '#56a648',
          ) +
          line('M-4 86L-10 98M2 86V98M6 86L12 96', '#cdbf98', 2.4),
      ),
    )
    .join('');

export const seaweed: Illustration = (d) =>
  at(
    -10,
    -6,
    -12,
    1,
    `<rect x="-62" y="-76" width="112" height="140" rx="4" fill="${slope(d, '#2f5a40', '#14301f')}"/>${line('M-50 -60Q-10 -50 40 -64M-54 -30Q0 -18 44 -34M-50 0Q-6 12 42 -2M-54 32Q0 44 44 30', '#5a8a64', 3, 0.5)}`,
  ) +
  at(
    26,
    20,
    10,
    1,
    `<rect x="-54" y="-60" width="104" height="130" rx="4" fill="${slope(d, '#3a6b4c', '#1a3b28')}"/>${spiral(
      30,
      50,
    )
      .map(
        ([x, y]) =>
          `<circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="2" fill="#cfe3c0" fill-opacity=".6"/>`,
      )
      .join('')}`,
  );

export const egg: Illustration = (d) =>
  path(
    'M-30 -76C6 -80 18 -56 44 -50C84 -40 96 0 78 30C62 58 30 52 4 70C-26 88 -74 72 -84 34C-92 2 -70 -10 -66 -36C-62 -60 -50 -74 -30 -76Z',
    slope(d, '#ffffff', '#f0ebe0'),
  ) + ball(d, 0, 0, 36, '#ffb01f');

export const tomato: Illustration = (d) =>
  path(
    'M0 -46C-50 -70 -90 -30 -84 16C-78 62 -36 82 0 82C36 82 78 62 84 16C90 -30 50 -70 0 -46Z',
    sphere(d, '#e63222'),
  ) +
  glint(-44, -14, 18, -50) +
  [-170, -130, -90, -50, -10, 90]
    .map((turn) => leaf(d, 0, -46, turn, turn === 90 ? 26 : 44, '#4f9a37', 0.2))
    .join('') +
  line('M0 -48Q2 -66 12 -80', '#4f8a32', 7);

export const potato: Illustration = (d) =>
  path(
    'M-84 4C-80 -46 -24 -70 30 -60C76 -50 96 -6 80 32C62 70 0 80 -40 66C-70 56 -86 34 -84 4Z',
    sphere(d, '#d3a35c'),
  ) +
  [
    [-40, -16],
    [6, -34],
    [44, 4],
    [-10, 20],
    [24, 44],
    [-48, 30],
  ]
    .map(([x, y]) => `<ellipse cx="${x}" cy="${y}" rx="6" ry="3.6" fill="#8f6428" fill-opacity=".6"/>`)
    .join('') +
  at(
    40,
    40,
    14,
    1,
    `<ellipse rx="44" ry="34" fill="#f1cf6a"/><ellipse rx="40" ry="30" fill="${slope(d, '#ffe9a6', '#ffd873')}"/>`,
  );

export const soybean: Illustration = (d) =>
  at(
    0,
    -10,
    -30,
    1,
    path(
      'M-92 6C-70 -34 -40 -20 -30 -22C-16 -32 6 -32 14 -22C30 -32 60 -30 92 -4C70 36 34 26 22 24C6 34 -14 32 -24 26C-44 34 -76 30 -92 6Z',
      slope(d, '#a9cc5c', '#6f9c35'),
    ) + [-50, -4, 42].map((x) => ball(d, x, 2, 21, '#c5dc7a')).join(''),
  ) +
  [
    [-20, 64],
    [24, 72],
    [56, 50],
  ]
    .map(([x, y]) => ball(d, x ?? 0, y ?? 0, 19, '#e2c685'))
    .join('');

export const ham: Illustration = (d) =>
  at(
    0,
    0,
    -10,
    1,
    `<rect x="-84" y="-50" width="150" height="104" rx="22" fill="${slope(d, '#f08f8a', '#d9645f')}"/><rect x="-66" y="-34" width="150" height="104" rx="22" fill="${slope(d, '#ffb3ab', '#f0807a')}"/>${spiral(
      18,
      46,
    )
      .map(
        ([x, y]) =>
          `<ellipse cx="${(x + 9).toFixed(0)}" cy="${(y + 18).toFixed(0)}" rx="6" ry="3.4" fill="#fff" fill-opacity=".45"/>`,
      )
      .join('')}`,
  );

export const curry: Illustration = (d) =>
  '<ellipse cy="30" rx="94" ry="52" fill="#f2ece0"/><ellipse cy="22" rx="90" ry="48" fill="#fffaf0"/>' +
  path('M-80 20Q-60 -26 -4 -14Q16 20 -10 58Q-70 60 -80 20Z', slope(d, '#ffffff', '#efe6d6')) +
  path('M-8 -16Q60 -24 80 16Q76 54 -6 60Q16 20 -8 -16Z', slope(d, '#eda92c', '#c27a12')) +
  [
    [20, 4, '#e8622a'],
    [46, 20, '#f2d06a'],
    [16, 34, '#f2d06a'],
    [50, 42, '#e8622a'],
    [34, 14, '#7a9a3a'],
  ]
    .map(([x, y, c]) => `<rect x="${x}" y="${y}" width="17" height="13" rx="4" fill="${c}"/>`)
    .join('') +
  line('M-30 -50q-10 -14 0 -26M4 -46q-10 -14 0 -26M38 -50q-10 -14 0 -26', '#d9cdb8', 6, 0.8);

export const dumpling: Illustration = (d) => {
  const one =
    path(
      'M-60 26C-60 -20 -30 -44 0 -44C30 -44 60 -20 60 26C40 40 -40 40 -60 26Z',
      sphere(d, '#f4e6cc', 0.22),
    ) + line('M-50 0Q-40 -30 -26 -20Q-18 -46 -4 -28Q6 -48 20 -26Q36 -34 46 -6', '#cfae7c', 5, 0.8);
  return at(-28, -20, -8, 0.9, one) + at(34, -6, 8, 0.86, one) + at(-2, 42, 0, 0.96, one);
};

export const noodles: Illustration = (d) =>
  around(1, () => '') +
  path('M-92 0H92C90 54 50 88 0 88C-50 88 -90 54 -92 0Z', slope(d, '#3b3f4a', '#1d2028')) +
  `<ellipse rx="92" ry="30" fill="#2a2e38"/><ellipse rx="84" ry="25" fill="${slope(d, '#f5b03c', '#d9731c')}"/>` +
  line('M-64 2Q-40 -16 -14 2T36 2M-50 10Q-24 -6 4 10T56 8M-40 -8Q-10 -20 20 -6T60 -4', '#ffe6a0', 6);
