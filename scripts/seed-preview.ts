import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Presets, SingleBar } from 'cli-progress';
import sharp from 'sharp';
import { demoCatalogue, type DemoProduct } from '@/db/seed';

const HELP = `Draws contact sheets of the demo catalogue, to be looked at.
  npm run seed:preview -- [folder] [--by category|family] [--only TEXT] [--cell PIXELS] [--first]
folder   where the PNG files go (default .data/preview)
--by     one sheet per category (default) or per family
--only   only sheets whose name contains TEXT; a full SKU draws its pictures at full size
--cell   side of one picture on the sheet (default 240)
--first  only the first picture of each product`;

interface Options {
  folder: string;
  by: 'category' | 'family';
  only: string;
  cell: number;
  first: boolean;
}

async function main(): Promise<void> {
  if (process.argv.includes('--help')) return console.log(HELP);
  const options = read(process.argv.slice(2));
  await mkdir(options.folder, { recursive: true });
  const sheets = grouped(demoCatalogue().products, options);
  if (sheets.size === 0)
    throw new Error(`No sheet matches --only ${options.only}. Leave it out to see the names of all.`);
  const total = [...sheets.values()].reduce((sum, drawings) => sum + drawings.length, 0);
  const bar = new SingleBar({ format: '{bar} {value}/{total} pictures · {name}' }, Presets.shades_classic);
  const started = performance.now();
  bar.start(total, 0, { name: '' });
  for (const [name, drawings] of sheets)
    await sheet(name, drawings, options, () => bar.increment(1, { name }));
  bar.stop();
  console.log(
    `${sheets.size} sheets in ${options.folder}, ${((performance.now() - started) / total).toFixed(0)} ms per picture`,
  );
}

type Drawing = () => string;

function grouped(products: readonly DemoProduct[], { by, only, first }: Options): Map<string, Drawing[]> {
  const sheets = new Map<string, Drawing[]>();
  for (const product of products) {
    const pictures = product.pictures.slice(0, first ? 1 : undefined).map((picture) => picture.draw);
    if (product.sku === only) return new Map(pictures.map((draw, i) => [`${product.sku}-${i + 1}`, [draw]]));
    const name = by === 'category' ? product.categorySlug : product.family;
    if (name.includes(only)) sheets.set(name, [...(sheets.get(name) ?? []), ...pictures]);
  }
  return sheets;
}

async function sheet(
  name: string,
  drawings: readonly Drawing[],
  options: Options,
  done: () => void,
): Promise<void> {
  const cell = drawings.length === 1 ? 1000 : options.cell;
  const columns = Math.min(drawings.length, 8);
  const tiles = [];
  for (const [i, draw] of drawings.entries()) {
    const input = await sharp(Buffer.from(draw())).resize(cell, cell).png().toBuffer();
    tiles.push({ input, left: (i % columns) * cell, top: Math.floor(i / columns) * cell });
    done();
  }
  const size = { width: columns * cell, height: Math.ceil(drawings.length / columns) * cell };
  const page = sharp({ create: { ...size, channels: 3, background: '#ffffff' } }).composite(tiles);
  await writeFile(path.join(options.folder, `${name}.png`), await page.png().toBuffer());
}

function read(args: readonly string[]): Options {
  const value = (flag: string) => (args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined);
  const by = value('--by') ?? 'category';
  if (by !== 'category' && by !== 'family')
    throw new Error(`--by ${by} is unknown: write --by category or --by family.`);
  const cell = Number(value('--cell') ?? 240);
  if (!(cell >= 16)) throw new Error(`--cell needs a number of pixels, 16 or more, not ${value('--cell')}.`);
  const folder = args.find(
    (arg, i) => !arg.startsWith('--') && !['--by', '--only', '--cell'].includes(args[i - 1] ?? ''),
  );
  return {
    folder: folder ?? '.data/preview',
    by,
    only: value('--only') ?? '',
    cell,
    first: args.includes('--first'),
  };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
