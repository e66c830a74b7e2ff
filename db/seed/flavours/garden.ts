import { darken, lighten } from '../palette';
import { around, at, ball, glint, leaf, line, path, slope, sphere, type Illustration } from './brush';

export const mint: Illustration = (d) =>
  leaf(d, 0, 80, -90, 160, '#3fae7a', 0.34) +
  leaf(d, -6, 54, -152, 92, '#52bd8a', 0.4) +
  leaf(d, 6, 54, -28, 92, '#35a06d', 0.4) +
  leaf(d, -2, 6, -140, 70, '#62c998', 0.4) +
  leaf(d, 2, 6, -40, 70, '#46b381', 0.4);

export const lavender: Illustration = (d) =>
  [-22, 0, 22]
    .map((turn, i) =>
      at(
        turn * 0.7,
        92,
        turn,
        i === 1 ? 1.05 : 0.92,
        line('M0 0V-110', '#6f9a54', 5) +
          leaf(d, 0, -20, -130, 44, '#7da862', 0.2) +
          [0, 1, 2, 3, 4, 5, 6]
            .map((r) =>
              [-1, 1]
                .map(
                  (s) =>
                    `<ellipse cx="${s * (13 - r * 1.3)}" cy="${-74 - r * 15}" rx="${12 - r}" ry="${9 - r * 0.5}" transform="rotate(${s * -28} ${s * 12} ${-74 - r * 15})" fill="${r % 2 ? '#8f6fd0' : '#a98ae0'}"/>`,
                )
                .join(''),
            )
            .join('') +
          '<ellipse cy="-180" rx="6" ry="9" fill="#8f6fd0"/>',
      ),
    )
    .join('');

const blossom =
  (petal: string, heart: string, count: number): Illustration =>
  (d) =>
    leaf(d, 0, 20, 150, 96, '#5fa05a', 0.34) +
    leaf(d, 0, 20, 30, 96, '#5fa05a', 0.34) +
    around(count, () =>
      path(
        'M0 0C-44 -20 -46 -76 0 -88C46 -76 44 -20 0 0Z',
        d.linear(
          [
            [0, lighten(petal, 0.3)],
            [1, darken(petal, 0.12)],
          ],
          { from: [0, 0], to: [0, 1] },
        ),
      ),
    ) +
    around(
      count,
      () => path('M0 0C-24 -12 -26 -42 0 -50C26 -42 24 -12 0 0Z', lighten(petal, 0.45), ' fill-opacity=".6"'),
      180 / count,
    ) +
    `<circle r="19" fill="${sphere(d, heart)}"/>${around(9, () => `<circle cy="-13" r="3.4" fill="${lighten(heart, 0.5)}"/>`)}`;
export const camellia = blossom('#e2384d', '#f4b63a', 6);
export const cherryBlossom = blossom('#f7a8c0', '#e0607f', 5);
export const lotus = blossom('#f0b6d8', '#f2c94c', 8);
export const chamomile = blossom('#fbfaf4', '#f2b825', 11);
export const hibiscus = blossom('#d9265f', '#ffd34d', 5);

export const rose: Illustration = (d) =>
  leaf(d, 0, 60, 160, 84, '#4f8f4a', 0.36) +
  leaf(d, 0, 60, 20, 84, '#4f8f4a', 0.36) +
  `<circle r="78" cy="-6" fill="${sphere(d, '#e5486d')}"/>` +
  path('M-78 -6C-70 40 -30 70 0 72C-24 44 -40 20 -34 -20C-46 -40 -70 -30 -78 -6Z', '#d1365b') +
  path('M78 -6C70 40 30 70 0 72C30 44 44 16 34 -20C48 -42 72 -30 78 -6Z', '#c22a50') +
  path('M-40 -24C-30 -60 30 -66 42 -24C50 10 20 46 0 48C-24 44 -48 12 -40 -24Z', '#f0688a') +
  line('M-26 -22C-14 -46 24 -42 24 -14C24 10 -10 14 -12 -6C-12 -18 6 -22 8 -10', '#b31f45', 6) +
  line('M-34 2C-24 30 24 34 36 -4', '#fbb0c2', 5, 0.7);

