import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './dependencies.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * What must happen before any of our TypeScript can run on a bare clone: the right Node, the packages, and tsx.
 * @param {string} program path below the project's folder; its export `main` gets what happened so far
 * @param {...unknown} args further arguments of `main`
 */
export async function start(program, ...args) {
  const startedAt = performance.now();
  process.chdir(root);
  const installed = await ensureDependencies(root);
  const { register } = await import('tsx/esm/api');
  register();
  const { main } = await import(new URL(`../../${program}`, import.meta.url).href);
  await main({ installed, startedAt }, ...args);
}
