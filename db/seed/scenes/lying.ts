import { num } from '../draw/defs';
import { darken, hsl, lighten, mix, toHsl } from '../palette';
import { canvas, type Scene } from './stage';

/** Seen from above: the product lies on cloth, paper or stone. */

export const picnic: Scene = ({ defs, tint, chance }) => {
  const colour = chance.pick([mix(tint, '#d9534a', 0.3), '#d9534a', '#4f86c6', '#5fa06a', '#e0a53a']);
  const u = 92;
  const stripe = (across: boolean) =>
    Array.from({ length: 17 }, (_, i) => {
      const x = -280 + i * u;
      return across ? `M-280 ${x}h1560v${u / 2}h-1560Z` : `M${x} -280v1560h${u / 2}v-1560Z`;
    }).join('');
  const cloth =
    canvas('#fffdf8') +
    `<g transform="rotate(${num(chance.between(-14, 14))} 500 500)" fill="${colour}" fill-opacity=".42"><path d="${stripe(false)}"/><path d="${stripe(true)}"/></g>`;
  const folds = defs.linear(
    [
      [0, '#ffffff', 0.3],
      [0.3, '#3a2a1a', 0.1],
      [0.36, '#ffffff', 0.24],
      [0.7, '#3a2a1a', 0.05],
      [0.78, '#3a2a1a', 0.16],
      [0.84, '#ffffff', 0.2],
      [1, '#3a2a1a', 0.1],
    ],
    { from: [0, 0], to: [1, 0.7] },
  );
  return {
    back: cloth + canvas(folds),
    floor: 500,
    highest: 500,
    lying: true,
    shadow: 'soft',
    shade: '#2e1d12',
    room: { w: 660, h: 700 },
    props: true,
  };
};

export const paperTop: Scene = ({ defs, tint, second, chance }) => {
  const [hue, saturation] = toHsl(tint);
  const turn = chance.pick([0, 0, 180, 150, 30]);
  const base = hsl((hue + turn) % 360, Math.min(0.7, saturation * 0.6 + 0.2), chance.between(0.7, 0.84));
  const other = mix(lighten(second, 0.55), base, 0.35);
  const cut = chance.between(0.3, 0.7) * 1000;
  const glow = defs.linear(
    [
      [0, '#ffffff', 0.26],
      [1, darken(base, 0.5), 0.14],
    ],
    { from: [0, 0], to: [1, 1] },
  );
  return {
    back:
      canvas(base) +
      `<path d="M${num(cut + 160)} 0H1000V1000H${num(cut - 160)}Z" fill="${other}"/>` +
      canvas(glow),
    floor: 500,
    highest: 500,
    lying: true,
    shadow: 'long',
    shade: darken(base, 0.6),
    room: { w: 660, h: 720 },
    props: true,
  };
};

export const linen: Scene = ({ chance }) => {
  const base = chance.pick(['#e9e2d4', '#dfe3e0', '#e6d8cc']);
  const threads = (across: boolean) =>
    Array.from({ length: 100 }, (_, i) => (across ? `M0 ${i * 10 + 1}h1000` : `M${i * 10 + 1} 0v1000`)).join(
      '',
    );
  const weave =
    canvas(base) +
    `<path d="${threads(true)}" stroke="${darken(base, 0.12)}" stroke-opacity=".5" stroke-width="2"/><path d="${threads(false)}" stroke="#fff" stroke-opacity=".4" stroke-width="2"/>`;
  const folds = Array.from({ length: 4 }, (_, i) => {
    const y = 120 + i * 250 + chance.between(-60, 60);
    return `<path d="M-20 ${num(y)}C280 ${num(y - 90)} 620 ${num(y + 110)} 1020 ${num(y - 40)}V${num(y + 30)}C620 ${num(y + 150)} 280 ${num(y - 40)} -20 ${num(y + 60)}Z" fill="${darken(base, 0.5)}" fill-opacity=".09"/><path d="M-20 ${num(y - 4)}C280 ${num(y - 94)} 620 ${num(y + 106)} 1020 ${num(y - 44)}" fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="5"/>`;
  }).join('');
  return {
    back: weave + folds,
    floor: 500,
    highest: 500,
    lying: true,
    shadow: 'soft',
    shade: '#3a3024',
    room: { w: 660, h: 720 },
    props: true,
  };
};

export const stoneTop: Scene = ({ defs, chance }) => {
  const base = chance.pick(['#59606a', '#4a4f52', '#6b655f']);
  const fill = defs.radial(
    [
      [0, lighten(base, 0.2)],
      [1, darken(base, 0.3)],
    ],
    { centre: [0.4, 0.35], radius: 0.8 },
  );
  const specks = Array.from(
    { length: 70 },
    () =>
      `<circle cx="${num(chance.between(0, 1000))}" cy="${num(chance.between(0, 1000))}" r="${num(chance.between(1, 3.6))}" fill="${chance.chance(0.5) ? '#ffffff' : '#000000'}" fill-opacity="${num(chance.between(0.06, 0.22))}"/>`,
  ).join('');
  return {
    back: canvas(fill) + specks,
    floor: 500,
    highest: 500,
    lying: true,
    shadow: 'long',
    shade: '#08090b',
    room: { w: 660, h: 720 },
    props: true,
  };
};
