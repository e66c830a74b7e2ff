import { darken, lighten } from '../palette';
import { around, at, ball, glint, leaf, line, path, slope, sphere, spiral, type Illustration } from './brush';

const chocolateBlock =
  (base: string): Illustration =>
  (d) => {
    const cell = (x: number, y: number) =>
      `<rect x="${x}" y="${y}" width="54" height="44" rx="4" fill="${slope(d, lighten(base, 0.16), base)}"/><rect x="${x + 8}" y="${y + 7}" width="38" height="30" rx="3" fill="${slope(d, lighten(base, 0.3), lighten(base, 0.08))}"/>`;
    const block = [0, 1, 2]
      .map((c) => [0, 1, 2].map((r) => (c === 2 && r === 0 ? '' : cell(-84 + c * 56, -70 + r * 46))).join(''))
      .join('');
    return (
      at(0, 4, -14, 1, `<path d="M-88 -66H28V-24H86V78H-88Z" fill="${darken(base, 0.4)}"/>${block}`) +
      at(60, -56, 18, 0.8, cell(-27, -22))
    );
  };
export const chocolate = chocolateBlock('#6b3a22');
export const darkChocolate = chocolateBlock('#3b2119');
export const whiteChocolate = chocolateBlock('#efdfbd');
export const ruby = chocolateBlock('#d97a93');

export const milk: Illustration = (d) =>
  path(
    'M0 -92C28 -44 66 -8 66 34A66 62 0 0 1 -66 34C-66 -8 -28 -44 0 -92Z',
    d.radial(
      [
        [0, '#ffffff'],
        [0.6, '#f7faff'],
        [1, '#c9d8ea'],
      ],
      { centre: [0.4, 0.45], radius: 0.7 },
    ),
  ) +
  path('M-40 36C-38 62 -16 76 4 76', 'none', ' stroke="#fff" stroke-width="9" stroke-linecap="round"') +
  glint(-20, -6, 14, -60, 0.9);

export const vanilla: Illustration = (d) =>
  line('M-78 78Q-20 40 70 74', '#4b3020', 9) +
  line('M-66 88Q0 62 84 58', '#3a2418', 8) +
  `<g transform="translate(0 -14)">${around(5, () =>
    path(
      'M0 0C-34 -24 -28 -70 0 -84C28 -70 34 -24 0 0Z',
      d.linear(
        [
          [0, '#fffdf2'],
          [1, '#f6e6a8'],
        ],
        { from: [0, 0], to: [0, 1] },
      ),
    ),
  )}${around(5, () => path('M0 0C-14 -12 -12 -34 0 -44C12 -34 14 -12 0 0Z', '#ffd95e'), 36)}<circle r="12" fill="#e8a92c"/></g>`;

export const caramel: Illustration = (d) =>
  path('M-70 -20L-6 -52L70 -22L4 14Z', '#f0b45c') +
  path('M-70 -20L4 14V80L-70 42Z', slope(d, '#dd9440', '#b86c24')) +
  path('M70 -22L4 14V80L70 40Z', slope(d, '#c67a2c', '#9a5518')) +
  path(
    'M-58 -26Q-10 -84 48 -34Q66 -18 60 8Q56 26 48 8Q44 -2 36 10Q30 40 22 12Q10 -6 0 14Q-8 34 -16 8Q-26 -8 -40 2Q-60 -4 -58 -26Z',
    slope(d, '#8a4413', '#c56a1c'),
  ) +
  glint(-10, -42, 18, -20);

export const cheese: Illustration = (d) =>
  path('M-88 20L40 -66Q86 -52 90 20Z', slope(d, '#ffe37a', '#ffcf3f')) +
  path('M-88 20H90V74H-88Z', slope(d, '#fbbf2c', '#eda415')) +
  `<ellipse cx="-40" cy="48" rx="18" ry="14" fill="#d98c10"/><ellipse cx="24" cy="40" rx="12" ry="10" fill="#d98c10"/><ellipse cx="66" cy="56" rx="14" ry="11" fill="#d98c10"/><ellipse cx="30" cy="-16" rx="20" ry="11" fill="#eab228"/><ellipse cx="-18" cy="4" rx="11" ry="6" fill="#eab228"/>`;

