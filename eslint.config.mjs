import { fileURLToPath } from 'node:url';
import next from 'eslint-config-next/core-web-vitals';
import typescript from 'eslint-config-next/typescript';

const ROOT = fileURLToPath(new URL('.', import.meta.url));

/** Mistakes that only the types show: a promise nobody waits for, a case nobody handles. */
const typeAware = {
  files: ['**/*.{ts,tsx}'],
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: ROOT } },
  rules: {
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/no-misused-promises': 'error',
    '@typescript-eslint/await-thenable': 'error',
    '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    '@typescript-eslint/only-throw-error': 'error',
    '@typescript-eslint/consistent-type-imports': 'error',
  },
};

const everywhere = {
  rules: {
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
  },
};

const ignored = [
  ...['.next/**', '.data/**', 'node_modules/**', 'public/**', 'test-results/**', 'playwright-report/**'],
  ...['lib/engine/wasm/assembly/**', 'next-env.d.ts'],
];

const config = [
  ...next,
  ...typescript,
  everywhere,
  typeAware,
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { ignores: ignored },
];

export default config;