export const aloe: Illustration = (d) => {
  const blade = (turn: number, length: number, colour: string) =>
    at(
      0,
      84,
      turn,
      1,
      path(
        `M-20 0C-26 ${-length * 0.5} -10 ${-length * 0.85} 0 ${-length}C10 ${-length * 0.85} 26 ${-length * 0.5} 20 0Z`,
        d.linear([
          [0, lighten(colour, 0.35)],
          [0.5, colour],
          [1, darken(colour, 0.3)],
        ]),
      ) +
        [0.25, 0.4, 0.55, 0.7]
          .map(
            (t) =>
              `<circle cx="${(-18 + t * 10).toFixed(0)}" cy="${(-length * t).toFixed(0)}" r="3" fill="#eaf6d8"/><circle cx="${(18 - t * 10).toFixed(0)}" cy="${(-length * t).toFixed(0)}" r="3" fill="#eaf6d8"/>`,
          )
          .join(''),
    );
  return (
    blade(-46, 120, '#5aa86a') +
    blade(46, 120, '#4b9a5c') +
    blade(-22, 154, '#67b577') +
    blade(24, 154, '#57a868') +
    blade(0, 172, '#72c083')
  );
};

export const cotton: Illustration = (d) =>
  line('M0 96Q-6 60 0 20', '#8a6a44', 7) +
  [-160, -20, 130, 50].map((turn) => leaf(d, 0, 30, turn, 66, '#a98b5a', 0.3)).join('') +
  ball(d, -34, -6, 46, '#f3f4f6') +
  ball(d, 36, -4, 46, '#eef0f3') +
  ball(d, 0, -46, 46, '#fbfbfc') +
  ball(d, 0, 14, 42, '#ffffff');

const drop =
  (colour: string): Illustration =>
  (d) =>
    path(
      'M0 -94C30 -46 68 -10 68 32A68 62 0 0 1 -68 32C-68 -10 -30 -46 0 -94Z',
      d.radial(
        [
          [0, lighten(colour, 0.75)],
          [0.55, lighten(colour, 0.25)],
          [1, colour],
        ],
        { centre: [0.38, 0.4], radius: 0.8 },
      ),
    ) +
    line('M-44 34C-42 60 -20 76 4 78', '#fff', 9, 0.8) +
    glint(-20, -10, 14, -60, 0.9);
export const water = drop('#2f9fe0');
export const oil = drop('#e0a526');
export const serum = drop('#9a7fd6');

export const ocean: Illustration = (d) =>
  path(
    'M-94 40C-94 -40 -20 -96 50 -66C84 -50 88 -14 62 -4C74 -26 50 -46 24 -36C-6 -24 -10 14 20 28C44 38 72 28 94 16V84H-94Z',
    slope(d, '#5fc3e8', '#1c76b8'),
  ) +
  line('M-70 40C-66 -20 -14 -62 36 -52M-44 56C-44 16 -30 -8 -12 -20', '#d6f3ff', 6, 0.7) +
  '<circle cx="50" cy="-62" r="9" fill="#fff"/><circle cx="72" cy="-46" r="7" fill="#fff"/><circle cx="30" cy="-72" r="7" fill="#fff"/><circle cx="78" cy="-26" r="6" fill="#fff"/>' +
  line('M-90 70Q-60 58 -30 70T30 70T90 66', '#fff', 5, 0.6);