export const butter: Illustration = (d) =>
  path('M-84 0L-30 -40H86L40 0Z', '#fff1a8') +
  path('M-84 0H40V60H-84Z', slope(d, '#ffe680', '#ffd44f')) +
  path('M40 0L86 -40V18L40 60Z', '#f0b92f') +
  path('M-84 0H-44V60H-84Z', '#fff', ' fill-opacity=".4"') +
  at(-66, -34, -8, 0.8, path('M-20 0Q10 -34 46 -6Q20 14 -20 0Z', '#ffe680'));

export const honey: Illustration = (d) => {
  const cell = (x: number, y: number) =>
    `<path transform="translate(${x} ${y})" d="M0 -30L26 -15V15L0 30L-26 15V-15Z" fill="${slope(d, '#ffd75e', '#f2a516')}" stroke="#d9860b" stroke-width="4"/>`;
  return (
    [
      [-54, -36],
      [0, -36],
      [-27, 10],
      [27, 10],
      [-54, 56],
    ]
      .map(([x, y]) => cell(x ?? 0, y ?? 0))
      .join('') +
    at(
      36,
      -10,
      38,
      1,
      `<rect x="-5" y="-96" width="10" height="84" rx="5" fill="#9a6a34"/><ellipse cy="18" rx="30" ry="40" fill="${slope(d, '#e0b070', '#9a6430')}"/>${[-12, 2, 16, 30, 44].map((y) => `<rect x="-31" y="${y}" width="62" height="6" rx="3" fill="#7a4a20" fill-opacity=".6"/>`).join('')}`,
    ) +
    path('M6 30Q4 76 16 90Q30 96 32 80Q34 60 40 40Z', slope(d, '#ffc83a', '#f09a0e'))
  );
};

export const coffee: Illustration = (d) => {
  const bean =
    path(
      'M0 -46C34 -46 42 -18 42 0C42 28 24 46 0 46C-24 46 -42 28 -42 0C-42 -18 -34 -46 0 -46Z',
      sphere(d, '#6a3f24'),
    ) +
    line('M4 -44C-18 -18 22 14 -4 44', '#331a0d', 6) +
    glint(-20, -20, 9);
  return at(-34, -30, -30, 1, bean) + at(42, -16, 34, 0.92, bean) + at(2, 44, 84, 1.02, bean);
};

export const matcha: Illustration = (d) =>
  leaf(d, 0, 86, -90, 170, '#6ba53a', 0.26) +
  leaf(d, -4, 60, -142, 112, '#7db548', 0.3) +
  leaf(d, 4, 60, -38, 112, '#5c9632', 0.3) +
  leaf(d, -2, 84, -168, 70, '#8cc257', 0.3) +
  leaf(d, 2, 84, -12, 70, '#6ba53a', 0.3);

export const cookie: Illustration = (d) =>
  `<circle r="82" fill="${sphere(d, '#d29a56')}"/>${[
    [-36, -34],
    [10, -50],
    [44, -14],
    [-8, -6],
    [-48, 18],
    [26, 30],
    [-14, 44],
    [54, 34],
  ]
    .map(
      ([x, y]) =>
        `<g transform="translate(${x} ${y})"><path d="M-13 4Q-8 -13 6 -10Q16 -2 9 9Q-4 15 -13 4Z" fill="#4a2716"/><path d="M-6 -4Q0 -8 5 -5" stroke="#8a5a3c" stroke-width="3" fill="none"/></g>`,
    )
    .join('')}${spiral(22, 74)
    .map(
      ([x, y]) =>
        `<circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="2" fill="#a87034" fill-opacity=".6"/>`,
    )
    .join('')}`;

const nut =
  (colour: string, ridged: boolean): Illustration =>
  (d) => {
    const one =
      path(
        'M0 -64C30 -40 42 -4 34 28C28 54 12 62 0 62C-12 62 -28 54 -34 28C-42 -4 -30 -40 0 -64Z',
        sphere(d, colour),
      ) +
      (ridged
        ? line('M-14 -30Q-22 10 -12 48M0 -44V54M14 -30Q22 10 12 48', darken(colour, 0.4), 2.6, 0.6)
        : '') +
      glint(-14, -12, 8, -70);
    return at(-34, -6, -24, 0.96, one) + at(40, -10, 26, 0.9, one) + at(4, 36, 74, 0.86, one);
  };
export const almond = nut('#b5743a', true);

