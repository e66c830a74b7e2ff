import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { putMerchants } from '@/db/queries/shelves';
import { imageJob } from '@/db/schema';
import type { Account } from '@/lib/auth/types';
import { storageEnv } from '@/lib/env';
import { acceptUpload, enqueuePicture } from '@/lib/merchant/pictures/accept-upload';
import { storage } from '@/lib/storage';
import { plantShelves } from '@/scripts/testing/plant';
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database';
import { drawn, inChunks } from '@/scripts/testing/upload';

const MERCHANT: Account = {
  userId: 'm',
  name: 'Merchant',
  email: 'merchant@example.com',
  role: 'merchant',
  merchantId: 1,
};
const ADMIN: Account = { ...MERCHANT, userId: 'a', role: 'admin', merchantId: null };
const MB = 1024 * 1024;

let test: TestDatabase;
let jpeg: Buffer;

beforeAll(async () => {
  test = await createTestDatabase();
  await plantShelves(test.db);
  await putMerchants(test.db, [{ id: 2, slug: 'other', nameKo: '다른', nameEn: 'Other' }]);
  jpeg = await drawn(1);
});
afterAll(() => test.drop());
beforeEach(async () => {
  await test.db.delete(imageJob);
  await storage().delete('uploads');
});
afterEach(() => vi.unstubAllEnvs());

it('an upload lies in the storage as it came, with a job that waits', async () => {
  const job = await acceptUpload(MERCHANT, 1, inChunks(jpeg, 100), 'C:\\사진\\사과 1.jpg', jpeg.length);
  expect(job).toMatchObject({ state: 'waiting', fileName: '사과 1.jpg', src: null, productId: null });
  const [row] = await test.db.select().from(imageJob);
  expect(row).toMatchObject({ id: job.id, merchantId: 1, bytes: jpeg.length, lane: 1, attempts: 0 });
  const file = await storage().open(row?.uploadKey ?? '');
  expect(await buffer(file!.stream)).toEqual(jpeg);
});

it('an admin uploads for anybody, a merchant for nobody else, and to him the other is as one who does not exist', async () => {
  await acceptUpload(ADMIN, 2, inChunks(jpeg), 'a.jpg', jpeg.length);
  const refusals = await Promise.all(
    [2, 77].map((merchant) =>
      acceptUpload(MERCHANT, merchant, inChunks(jpeg), 'a.jpg', jpeg.length).catch((error: unknown) => error),
    ),
  );
  expect(refusals).toEqual(
    [2, 77].map(
      (id) =>
        expect.objectContaining({ code: 'not-found', message: `There is no merchant ${id}.` }) as unknown,
    ),
  );
  expect(await test.db.select().from(imageJob)).toHaveLength(1);
});

const text = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'.repeat(50));
const heic = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic'), Buffer.alloc(2_000, 1)]);

it.each([
  ['a text that is called a picture', 'unsupported-format', () => ({ bytes: text })],
  ['a HEIC picture', 'heic', () => ({ bytes: heic })],
  ['a file of no bytes', 'empty', () => ({ bytes: Buffer.alloc(0) })],
  ['a picture of no announced length', 'length-missing', () => ({ bytes: jpeg, size: NaN })],
  [
    'a picture that is longer than announced',
    'length-differs',
    () => ({ bytes: jpeg, size: jpeg.length - 1 }),
  ],
  [
    'a picture that is shorter than announced',
    'length-differs',
    () => ({ bytes: jpeg, size: jpeg.length + 1 }),
  ],
  ['a short file whose header is damaged', 'damaged', () => ({ bytes: jpeg.subarray(0, 30) })],
  ['a picture of 400 megapixels', 'too-many-pixels', () => ({ bytes: bomb() })],
])('%s is refused as %s and leaves neither file nor row', async (_, reason, given) => {
  const { bytes, size = bytes.length } = given() as { bytes: Uint8Array; size?: number };
  await expect(enqueuePicture(1, inChunks(bytes), 'x.jpg', size)).rejects.toMatchObject({ reason });
  expect(await test.db.select().from(imageJob)).toEqual([]);
  expect(filesLeft()).toEqual([]);
});

it('without an announced length it is refused for that, not for the room there is', async () => {
  const unannounced = acceptUpload(MERCHANT, 1, inChunks(jpeg), 'a.jpg', NaN);
  await expect(unannounced).rejects.toMatchObject({ reason: 'length-missing' });
});