export const pine: Illustration = (d) =>
  [
    [0, 60, 86],
    [0, 20, 70],
    [0, -18, 54],
  ]
    .map(([x, y, w]) =>
      path(
        `M${x} ${(y ?? 0) - 76}L${w} ${y}Q${x} ${(y ?? 0) + 20} ${-(w ?? 0)} ${y}Z`,
        slope(d, '#4fa06a', '#1f5f40'),
      ),
    )
    .join('') + '<rect x="-11" y="66" width="22" height="28" rx="3" fill="#7a5232"/>';

export const hinoki: Illustration = (d) =>
  at(
    6,
    10,
    -10,
    1,
    `<rect x="-80" y="-32" width="150" height="66" rx="6" fill="${slope(d, '#e6c291', '#c4935a')}"/><ellipse cx="-80" cy="1" rx="22" ry="33" fill="#f2d9b0"/><ellipse cx="-80" cy="1" rx="14" ry="22" fill="none" stroke="#c99a5e" stroke-width="4"/><ellipse cx="-80" cy="1" rx="6" ry="10" fill="none" stroke="#c99a5e" stroke-width="4"/>${line('M-50 -14H60M-52 10H56M-30 22H50', '#a8763c', 3, 0.6)}`,
  ) +
  leaf(d, 20, -30, -40, 80, '#4a9a5a', 0.22) +
  leaf(d, 20, -30, -80, 64, '#5cab6a', 0.22) +
  leaf(d, 20, -30, -8, 60, '#3f8f4f', 0.22);

export const charcoal: Illustration = (d) =>
  [
    [-34, 20, -14],
    [36, 26, 12],
    [0, -28, 4],
  ]
    .map(([x, y, turn]) =>
      at(
        x ?? 0,
        y ?? 0,
        turn ?? 0,
        1,
        path('M-46 -28L10 -40L48 -14L40 32L-20 42L-50 14Z', slope(d, '#5a6068', '#1c1f24')) +
          path('M-46 -28L10 -40L48 -14L-8 -4Z', '#7c848d', ' fill-opacity=".7"'),
      ),
    )
    .join('');

export const bubbles: Illustration = (d) => {
  const bubble = (x: number, y: number, r: number, colour: string) =>
    `<circle cx="${x}" cy="${y}" r="${r}" fill="${d.radial([
      [0, '#ffffff', 0.25],
      [0.7, colour, 0.35],
      [1, colour, 0.85],
    ])}" stroke="#fff" stroke-width="3" stroke-opacity=".7"/>${glint(x - r * 0.35, y - r * 0.4, r * 0.22, -35, 0.95)}`;
  return (
    bubble(-26, 14, 62, '#63b8ef') +
    bubble(50, -30, 40, '#8f9af0') +
    bubble(46, 56, 28, '#5fd0d8') +
    bubble(-46, -66, 22, '#9ad0f5')
  );
};

export const sun: Illustration = (d) =>
  around(12, (i) => path(i % 2 ? 'M-7 -62L0 -94L7 -62Z' : 'M-9 -62L0 -84L9 -62Z', '#ffb52e')) +
  `<circle r="54" fill="${sphere(d, '#ffc93c', 0.14)}"/>`;

export const moon: Illustration = (d) =>
  path('M30 -84A86 86 0 1 0 84 30A66 66 0 0 1 30 -84Z', slope(d, '#ffe9a8', '#f2c24c')) +
  '<circle cx="60" cy="-50" r="6" fill="#fff"/><circle cx="84" cy="-20" r="4" fill="#fff"/><circle cx="34" cy="-20" r="4" fill="#fff"/>';

export const centella: Illustration = (d) =>
  [
    [0, -34, 1],
    [-44, 34, 0.8],
    [46, 30, 0.8],
  ]
    .map(
      ([x, y, s]) =>
        line(`M${x} ${y}Q${(x ?? 0) * 0.5} 70 0 96`, '#6fa04a', 5) +
        at(
          x ?? 0,
          y ?? 0,
          0,
          s ?? 1,
          path(
            'M0 6C-16 20 -62 10 -56 -26C-50 -58 -18 -58 0 -46C18 -58 50 -58 56 -26C62 10 16 20 0 6Z',
            slope(d, '#8fcf5a', '#4f9a37'),
          ) +
            line(
              'M0 4V-40M0 4Q-24 -10 -42 -22M0 4Q24 -10 42 -22M0 4Q-16 -20 -24 -40M0 4Q16 -20 24 -40',
              '#d8f0b0',
              3,
              0.8,
            ),
        ),
    )
    .join('');

