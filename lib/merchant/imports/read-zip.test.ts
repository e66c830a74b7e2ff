import { buffer } from 'node:stream/consumers';
import { deflateRawSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { openZip, type OpenZip } from '@/lib/merchant/imports/read-zip';
import { renamed, zipOf } from '@/lib/merchant/imports/test-support';

const MOST = 1_000_000_000;
const CSV = { 'goods.csv': 'sku\n1' };

it('finds pictures by name and by path, in any case and Unicode form, and what macOS leaves is not there', async () => {
  const zip = await opened({
    ...CSV,
    [`사진/${'한과.jpg'.normalize('NFD')}`]: 'one',
    'a/same.jpg': 'two',
    'b/same.jpg': 'three',
    '__MACOSX/._goods.csv': 'junk',
    '.DS_Store': 'junk',
  });
  expect(await read(zip, '한과.JPG')).toBe('one');
  expect(zip.find('same.jpg')).toBe('ambiguous');
  expect(await read(zip, 'B/same.jpg')).toBe('three');
  expect(zip.find('.DS_Store')).toBeNull();
  expect(zip.csv).toMatchObject({ path: 'goods.csv', bytes: 5 });
});

it('reads Korean names that Windows wrote in CP949 without saying so', async () => {
  const zip = renamed(
    await zipOf({ ...CSV, 'AAAA.jpg': 'x' }),
    'AAAA.jpg',
    iconv.encode('약과.jpg', 'cp949'),
  );
  // The mark that says UTF-8, which an honest program would not have set.
  for (let at = 0; (at = zip.indexOf('PK', at)) !== -1; at++) {
    const flags = zip[at + 2] === 3 ? at + 6 : zip[at + 2] === 1 ? at + 8 : -1;
    if (flags >= 0) zip.writeUInt16LE(zip.readUInt16LE(flags) & ~0x800, flags);
  }
  expect((await openZip(accessTo(zip), MOST)).find('약과.jpg')).toMatchObject({ path: '약과.jpg' });
});

it.each(['../../x.jpg', '/etc/xx.jpg', 'C:/abcd.jpg', 'a\\..\\b.jpg', 'a/../bc.jpg', 'abc\0def.jpg'])(
  'a name that could lead out of the folder is refused with the whole ZIP: %j',
  async (trick) => {
    const honest = 'a'.repeat(Buffer.byteLength(trick));
    const zip = renamed(await zipOf({ ...CSV, [honest]: 'x' }), honest, trick);
    await expect(openZip(accessTo(zip), MOST)).rejects.toMatchObject({
      problems: [{ code: 'zip-path', name: trick }],
    });
  },
);

it.each([
  ['zip-twice', { ...CSV, 'A.jpg': '1', 'a.jpg': '2' }],
  ['zip-nested', { ...CSV, 'more.zip': 'x' }],
  ['zip-no-csv', { 'a.jpg': 'x' }],
  ['zip-several-csv', { ...CSV, 'more.csv': 'x' }],
] as const)('%s refuses the ZIP', async (code, files) => {
  await expect(opened(files as never)).rejects.toMatchObject({ problems: [{ code }] });
});

it('a link to a file elsewhere is refused', async () => {
  const zip = await zipOf({ ...CSV, 'link.jpg': '/etc/passwd' });
  for (let at = 0; (at = zip.indexOf('PK\x01\x02', at)) !== -1; at++)
    zip.writeUInt32LE(0o120777 * 65_536, at + 38);
  await expect(openZip(accessTo(zip), MOST)).rejects.toMatchObject({ problems: [{ code: 'zip-link' }] });
});

it('a bomb is refused by what it would become, before anything of it is unpacked', async () => {
  const bomb = await zipOf({ ...CSV, 'bomb.jpg': Buffer.alloc(20_000_000) });
  expect(bomb.length).toBeLessThan(30_000);
  await expect(openZip(accessTo(bomb), MOST)).rejects.toMatchObject({
    problems: [{ code: 'zip-ratio', name: 'bomb.jpg' }],
  });
  const many = await zipOf({ ...CSV, 'a.jpg': Buffer.alloc(3_000_000), 'b.jpg': Buffer.alloc(3_000_000) });
  await expect(openZip(accessTo(many), 5_000_000)).rejects.toMatchObject({
    problems: [{ code: 'zip-unpacked', number: 5_000_000 }],
  });
});

it('a directory that says less than there is gains nothing: reading stops at what it says', async () => {
  const content = Buffer.alloc(3_000_000);
  const zip = await zipOf({ ...CSV, 'liar.jpg': content });
  expect(zip.includes(deflateRawSync(content).subarray(0, 8))).toBe(true);
  for (let at = 0; (at = zip.indexOf('PK\x01\x02', at)) !== -1; at++)
    if (zip.readUInt32LE(at + 24) === content.length) zip.writeUInt32LE(1_000, at + 24);
  const open = await openZip(accessTo(zip), MOST);
  await expect(read(open, 'liar.jpg')).rejects.toMatchObject({ problems: [{ code: 'zip-damaged' }] });
});

it('a ZIP that was cut off is told as damaged', async () => {
  const zip = await zipOf(CSV);
  await expect(openZip(accessTo(zip.subarray(0, zip.length - 30)), MOST)).rejects.toMatchObject({
    problems: [{ code: 'zip-damaged' }],
  });
});

async function opened(files: Readonly<Record<string, string>>): Promise<OpenZip> {
  return openZip(accessTo(await zipOf(files)), MOST);
}

function accessTo(bytes: Buffer) {
  return {
    size: bytes.length,

    read: async function* (start: number, end: number) {
      yield bytes.subarray(start, end);
    },
  };
}

async function read(zip: OpenZip, name: string): Promise<string> {
  const file = zip.find(name);
  if (file === null || file === 'ambiguous') throw new Error(`${name} was not found.`);
  return String(await buffer(zip.read(file)));
}
