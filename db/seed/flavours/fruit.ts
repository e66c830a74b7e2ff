import { around, at, ball, glint, leaf, line, path, slope, sphere, spiral, type Illustration } from './brush';

export const strawberry: Illustration = (d) => {
  const body = 'M0 88C-46 70 -82 18 -76 -26C-72 -58 -34 -66 0 -54C34 -66 72 -58 76 -26C82 18 46 70 0 88Z';
  const seeds = [
    [-44, -24],
    [-16, -30],
    [16, -30],
    [44, -24],
    [-52, 4],
    [-28, 0],
    [0, -4],
    [28, 0],
    [52, 4],
    [-38, 30],
    [-13, 26],
    [13, 26],
    [38, 30],
    [-20, 54],
    [4, 52],
    [24, 50],
  ]
    .map(([x, y]) => `<ellipse cx="${x}" cy="${y}" rx="3.4" ry="5.4" fill="#ffe9a0"/>`)
    .join('');
  const crown = [-168, -140, -112, -90, -66, -40, -12]
    .map((turn) => leaf(d, 0, -54, turn, 46, '#5aa83f', 0.24))
    .join('');
  return (
    path(body, sphere(d, '#ee2f45')) +
    seeds +
    glint(-38, -36, 16) +
    `<path d="M0 -54Q2 -80 14 -94" stroke="#4c8c36" stroke-width="7" fill="none" stroke-linecap="round"/>` +
    at(0, 0, 0, 1, crown) +
    leaf(d, 0, -56, 150, 44, '#5aa83f', 0.26) +
    leaf(d, 0, -56, 30, 44, '#5aa83f', 0.26) +
    leaf(d, 0, -58, 90, 26, '#4f9a37', 0.3)
  );
};

export const banana: Illustration = (d) =>
  path(
    'M-74 -62C-84 10 -22 84 74 60C84 58 88 46 78 42C24 34 -26 -10 -46 -70C-50 -84 -72 -80 -74 -62Z',
    slope(d, '#ffe062', '#eea81e'),
  ) +
  path('M-66 -58C-70 8 -14 66 78 52C20 56 -34 10 -54 -66Z', '#fff2a6', ' fill-opacity=".75"') +
  path('M-74 -66L-68 -92L-52 -94L-48 -72Z', '#8a9a34') +
  path('M74 42L90 46L88 60L74 61Z', '#6d5426') +
  path(
    'M-40 -64C-18 -4 30 26 82 38C92 30 88 18 78 16C40 6 0 -30 -16 -78C-28 -88 -42 -80 -40 -64Z',
    slope(d, '#ffec8a', '#f4b930'),
  ) +
  path('M-40 -66L-40 -90L-22 -94L-16 -78Z', '#98a63c');

export const melon: Illustration = (d) => {
  const net =
    [-60, -36, -12, 12, 36, 60].map((x) => `M${x} -80Q${x * 1.5} 0 ${x} 80`).join('') +
    [-52, -24, 4, 32, 58].map((y) => `M-90 ${y}Q0 ${y + 18} 90 ${y}`).join('');
  return (
    `<circle r="80" fill="${sphere(d, '#a6cf6a')}"/><g clip-path="${d.clip('<circle r="80"/>')}">${line(net, '#f3f7d9', 4, 0.75)}</g>` +
    line('M0 -76V-98M-20 -98H20', '#7d9a4a', 8) +
    path('M4 92C-36 88 -30 20 18 14C70 8 100 40 92 74C70 96 36 98 4 92Z', slope(d, '#d8efa0', '#b4da74')) +
    path('M10 84C-18 78 -10 36 24 30C60 26 84 46 80 68C62 86 34 88 10 84Z', '#f7f3b4') +
    path('M24 74C12 66 18 50 36 50C54 50 62 60 60 68C48 76 36 78 24 74Z', '#f0c96c')
  );
};

