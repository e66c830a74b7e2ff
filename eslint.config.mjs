import next from 'eslint-config-next/core-web-vitals';
import typescript from 'eslint-config-next/typescript';

export default [
  ...next,
  ...typescript,
  { ignores: ['.next/**', '.data/**', 'node_modules/**', 'lib/engine/wasm/assembly/**', 'next-env.d.ts', 'public/**'] },
];