it('of a file that is too large not a byte is read, and the limit is a setting', async () => {
  vi.stubEnv('UPLOAD_MB', '1');
  const read = vi.fn();
  async function* watched() {
    read();
    yield* inChunks(jpeg);
  }
  const large = enqueuePicture(1, watched(), 'x.jpg', MB + 1);
  await expect(large).rejects.toMatchObject({
    reason: 'too-many-bytes',
    message: expect.stringContaining('1.0 MB') as string,
  });
  expect(read).not.toHaveBeenCalled();
});

it('of what is no picture only the beginning is read', async () => {
  let chunks = 0;
  async function* endless() {
    for (;;) {
      chunks++;
      yield Buffer.alloc(64 * 1024);
    }
  }
  await expect(enqueuePicture(1, endless(), 'x.jpg', 19 * MB)).rejects.toMatchObject({
    reason: 'unsupported-format',
  });
  expect(chunks).toBe(1);
});

it('a transfer that is cut off leaves nothing', async () => {
  async function* cutOff() {
    yield await paddedPicture(MB);
    throw new Error('aborted');
  }
  await expect(enqueuePicture(1, cutOff(), 'x.jpg', 3 * MB)).rejects.toThrow('aborted');
  expect(await test.db.select().from(imageJob)).toEqual([]);
  expect(filesLeft()).toEqual([]);
});

it('an account that uploads too often has to wait', async () => {
  const busy = { ...MERCHANT, userId: 'busy' };
  const one = () => acceptUpload(busy, 1, inChunks(text), 'x', text.length).catch((error: unknown) => error);
  const answers = [];
  for (let i = 0; i < 121; i++) answers.push(await one());
  expect(answers.at(119)).toMatchObject({ reason: 'unsupported-format' });
  expect(answers.at(120)).toMatchObject({ code: 'too-many-requests' });
});

it.each([
  ['pictures', { UPLOAD_UNSAVED_PICTURES: '2' }, 2_000],
  ['bytes', { UPLOAD_UNSAVED_MB: '1' }, 600_000],
])(
  'too many unsaved %s of one merchant are refused unread until some are saved',
  async (_what, limit, bytes) => {
    for (const [name, value] of Object.entries(limit)) vi.stubEnv(name, value);
    const picture = await paddedPicture(bytes);
    const one = (merchantId: number) =>
      acceptUpload(ADMIN, merchantId, inChunks(picture), 'x.png', picture.length);
    const first = await one(1);
    if (bytes < 600_000) await one(1);
    const files = filesLeft().length;
    await expect(one(1)).rejects.toMatchObject({ reason: 'too-many-unsaved' });
    expect(filesLeft()).toHaveLength(files);
    await one(2);
    await test.db.update(imageJob).set({ productId: 5 }).where(eq(imageJob.id, first.id));
    await one(1);
  },
);

it('the bytes go to the disk as they come: at no time is more than a few chunks of a file in memory', async () => {
  const picture = await paddedPicture(19 * MB);
  let sent = 0;
  let most = 0;
  async function* watched() {
    for await (const chunk of inChunks(picture, 64 * 1024)) {
      const written = filesLeft().reduce((sum, file) => sum + statSync(file).size, 0);
      most = Math.max(most, sent - written);
      sent += chunk.length;
      yield chunk;
    }
  }
  await enqueuePicture(1, watched(), 'x.png', picture.length);
  expect(sent).toBe(19 * MB);
  expect(most).toBeLessThan(MB);
});

/** The header of a JPEG of 20,000 × 20,000 pixels, which no decoder has to see. */
function bomb(): Buffer {
  const bytes = Buffer.from(jpeg);
  const sof = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  bytes.writeUInt16BE(20_000, sof + 5);
  bytes.writeUInt16BE(20_000, sof + 7);
  return bytes;
}

/** A picture with so many bytes behind it that nobody looks at. */
async function paddedPicture(bytes: number): Promise<Buffer> {
  const white = sharp({ create: { width: 50, height: 50, channels: 3, background: '#fff' } });
  return Buffer.concat([await white.png().toBuffer()], bytes);
}

function filesLeft(): string[] {
  const folder = path.join(storageEnv().STORAGE_DIR, 'uploads');
  return existsSync(folder) ? readdirSync(folder).map((file) => path.join(folder, file)) : [];
}