export const hazelnut: Illustration = (d) => {
  const one =
    `<circle r="40" fill="${sphere(d, '#a8652e')}"/>` +
    path('M-37 -14Q0 -50 37 -14Q20 4 0 -4Q-20 4 -37 -14Z', '#d9b27c') +
    glint(-16, 4, 8);
  return (
    leaf(d, 0, -20, -70, 70, '#6ba04a', 0.44) +
    at(-38, 4, -14, 1, one) +
    at(40, 2, 14, 0.96, one) +
    at(2, 46, 0, 1.02, one)
  );
};

export const peanut: Illustration = (d) => {
  const shell =
    path(
      'M0 -84C34 -84 44 -44 32 -14C26 0 28 8 34 24C46 56 30 86 0 86C-30 86 -46 56 -34 24C-28 8 -26 0 -32 -14C-44 -44 -34 -84 0 -84Z',
      sphere(d, '#d9a866'),
    ) +
    line(
      'M-16 -72Q-24 -36 -14 -8Q-24 34 -14 74M0 -80V82M16 -72Q24 -36 14 -8Q24 34 14 74M-36 -50H36M-34 44H34M-40 60H40M-36 -34H36',
      '#a87436',
      2.6,
      0.55,
    );
  return at(-28, 0, -28, 0.96, shell) + at(44, 16, 32, 0.74, shell);
};

export const sesame: Illustration = (d) =>
  spiral(26, 84)
    .map(([x, y], i) =>
      at(
        x,
        y,
        (i * 67) % 360,
        1,
        path(
          'M0 -13C8 -8 9 6 0 12C-9 6 -8 -8 0 -13Z',
          slope(d, i % 4 ? '#4a4038' : '#efe2c4', i % 4 ? '#221c18' : '#cdb88c'),
        ),
      ),
    )
    .join('');

export const redBean: Illustration = (d) =>
  [
    [-44, -30],
    [10, -46],
    [52, -14],
    [-12, 0],
    [-56, 28],
    [34, 34],
    [-14, 52],
  ]
    .map(([x, y], i) =>
      at(
        x ?? 0,
        y ?? 0,
        i * 50,
        1,
        `<ellipse rx="34" ry="24" fill="${sphere(d, '#8e2434')}"/><rect x="-12" y="-22" width="24" height="5" rx="2.5" fill="#f3dfd0"/>${glint(-12, -8, 6)}`,
      ),
    )
    .join('');

export const rice: Illustration = (d) =>
  line('M-10 92Q-6 0 44 -78', '#b98d2c', 5) +
  [0, 1, 2, 3, 4, 5]
    .map(
      (i) =>
        leaf(d, -4 + i * 8.4, 34 - i * 20, -150 + i * 6, 44, '#e6b741', 0.3) +
        leaf(d, -2 + i * 8.4, 40 - i * 20, -22 - i * 8, 44, '#f0c858', 0.3),
    )
    .join('') +
  leaf(d, 42, -70, -64, 34, '#e6b741', 0.3) +
  leaf(d, -10, 90, -132, 90, '#8aa845', 0.12);

export const corn: Illustration = (d) => {
  const body = 'M0 -92C30 -80 40 -30 36 14C34 54 18 80 0 84C-18 80 -34 54 -36 14C-40 -30 -30 -80 0 -92Z';
  const kernels = Array.from({ length: 10 }, (_, r) =>
    [-26, -9, 9, 26]
      .map(
        (x) =>
          `<rect x="${x - 8}" y="${-82 + r * 16}" width="16" height="14" rx="6" fill="${(r + x) % 2 ? '#ffd84a' : '#ffc928'}"/>`,
      )
      .join(''),
  ).join('');
  return at(
    0,
    0,
    14,
    1,
    path(body, '#e8a312') +
      `<g clip-path="${d.clip(path(body, '#000'))}">${kernels}</g>` +
      path(
        body,
        d.linear([
          [0, '#fff', 0.35],
          [0.4, '#fff', 0],
          [1, '#8a4a00', 0.35],
        ]),
      ) +
      path('M-6 92C-60 74 -62 10 -44 -28C-34 10 -24 50 -6 92Z', slope(d, '#9ccc5a', '#5f9a35')) +
      path('M6 92C60 74 62 16 46 -16C36 16 24 54 6 92Z', slope(d, '#83b94a', '#4c8529')),
  );
};

