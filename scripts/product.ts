import { readFile } from 'node:fs/promises';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import {
  deleteProduct,
  getProduct,
  productIdBySku,
  registerProduct,
  setStock,
  updateProduct,
} from '@/lib/catalogue';
import { CallerError, messageOf } from '@/lib/errors';
import { withServices } from '@/scripts/with-services';

const USAGE = `Changes the catalogue from outside the shop; every running shop follows within a second.

  npm run product -- show ID|SKU [--merchant SLUG]
  npm run product -- stock ID|SKU NUMBER [--merchant SLUG]
  npm run product -- price ID|SKU WON [--merchant SLUG]
  npm run product -- delete ID|SKU [--merchant SLUG]
  npm run product -- add --sku SKU --merchant SLUG --category SLUG --title-ko TEXT --title-en TEXT
                         --price WON --stock NUMBER --picture FILE [--picture FILE …]
                         [--description-ko TEXT] [--description-en TEXT] [--family NAME]

Several merchants may use the same sku: --merchant says whose product is meant.
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

async function show(args: string[]): Promise<string> {
  const { id } = await productOf(args);
  const product = await getProduct(id);
  if (!product) throw new CallerError('not-found', `Product ${id} was deleted.`);
  const { sku, title, priceKrw, stock: left, category, merchant, pictures } = product;
  return JSON.stringify(
    { id, sku, title, priceKrw, stock: left, category: category.slug, merchant, pictures: pictures.length },
    null,
    2,
  );
}

async function stock(args: string[]): Promise<string> {
  const { id, number } = await productOf(args);
  const left = numberFrom(number, 'the number left');
  await setStock(id, left);
  return left === 0 ? `Product ${id} is sold out.` : `Product ${id}: ${left} left.`;
}

async function price(args: string[]): Promise<string> {
  const { id, number } = await productOf(args);
  await updateProduct(id, { priceKrw: numberFrom(number, 'the price in won') });
  return `Product ${id} was changed.`;
}

async function remove(args: string[]): Promise<string> {
  const { id } = await productOf(args);
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

/** The product that the arguments name, and the number that may follow its name. */
async function productOf(args: string[]): Promise<{ id: number; number?: string }> {
  const { positionals, values } = parsed({
    args,
    allowPositionals: true,
    options: { merchant: { type: 'string' } },
  });
  const [named, number] = positionals;
  if (named === undefined)
    throw new CallerError('invalid-input', `Name a product by number or sku.\n\n${USAGE}`);
  return { id: await idOf(named, values.merchant), number };
}

/** A whole number is a product's number, anything else (and a number nobody has) its sku. With a merchant it is a sku. */
async function idOf(named: string, merchantSlug: string | undefined): Promise<number> {
  if (merchantSlug === undefined && /^\d+$/.test(named) && (await getProduct(Number(named))))
    return Number(named);
  const id = await skuToId(named, merchantSlug);
  if (id !== undefined) return id;
  if (merchantSlug === undefined)
    throw new CallerError('not-found', `No product has the number or sku ${named}.`);
  throw new CallerError('not-found', `The merchant ${merchantSlug} has no product with the sku ${named}.`);
}

async function skuToId(sku: string, merchantSlug: string | undefined): Promise<number | undefined> {
  try {
    return await productIdBySku(sku, merchantSlug);
  } catch (error) {
    if (!(error instanceof CallerError)) throw error;
    throw new CallerError(error.code, `${error.message} Add --merchant SLUG.`, { cause: error });
  }
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
  const options = Object.fromEntries(names.map((name) => [name, text])) as Record<
    (typeof names)[number],
    typeof text
  >;
  return parsed({ args, options: { ...options, picture: { type: 'string', multiple: true } } }).values;
}

function parsed<Config extends ParseArgsConfig>(config: Config) {
  try {
    return parseArgs(config);
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
