import { num } from './defs';

/** Brand marks: one glyph each, in a box of -50 … 50, drawn in two colours. */
export type MarkName =
  | 'moon'
  | 'leaf'
  | 'mountain'
  | 'sun'
  | 'star'
  | 'drop'
  | 'house'
  | 'wave'
  | 'flower'
  | 'crown'
  | 'bird'
  | 'bowl'
  | 'flame'
  | 'cloud'
  | 'tree'
  | 'paw'
  | 'knot'
  | 'bear';

export function mark(name: MarkName, x: number, y: number, size: number, ink: string, hole: string): string {
  return `<g transform="translate(${num(x)} ${num(y)}) scale(${num(size / 100)})">${MARKS[name](ink, hole)}</g>`;
}

const disc = (ink: string, content: string): string => `<circle r="50" fill="${ink}"/>${content}`;

const MARKS: Record<MarkName, (ink: string, hole: string) => string> = {
  moon: (ink, hole) =>
    disc(
      ink,
      `<path d="M12 -34A35 35 0 1 0 34 14A28 28 0 0 1 12 -34Z" fill="${hole}"/><circle cx="24" cy="-16" r="5" fill="${hole}"/>`,
    ),
  leaf: (ink, hole) =>
    `<path d="M-46 40C-56 -30 0 -52 48 -46C54 10 24 52 -46 40Z" fill="${ink}"/><path d="M-40 36Q-8 -2 30 -28" stroke="${hole}" stroke-width="7" fill="none" stroke-linecap="round"/>`,
  mountain: (ink, hole) =>
    `<path d="M-52 38L-14 -34L6 2L20 -18L52 38Z" fill="${ink}"/><path d="M-25 -14L-14 -34L-3 -14L-14 -6Z" fill="${hole}"/>`,
  sun: (ink) =>
    `${Array.from({ length: 12 }, (_, i) => `<path transform="rotate(${i * 30})" d="M-6 -34L0 -52L6 -34Z" fill="${ink}"/>`).join('')}<circle r="29" fill="${ink}"/>`,
  star: (ink) =>
    `<path d="M0 -52L14 -17L51 -14L23 10L32 46L0 26L-32 46L-23 10L-51 -14L-14 -17Z" fill="${ink}"/>`,
  drop: (ink, hole) =>
    `<path d="M0 -54C18 -24 40 -6 40 18A40 36 0 0 1 -40 18C-40 -6 -18 -24 0 -54Z" fill="${ink}"/><path d="M-22 20A22 20 0 0 0 0 40" stroke="${hole}" stroke-width="7" fill="none" stroke-linecap="round"/>`,
  house: (ink, hole) =>
    `<path d="M0 -50L52 -4H38V46H-38V-4H-52Z" fill="${ink}"/><path d="M-12 46V14A12 12 0 0 1 12 14V46Z" fill="${hole}"/>`,
  wave: (ink, hole) =>
    disc(
      ink,
      `<path d="M-50 8Q-25 -16 0 8T50 8V20Q25 -4 0 20T-50 20ZM-44 28Q-22 10 0 28T44 28V36Q22 20 0 38T-40 36Z" fill="${hole}"/>`,
    ),
  flower: (ink, hole) =>
    `${[0, 72, 144, 216, 288].map((a) => `<ellipse transform="rotate(${a})" cy="-28" rx="20" ry="25" fill="${ink}"/>`).join('')}<circle r="13" fill="${hole}"/>`,
  crown: (ink) =>
    `<path d="M-50 30L-54 -26L-24 0L0 -42L24 0L54 -26L50 30ZM-50 36H50V46H-50Z" fill="${ink}"/>`,
  bird: (ink, hole) =>
    `<path d="M-52 -4Q-30 -4 -22 -22Q-12 -46 16 -42Q36 -38 36 -18L54 -10L36 -4Q34 36 -8 38Q-40 38 -52 -4Z" fill="${ink}"/><circle cx="16" cy="-22" r="6" fill="${hole}"/><path d="M-22 8Q-4 26 16 6" stroke="${hole}" stroke-width="6" fill="none" stroke-linecap="round"/>`,
  bowl: (ink) =>
    `<path d="M-50 -2H50C50 30 28 46 0 46C-28 46 -50 30 -50 -2Z" fill="${ink}"/><path d="M-22 -14Q-30 -28 -20 -44M2 -14Q-6 -28 4 -44M26 -14Q18 -28 28 -44" stroke="${ink}" stroke-width="8" fill="none" stroke-linecap="round"/>`,
  flame: (ink, hole) =>
    `<path d="M4 -54C8 -24 40 -14 38 18C36 40 18 50 0 50C-20 50 -38 38 -38 14C-38 -4 -26 -14 -22 -28C-14 -20 -12 -12 -10 -4C0 -16 6 -32 4 -54Z" fill="${ink}"/><path d="M2 44C-12 44 -18 34 -16 24C-14 14 -2 8 0 -4C10 8 18 16 18 28C18 38 12 44 2 44Z" fill="${hole}"/>`,
  cloud: (ink) =>
    `<path d="M-34 32A24 24 0 0 1 -36 -14A32 32 0 0 1 24 -24A28 28 0 0 1 34 32Z" fill="${ink}"/>`,
  tree: (ink, hole) =>
    `<circle cy="-12" r="38" fill="${ink}"/><rect x="-6" y="10" width="12" height="40" rx="4" fill="${ink}"/><path d="M0 24V-24M0 0L16 -16M0 8L-16 -8" stroke="${hole}" stroke-width="6" stroke-linecap="round"/>`,
  paw: (ink) =>
    `<path d="M0 -4C22 -4 38 16 34 34C30 48 14 42 0 42C-14 42 -30 48 -34 34C-38 16 -22 -4 0 -4Z" fill="${ink}"/><ellipse cx="-38" cy="-10" rx="11" ry="15" transform="rotate(-24 -38 -10)" fill="${ink}"/><ellipse cx="-15" cy="-32" rx="12" ry="17" fill="${ink}"/><ellipse cx="15" cy="-32" rx="12" ry="17" fill="${ink}"/><ellipse cx="38" cy="-10" rx="11" ry="15" transform="rotate(24 38 -10)" fill="${ink}"/>`,
  knot: (ink, hole) =>
    disc(
      ink,
      `<path d="M-28 0C-28 -34 10 -34 10 0C10 30 -12 26 -12 4C-12 -26 28 -30 28 2C28 26 6 30 -2 16" stroke="${hole}" stroke-width="8" fill="none" stroke-linecap="round"/>`,
    ),
  bear: (ink, hole) =>
    `<circle cx="-30" cy="-32" r="17" fill="${ink}"/><circle cx="30" cy="-32" r="17" fill="${ink}"/><circle r="43" fill="${ink}"/><ellipse cy="16" rx="20" ry="15" fill="${hole}"/><circle cx="-16" cy="-8" r="5" fill="${hole}"/><circle cx="16" cy="-8" r="5" fill="${hole}"/><ellipse cy="11" rx="7" ry="5" fill="${ink}"/>`,
};