export const peach: Illustration = (d) =>
  path(
    'M0 -60C-50 -84 -92 -40 -84 8C-76 56 -34 86 0 86C34 86 76 56 84 8C92 -40 50 -84 0 -60Z',
    d.radial(
      [
        [0, '#fff0d2'],
        [0.4, '#ffc69c'],
        [0.75, '#ff8f86'],
        [1, '#e8596a'],
      ],
      { centre: [0.34, 0.34], radius: 0.8 },
    ),
  ) +
  line('M0 -60C-18 -20 -18 40 2 84', '#d9586a', 5, 0.6) +
  glint(-44, -28, 20, -40, 0.5) +
  line('M0 -58Q0 -78 8 -90', '#7a5a34', 7) +
  leaf(d, 4, -70, -16, 72, '#5da644') +
  leaf(d, 2, -72, 196, 48, '#6bb14f');

const citrus =
  (rind: string, flesh: string, pale: string): Illustration =>
  (d) =>
    at(
      -22,
      -18,
      0,
      0.86,
      `<circle r="78" fill="${sphere(d, rind)}"/>${glint(-34, -38, 18)}${spiral(26, 66)
        .map(
          ([x, y]) =>
            `<circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="1.8" fill="#fff" fill-opacity=".35"/>`,
        )
        .join('')}`,
    ) +
    leaf(d, -26, -82, -24, 64, '#4c9c46') +
    at(
      30,
      28,
      0,
      0.8,
      `<circle r="76" fill="${rind}"/><circle r="69" fill="#fffbe8"/><circle r="62" fill="${pale}"/>${around(
        9,
        () =>
          path(
            'M0 -6L-16 -50Q0 -66 16 -50Z',
            d.linear(
              [
                [0, flesh],
                [1, pale],
              ],
              { from: [0, 0], to: [0, 1] },
            ),
          ),
      )}<circle r="6" fill="#fffbe8"/>`,
    );

export const lemon: Illustration = (d) =>
  at(
    -20,
    -16,
    -24,
    0.94,
    path(
      'M-94 0C-84 -10 -80 -18 -70 -34C-40 -74 40 -74 70 -34C80 -18 84 -10 96 0C84 10 80 18 70 34C40 74 -40 74 -70 34C-80 18 -84 10 -94 0Z',
      sphere(d, '#ffd92e', 0.2),
    ) + glint(-30, -34, 20, -20),
  ) +
  leaf(d, -78, 22, -120, 60, '#58a545') +
  at(
    34,
    34,
    12,
    0.74,
    `<circle r="76" fill="#f7c91c"/><circle r="69" fill="#fffdf0"/>${around(9, () =>
      path(
        'M0 -6L-16 -52Q0 -66 16 -52Z',
        d.linear(
          [
            [0, '#ffe043'],
            [1, '#fff3a0'],
          ],
          { from: [0, 0], to: [0, 1] },
        ),
      ),
    )}`,
  );
export const orange = citrus('#f7931e', '#ff9a1f', '#ffc766');
export const grapefruit = citrus('#f7826b', '#f2556a', '#ff9d9d');
export const lime = citrus('#86b82f', '#a9d44e', '#d8efa0');

export const grape: Illustration = (d) => {
  const rows = [
    [-54, -30],
    [-18, -36],
    [18, -36],
    [54, -30],
    [-38, 0],
    [0, -4],
    [38, 0],
    [-20, 30],
    [20, 30],
    [0, 60],
  ];
  return (
    line('M0 -52Q-4 -78 12 -94', '#7a5a34', 7) +
    leaf(d, 2, -64, -14, 70, '#63a83f', 0.46) +
    rows.map(([x, y]) => ball(d, x ?? 0, y ?? 0, 27, '#7a3fb0')).join('')
  );
};

