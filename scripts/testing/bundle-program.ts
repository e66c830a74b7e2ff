import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

export interface BundledProgram {
  /** To be run by Node as it is. */
  readonly file: string;
  remove(): void;
}

/**
 * One of our programs, with all it uses of ours, as one file of plain JavaScript: for a test that starts it so often
 * that translating it each time would take longer than what it does. Packages stay outside; those it makes no use of are
 * not loaded.
 * @param entry path from the project's root
 */
export async function bundleProgram(entry: string): Promise<BundledProgram> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dalma-program-'));
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    resolve: { alias: { '@': ROOT } },
    build: {
      ssr: path.join(ROOT, entry),
      outDir: path.join(folder, 'out'),
      target: 'node20',
      rollupOptions: { treeshake: { moduleSideEffects: 'no-external' } },
    },
  });
  const file = path.join(folder, 'out', `${path.parse(entry).name}.js`);
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