export const mugwort: Illustration = (d) =>
  line('M0 96Q-4 0 0 -60', '#5f7f4a', 5) +
  [
    [60, -150, 76],
    [60, -30, 76],
    [24, -146, 70],
    [24, -34, 70],
    [-10, -140, 60],
    [-10, -40, 60],
    [-44, -110, 44],
    [-44, -70, 44],
  ]
    .map(([y, turn, length]) => leaf(d, 0, y ?? 0, turn ?? 0, length ?? 0, '#6f9a5f', 0.22))
    .join('');

export const cat: Illustration = (d) =>
  path(
    'M-70 -20L-78 -88L-28 -60Q0 -68 28 -60L78 -88L70 -20C84 20 62 72 0 74C-62 72 -84 20 -70 -20Z',
    sphere(d, '#f0a54a'),
  ) +
  path('M-66 -66L-64 -36L-40 -54ZM66 -66L64 -36L40 -54Z', '#f7c6b8') +
  line('M0 -60V-34M-18 -58L-14 -38M18 -58L14 -38', '#c2701e', 7) +
  '<ellipse cx="-28" cy="0" rx="10" ry="13" fill="#2a1c14"/><ellipse cx="28" cy="0" rx="10" ry="13" fill="#2a1c14"/><circle cx="-31" cy="-5" r="4" fill="#fff"/><circle cx="25" cy="-5" r="4" fill="#fff"/>' +
  '<ellipse cy="36" rx="34" ry="24" fill="#fff4e4"/>' +
  path('M-8 22Q0 18 8 22Q4 32 0 32Q-4 32 -8 22Z', '#d9607a') +
  line('M0 32V38M0 38Q-10 48 -18 42M0 38Q10 48 18 42', '#6a4024', 4) +
  line('M-40 32L-76 26M-40 40L-76 44M40 32L76 26M40 40L76 44', '#fff', 3, 0.8);

export const dog: Illustration = (d) =>
  `<ellipse cy="4" rx="64" ry="70" fill="${sphere(d, '#e3b57e')}"/>` +
  path(
    'M-52 -50C-90 -56 -98 0 -84 34C-72 44 -56 30 -54 6C-52 -20 -46 -36 -52 -50ZM52 -50C90 -56 98 0 84 34C72 44 56 30 54 6C52 -20 46 -36 52 -50Z',
    slope(d, '#a8713c', '#7a4a22'),
  ) +
  '<ellipse cx="-24" cy="-8" rx="9" ry="11" fill="#2a1c14"/><ellipse cx="24" cy="-8" rx="9" ry="11" fill="#2a1c14"/><circle cx="-27" cy="-12" r="3.4" fill="#fff"/><circle cx="21" cy="-12" r="3.4" fill="#fff"/><ellipse cy="36" rx="36" ry="30" fill="#fbeedb"/><ellipse cy="20" rx="14" ry="10" fill="#2a1c14"/>' +
  line('M0 30V40M0 40Q-12 52 -22 44M0 40Q12 52 22 44', '#5a3820', 4.6) +
  path('M-8 48Q0 72 8 48Z', '#ef7d8e') +
  glint(-4, 16, 4);

export const heart: Illustration = (d) =>
  path(
    'M0 84C-60 40 -90 4 -84 -34C-78 -72 -24 -80 0 -38C24 -80 78 -72 84 -34C90 4 60 40 0 84Z',
    sphere(d, '#f0506e'),
  ) + glint(-46, -38, 18, -40);