export const greenGrape: Illustration = (d) => {
  const rows = [
    [-54, -30],
    [-18, -36],
    [18, -36],
    [54, -30],
    [-38, 0],
    [0, -4],
    [38, 0],
    [-20, 30],
    [20, 30],
    [0, 60],
  ];
  return (
    line('M0 -52Q-4 -78 12 -94', '#7a6a34', 7) +
    leaf(d, 2, -64, -14, 70, '#4f9a37', 0.46) +
    rows.map(([x, y]) => ball(d, x ?? 0, y ?? 0, 27, '#a9cf3f')).join('')
  );
};

export const apple: Illustration = (d) =>
  path(
    'M0 -46C-30 -74 -84 -58 -84 0C-84 54 -44 90 -22 86C-10 84 -8 80 0 80C8 80 10 84 22 86C44 90 84 54 84 0C84 -58 30 -74 0 -46Z',
    sphere(d, '#e03131'),
  ) +
  path('M-22 -42Q0 -22 22 -42Q0 -54 -22 -42Z', '#8f1b1b', ' fill-opacity=".6"') +
  glint(-46, -22, 20, -60, 0.6) +
  line('M0 -40Q0 -70 14 -88', '#6b4a2a', 8) +
  leaf(d, 6, -68, -20, 64, '#57a33f');

export const blueberry: Illustration = (d) => {
  const berry = (x: number, y: number, r: number) =>
    ball(d, x, y, r, '#4b5fb5') +
    `<g transform="translate(${x} ${y - r * 0.1})">${around(5, () => path('M-7 -6L0 -19L7 -6Z', '#2d3a7a'))}<circle r="8" fill="#27336e"/></g>`;
  return (
    leaf(d, 10, -30, -64, 72, '#4f9a55') +
    leaf(d, -8, -30, -128, 66, '#5cab62') +
    berry(-36, -8, 42) +
    berry(40, -4, 40) +
    berry(2, 42, 46)
  );
};

export const raspberry: Illustration = (d) =>
  [
    [0, 66],
    [-24, 46],
    [24, 46],
    [-44, 18],
    [0, 26],
    [44, 18],
    [-52, -14],
    [-18, -8],
    [18, -8],
    [52, -14],
    [-34, -36],
    [0, -38],
    [34, -36],
  ]
    .map(([x, y]) => ball(d, x ?? 0, y ?? 0, 24, '#dc2f62'))
    .join('') +
  [-160, -130, -90, -50, -20].map((turn) => leaf(d, 0, -48, turn, 48, '#5aa83f', 0.26)).join('');

export const mango: Illustration = (d) =>
  path(
    'M-70 -30C-40 -84 50 -88 80 -30C104 20 66 84 6 82C-50 80 -98 28 -70 -30Z',
    d.radial(
      [
        [0, '#ffe680'],
        [0.5, '#ffb52e'],
        [0.85, '#f2762e'],
        [1, '#cc4a26'],
      ],
      { centre: [0.36, 0.4], radius: 0.75 },
    ),
  ) +
  glint(-30, -34, 24, -30, 0.5) +
  line('M10 -70Q14 -84 8 -96', '#6b4a2a', 7) +
  leaf(d, 10, -80, 8, 76, '#4f9a37', 0.26);

export const pineapple: Illustration = (d) => {
  const grid = [-80, -50, -20, 10, 40, 70, 100]
    .map((x) => `M${x} -40L${x - 70} 96M${x - 50} -40L${x + 40} 96`)
    .join('');
  const body = 'M0 -36C44 -36 58 -2 58 30C58 70 34 94 0 94C-34 94 -58 70 -58 30C-58 -2 -44 -36 0 -36Z';
  const crown = [-150, -128, -108, -90, -72, -52, -30]
    .map((turn, i) =>
      leaf(d, 0, -28, turn, 50 + (3 - Math.abs(i - 3)) * 8, i % 2 ? '#3f8f45' : '#57a84f', 0.16),
    )
    .join('');
  return (
    crown +
    path(body, sphere(d, '#f5b52a')) +
    `<g clip-path="${d.clip(path(body, '#000'))}">${line(grid, '#b86f14', 3.4, 0.6)}</g>` +
    glint(-26, 6, 15)
  );
};

