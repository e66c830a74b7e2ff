import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { RUNTIME_FILES, RUNTIME_VERSION } from '@/lib/vision/browser/runtime-files';
import { SetupError } from '../services';

const PACKAGE = 'node_modules/onnxruntime-web';

/**
 * Copies what browsers load of onnxruntime-web into `public/ort/<version>`, where it is served as it is published, and
 * removes former versions. What is there already is left.
 */
export function copyRuntime(root = '.'): void {
  const { version } = JSON.parse(readFileSync(join(root, PACKAGE, 'package.json'), 'utf8')) as {
    version: string;
  };
  if (version !== RUNTIME_VERSION) {
    throw new SetupError(
      `onnxruntime-web ${version} is installed, and the site asks for ${RUNTIME_VERSION}: ` +
        'correct RUNTIME_VERSION in lib/vision/browser/runtime-files.ts.',
    );
  }
  const shelf = join(root, 'public/ort');
  mkdirSync(join(shelf, version), { recursive: true });
  for (const former of readdirSync(shelf).filter((name) => name !== version)) {
    rmSync(join(shelf, former), { recursive: true });
  }
  for (const name of Object.values(RUNTIME_FILES).flat()) {
    copyOnce(join(root, PACKAGE, 'dist', name), join(shelf, version, name));
  }
}

/** Beside its place, then renamed: a copy that was interrupted is never taken for the file. */
function copyOnce(from: string, to: string): void {
  if (existsSync(to) && statSync(to).size === statSync(from).size) return;
  copyFileSync(from, `${to}.part`);
  renameSync(`${to}.part`, to);
}
