import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { productIdBySku } from '@/db/queries/product-detail';
import {
  deleteProduct,
  getProduct,
  registerProduct,
  setStock,
  updateProduct,
  type ProductPatch,
} from '@/lib/catalogue';
import { database } from '@/lib/database';
import { CallerError, messageOf } from '@/lib/errors';
import { withServices } from '@/scripts/with-services';

const USAGE = `Changes the catalogue from outside the shop; every running shop follows within a second.

  npm run product -- show ID|SKU
  npm run product -- stock ID|SKU NUMBER
  npm run product -- price ID|SKU WON
  npm run product -- delete ID|SKU
  npm run product -- add --sku SKU --merchant SLUG --category SLUG --title-ko TEXT --title-en TEXT
                         --price WON --stock NUMBER --picture FILE [--picture FILE …]
                         [--description-ko TEXT] [--description-en TEXT] [--family NAME]
`;

// npm run product: the operator's command line.
const [command, ...rest] = process.argv.slice(2);
const commands: Record<string, (rest: string[]) => Promise<string>> = {
  show,
  stock,
  price,
  delete: remove,
  add,
};
const run = command === undefined ? undefined : commands[command];
if (run) await withServices(async () => console.log(await run(rest)));
else {
  console.log(USAGE);
  process.exitCode = command === undefined || command === 'help' || command === '--help' ? 0 : 1;
}

async function show([named]: string[]): Promise<string> {
  const product = await getProduct(await idOf(named));
  if (!product) throw new CallerError('not-found', `Product ${named} was deleted.`);
  const { id, sku, title, priceKrw, stock: left, category, merchant, pictures } = product;
  return JSON.stringify(
    { id, sku, title, priceKrw, stock: left, category: category.slug, merchant, pictures: pictures.length },
    null,
    2,
  );
}

async function stock([named, number]: string[]): Promise<string> {
  const id = await idOf(named);
  const left = numberFrom(number, 'the number left');
  await setStock(id, left);
  return left === 0 ? `Product ${id} is sold out.` : `Product ${id}: ${left} left.`;
}

async function price([named, number]: string[]): Promise<string> {
  return change(named, { priceKrw: numberFrom(number, 'the price in won') });
}

async function remove([named]: string[]): Promise<string> {
  const id = await idOf(named);
  await deleteProduct(id);
  return `Product ${id} is out of the catalogue.`;
}

async function add(args: string[]): Promise<string> {
  const options = addOptions(args);
  const pictures = await Promise.all((options.picture ?? []).map(readPicture));
  const id = await registerProduct({
    sku: options.sku ?? '',
    merchantSlug: options.merchant ?? '',
    categorySlug: options.category ?? '',
    family: options.family ?? null,
    title: { ko: options['title-ko'] ?? '', en: options['title-en'] ?? '' },
    description: { ko: options['description-ko'] ?? '', en: options['description-en'] ?? '' },
    priceKrw: numberFrom(options.price, '--price'),
    stock: numberFrom(options.stock, '--stock'),
    pictures,
  });
  return `Product ${id} is in the catalogue: /shop/detail/${id}`;
}

async function change(named: string | undefined, patch: ProductPatch): Promise<string> {
  const id = await idOf(named);
  await updateProduct(id, patch);
  return `Product ${id} was changed.`;
}

/** A whole number is a product's number, anything else (and a number nobody has) its sku. */
async function idOf(named: string | undefined): Promise<number> {
  if (named === undefined)
    throw new CallerError('invalid-input', `Name a product by number or sku.\n\n${USAGE}`);
  if (/^\d+$/.test(named) && (await getProduct(Number(named)))) return Number(named);
  const id = await productIdBySku(database(), named);
  if (id !== undefined) return id;
  throw new CallerError('not-found', `No product has the number or sku ${named}.`);
}

function numberFrom(text: string | undefined, what: string): number {
  if (text !== undefined && /^\d+$/.test(text)) return Number(text);
  throw new CallerError(
    'invalid-input',
    `Expected ${what} as a whole number, got ${text ?? 'nothing'}.\n\n${USAGE}`,
  );
}

function addOptions(args: string[]) {
  const text = { type: 'string' } as const;
  const names = [
    'sku',
    'merchant',
    'category',
    'title-ko',
    'title-en',
    'description-ko',
    'description-en',
    'family',
    'price',
    'stock',
  ] as const;
  try {
    const options = Object.fromEntries(names.map((name) => [name, text])) as Record<
      (typeof names)[number],
      typeof text
    >;
    return parseArgs({ args, options: { ...options, picture: { type: 'string', multiple: true } } }).values;
  } catch (error) {
    throw new CallerError('invalid-input', `${messageOf(error)}\n\n${USAGE}`);
  }
}

async function readPicture(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new CallerError('invalid-input', `The picture ${file} cannot be read (${messageOf(error)}).`, {
      cause: error,
    });
  }
}