export const coconut: Illustration = (d) =>
  leaf(d, -20, -20, -140, 84, '#4f9a55', 0.2) +
  leaf(d, 10, -30, -60, 84, '#5cab62', 0.2) +
  `<circle cx="-18" cy="-2" r="66" fill="${sphere(d, '#7a4e2b')}"/>` +
  line('M-64 -26Q-40 -10 -70 20M-30 -60Q-10 -40 -36 -20M-50 30Q-30 36 -40 54', '#a47748', 4, 0.7) +
  `<ellipse cx="26" cy="30" rx="62" ry="58" fill="#6a4022"/><ellipse cx="26" cy="27" rx="56" ry="51" fill="#fffdf6"/><ellipse cx="28" cy="32" rx="40" ry="35" fill="${slope(d, '#dfe6e2', '#ffffff')}"/>`;

export const cherry: Illustration = (d) =>
  line('M-34 20Q-20 -50 24 -90M42 26Q44 -40 24 -90', '#5a8a3a', 6) +
  leaf(d, 24, -88, 20, 66, '#4f9a37') +
  ball(d, -38, 42, 42, '#c8102e') +
  ball(d, 44, 48, 40, '#d7263d');

export const watermelon: Illustration = (d) =>
  path('M-94 -34A94 94 0 0 0 94 -34Z', '#2f8f46') +
  path('M-84 -34A84 84 0 0 0 84 -34Z', '#e9f5c8') +
  path('M-76 -34A76 76 0 0 0 76 -34Z', slope(d, '#ff6b6b', '#ee3b4c')) +
  [
    [-44, -12],
    [-16, -14],
    [14, -12],
    [44, -14],
    [-28, 12],
    [2, 14],
    [30, 10],
    [-6, 36],
  ]
    .map(([x, y]) => `<ellipse cx="${x}" cy="${y}" rx="4.5" ry="7.5" fill="#2b1a16"/>`)
    .join('');

export const kiwi: Illustration = (d) =>
  `<ellipse cx="-22" cy="-16" rx="68" ry="58" fill="${sphere(d, '#8a6a3a')}"/><g transform="translate(22 22)"><circle r="66" fill="#7a5c30"/><circle r="60" fill="${d.radial(
    [
      [0, '#f6f8d8'],
      [0.24, '#e6f0a8'],
      [0.4, '#9ccc3c'],
      [1, '#6fa82a'],
    ],
  )}"/>${around(16, () => '<ellipse cy="-26" rx="2.6" ry="5.4" fill="#22301a"/>')}</g>`;

export const plum: Illustration = (d) =>
  leaf(d, 0, -40, -60, 66, '#4f9a37') +
  leaf(d, -6, -40, -130, 56, '#5aa83f') +
  ball(d, -30, 20, 54, '#9dbf3b') +
  ball(d, 42, 32, 46, '#b4cc4a') +
  line('M-30 -30Q-46 10 -34 66', '#6f8f22', 4, 0.5);

export const yuzu: Illustration = (d) =>
  ball(d, -16, -10, 68, '#f6c520') +
  spiral(30, 58)
    .map(
      ([x, y]) =>
        `<circle cx="${(x - 16).toFixed(0)}" cy="${(y - 10).toFixed(0)}" r="2" fill="#c98d10" fill-opacity=".4"/>`,
    )
    .join('') +
  leaf(d, -10, -74, -20, 66, '#3f8f45') +
  `<g transform="translate(42 42)"><circle r="46" fill="#f2b90f"/><circle r="41" fill="#fffbe0"/>${around(8, () => path('M0 -4L-11 -30Q0 -40 11 -30Z', '#ffd94a'))}</g>`;
