// `npm run build:wasm`: compiles assembly/kernel.ts and writes it as base64 into binary.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const SOURCE = new URL('./assembly/kernel.ts', import.meta.url);
const TARGET = new URL('./binary.ts', import.meta.url);

const OPTIONS =
  'kernel.ts --outFile kernel.wasm --runtime stub --importMemory --noExportMemory --enable simd --noAssert ' +
  '--optimizeLevel 3 --shrinkLevel 0';

/** The module's bytes. The same source and compiler version give the same bytes. */
export async function compileKernel(): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main(OPTIONS.split(' '), {
    readFile: (name) => (name === 'kernel.ts' ? readFileSync(SOURCE, 'utf8') : null),
    writeFile: (name, contents) => {
      if (name === 'kernel.wasm') binary = contents as Uint8Array;
    },
    listFiles: () => [],
  });
  if (error || !binary) throw new Error(`${fileURLToPath(SOURCE)} does not compile:\n${stderr.toString()}`);
  return binary;
}

/** The text of binary.ts. */
export function embed(binary: Uint8Array): string {
  const lines =
    Buffer.from(binary)
      .toString('base64')
      .match(/.{1,104}/g) ?? [];
  return [
    '// Made from assembly/kernel.ts by `npm run build:wasm`. Do not edit.',
    'export const KERNEL_BASE64 =',
    lines.map((line) => `  '${line}'`).join(' +\n') + ';',
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const binary = await compileKernel();
  writeFileSync(TARGET, embed(binary));
  console.log(`lib/engine/wasm/binary.ts: ${binary.length} bytes of WebAssembly`);
}