export const sweetPotato: Illustration = (d) =>
  at(
    -8,
    -16,
    -22,
    1,
    path('M-92 6C-70 -40 40 -54 92 -8C60 44 -50 50 -92 6Z', sphere(d, '#9a3b5c')) +
      line('M-50 -12Q-44 -6 -36 -10M0 -26Q8 -20 16 -24M34 8Q42 12 50 6', '#6d2440', 4, 0.6),
  ) +
  at(
    30,
    34,
    -14,
    1,
    `<ellipse rx="46" ry="38" fill="#8a3350"/><ellipse rx="40" ry="32" fill="${d.radial([
      [0, '#ffe08a'],
      [0.7, '#f7b53a'],
      [1, '#e89a26'],
    ])}"/><ellipse rx="24" ry="18" fill="none" stroke="#f9cf6a" stroke-width="4"/>`,
  );

export const pumpkin: Illustration = (d) =>
  [
    [-52, 0.62],
    [52, 0.62],
    [-28, 0.8],
    [28, 0.8],
    [0, 0.8],
  ]
    .map(
      ([x, s]) => `<ellipse cx="${x}" cy="16" rx="${46 * (s ?? 1)}" ry="64" fill="${sphere(d, '#f08a24')}"/>`,
    )
    .join('') +
  line('M0 -44Q-2 -70 18 -84', '#5f8a3a', 12) +
  leaf(d, 8, -58, 10, 60, '#5fa044', 0.4);

export const oat: Illustration = (d) =>
  [-20, 8]
    .map((turn) =>
      at(
        0,
        90,
        turn,
        1,
        line('M0 0V-150', '#c9a04a', 4) +
          [0, 1, 2, 3, 4]
            .map(
              (i) =>
                leaf(d, 0, -60 - i * 22, -130, 40, '#dcb25a', 0.32) +
                leaf(d, 0, -60 - i * 22, -50, 40, '#e8c474', 0.32),
            )
            .join('') +
          leaf(d, 0, -160, -90, 34, '#e8c474', 0.32),
      ),
    )
    .join('');

export const redGinseng: Illustration = (d) =>
  path(
    'M-14 -50C-36 -30 -34 10 -22 30C-34 50 -52 66 -70 92C-48 80 -30 66 -14 46C-8 66 -10 82 -18 98C4 84 8 62 10 44C24 58 44 70 70 76C52 58 34 46 26 28C38 8 38 -30 16 -50Z',
    slope(d, '#d99a54', '#a8602a'),
  ) +
  line('M-20 -10H6M-6 12H24M-18 -28H10', '#7a431a', 3.4, 0.6) +
  leaf(d, 0, -50, -130, 48, '#4f8f3a') +
  leaf(d, 0, -50, -50, 48, '#4f8f3a') +
  leaf(d, 0, -50, -90, 52, '#5fa048') +
  [
    [-8, -62],
    [8, -62],
    [0, -74],
  ]
    .map(([x, y]) => ball(d, x ?? 0, y ?? 0, 11, '#d7263d'))
    .join('');

export const jujube: Illustration = (d) =>
  leaf(d, 0, -30, -60, 76, '#5fa048') +
  leaf(d, -6, -30, -130, 60, '#4f8f3a') +
  at(
    -34,
    20,
    -20,
    1,
    `<ellipse rx="38" ry="52" fill="${sphere(d, '#9c2b22')}"/>${line('M-10 -30Q-18 0 -8 34M10 -26Q14 6 8 36', '#6a1612', 3, 0.5)}`,
  ) +
  at(42, 26, 22, 0.94, `<ellipse rx="38" ry="52" fill="${sphere(d, '#b0392a')}"/>${glint(-12, -18, 9, -60)}`);

export const ginger: Illustration = (d) =>
  path(
    'M-88 20C-90 -10 -62 -14 -48 -18C-52 -46 -34 -66 -14 -58C2 -52 -2 -34 2 -24C14 -30 26 -30 34 -24C38 -44 58 -60 74 -44C92 -26 66 -8 62 4C84 10 88 38 68 50C44 62 28 44 12 50C-4 78 -40 76 -44 48C-62 52 -86 44 -88 20Z',
    sphere(d, '#d9ae6a'),
  ) +
  line(
    'M-60 0Q-50 20 -58 36M-20 -40Q-8 -34 0 -38M44 -20Q56 -14 64 -18M-30 20Q-20 30 -28 44M30 10Q40 20 34 34',
    '#a67a38',
    4,
    0.6,
  );
