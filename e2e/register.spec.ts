import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { product } from './operator';
import { shopPictures } from './shop-pictures';
import { signIn } from './sign-in';
import { expect, productIds, showIn, similarProducts, test } from './watched-page';

/** A shelf on which no other journey registers or clicks. */
const SHELF = '/shop/list?category=drinks&stock=in&sort=price-desc';

// From the upload to the index of a busy machine.
const FOUND = { timeout: 60_000 };

test.beforeEach(() => test.setTimeout(180_000));

test('a merchant registers two pictures, finds the product beside its twin, then changes price and pictures', async ({
  page,
}, info) => {
  const [twin, other, third] = await shopPictures(page, SHELF, 3);
  await signIn(page, 'merchant');
  await page.goto('/admin/products/new');
  const sku = `REG-${info.project.name}-${Date.now()}`;
  try {
    await addPictures(page, [twin!.file, other!.file]);
    await typeProduct(page, { title: `등록 ${sku}`, sku, price: '12900' });
    await expect(page.getByLabel('가격')).toHaveValue('12,900');
    await page.getByRole('button', { name: '등록하기' }).click();
    await expect(page.getByRole('heading', { name: `“등록 ${sku}” 저장했어요` })).toBeFocused();
    await expect(page.getByText('다른 상품의 추천에서 찾을 수 있어요')).toBeVisible(FOUND);

    await page.getByRole('link', { name: '상점에서 보기' }).click();
    await expect(page.getByRole('heading', { level: 1, name: `등록 ${sku}` })).toBeVisible();
    await expect(page.getByRole('button', { name: '사진 2 보기' })).toBeVisible();
    const id = Number(/\d+$/.exec(new URL(page.url()).pathname)?.[0]);
    await expect(async () => expect(await lookAlikes(page, twin!.product)).toContain(id)).toPass(FOUND);

    await page.goto(`/admin/products/${id}`);
    await expect(page.getByLabel('상품 번호')).toHaveAttribute('readonly');
    await page.getByLabel('가격').fill('9000');
    await tiles(page).first().getByRole('button', { name: /빼기$/ }).click();
    await addPictures(page, [third!.file]);
    await page.getByRole('button', { name: '저장하기' }).click();
    await expect(page.getByText('다른 상품의 추천에서 찾을 수 있어요')).toBeVisible(FOUND);
    await page.getByRole('link', { name: '상품 고치기' }).click();
    await expect(page.getByLabel('가격')).toHaveValue('9,000');
    await page.goto(`/shop/detail/${id}`);
    await expect(page.getByText('9,000원').first()).toBeVisible();
    await expect(page.getByRole('button', { name: '사진 2 보기' })).toBeVisible();
    await expect(async () => expect(await lookAlikes(page, third!.product)).toContain(id)).toPass(FOUND);
  } finally {
    await product('delete', sku);
  }
});

test(
  'after saving, another one like it is registered in a fresh form with the same words',
  { tag: '@desktop' },
  async ({ page }, info) => {
    const [one] = await shopPictures(page, SHELF, 1);
    await signIn(page, 'merchant');
    await page.goto('/admin/products/new');
    const sku = `LIKE-${info.project.name}-${Date.now()}`;
    try {
      await addPictures(page, [one!.file]);
      await typeProduct(page, { title: `같은 것 ${sku}`, sku, price: '1000' });
      await page.getByRole('button', { name: '등록하기' }).click();
      await expect(page.getByRole('heading', { name: `“같은 것 ${sku}” 저장했어요` })).toBeVisible(FOUND);
      await page.getByRole('link', { name: '비슷한 상품 하나 더 등록' }).click();
      await expect(page.getByLabel('상품 이름 (한국어)')).toHaveValue(`같은 것 ${sku}`);
      await expect(page.getByLabel('상품 번호')).not.toHaveValue(sku);
      await expect(tiles(page)).toHaveCount(0);
    } finally {
      await product('delete', sku);
    }
  },
);

test.describe('a bad file', { tag: '@desktop' }, () => {
  // The server refuses the file that only pretends to be a picture.
  test.use({ allowed: [/4\d\d.*\/admin\/uploads/] });

  test('is refused with its reason, and the others go on', async ({ page }) => {
    const [good] = await shopPictures(page, SHELF, 1);
    await signIn(page, 'merchant');
    await page.goto('/admin/products/new');
    await chooseFiles(page, [
      { name: 'words.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('These are words, not a picture.') },
      { name: 'empty.png', mimeType: 'image/png', buffer: Buffer.alloc(0) },
      { name: 'huge.png', mimeType: 'image/png', buffer: Buffer.alloc(21 * 1024 * 1024) },
      { name: 'list.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') },
      good!.file,
    ]);
    const refused = page.getByRole('alert').getByRole('listitem');
    await expect(refused.filter({ hasText: 'empty.png' })).toContainText('빈 파일이에요');
    await expect(refused.filter({ hasText: 'huge.png' })).toContainText('20MB까지');
    await expect(refused.filter({ hasText: 'list.pdf' })).toContainText('지원하지 않는 형식');
    await expect(tile(page, 'words.jpg')).toHaveAttribute('data-phase', 'failed');
    await expect(tile(page, 'words.jpg')).toContainText('지원하지 않는 형식');
    await expect(tile(page, good!.file.name)).toHaveAttribute('data-phase', 'ready', FOUND);

    await page.getByRole('button', { name: 'words.jpg 빼기' }).click();
    await expect(tiles(page)).toHaveCount(1);
    await page.getByRole('button', { name: 'huge.png 알림 닫기' }).click();
    await expect(refused).toHaveCount(2);
  });
});

test.describe('when saving fails', { tag: '@desktop' }, () => {
  test.use({ allowed: [/net::ERR/] });

  test('everything typed stays, the failure is said, and saving again works', async ({ page }, info) => {
    const [one] = await shopPictures(page, SHELF, 1);
    await signIn(page, 'merchant');
    await page.goto('/admin/products/new');
    const sku = `AGAIN-${info.project.name}-${Date.now()}`;
    try {
      await addPictures(page, [one!.file]);
      await typeProduct(page, { title: '두 번 저장', sku, price: '1000' });
      await page.route('**/admin/products/new*', (route) =>
        route.request().method() === 'POST' ? route.abort() : route.continue(),
      );
      await page.getByRole('button', { name: '등록하기' }).click();
      await expect(page.getByRole('alert').filter({ hasText: '서버에 닿지 못했어요' })).toBeVisible();
      await expect(page.getByLabel('상품 이름 (한국어)')).toHaveValue('두 번 저장');
      await expect(tiles(page)).toHaveCount(1);

      await page.unroute('**/admin/products/new*');
      await page.getByRole('button', { name: '등록하기' }).click();
      await expect(page.getByRole('heading', { name: '“두 번 저장” 저장했어요' })).toBeVisible(FOUND);
    } finally {
      await product('delete', sku);
    }
  });
});

test('what is missing is told beside its field, and the first one gets the focus', async ({ page }) => {
  await signIn(page, 'merchant');
  await page.goto('/admin/products/new');
  await page.getByRole('button', { name: '등록하기' }).click();
  await expect(page.getByRole('heading', { name: /가지를 고치면 저장할 수 있어요/ })).toBeVisible();
  await expect(page.getByRole('button', { name: '사진 고르기' })).toBeFocused();
  await expect(page.getByLabel('상품 이름 (한국어)')).toHaveAccessibleDescription('입력해 주세요.');
  await page.getByRole('link', { name: /^가격/ }).click();
  await expect(page.getByLabel('가격')).toBeFocused();
  await page.keyboard.type('12.5');
  await expect(page.getByLabel('가격')).toHaveAccessibleDescription('0 이상의 정수로 써 주세요.');
});

test(
  'a picture is moved with the keyboard, and each place is said',
  { tag: '@desktop' },
  async ({ page }) => {
    const [first, second] = await shopPictures(page, SHELF, 2);
    await signIn(page, 'merchant');
    await page.goto('/admin/products/new');
    await addPictures(page, [first!.file, second!.file]);
    const names = () => tiles(page).evaluateAll((all) => all.map((one) => one.getAttribute('data-picture')));
    expect(await names()).toEqual([first!.file.name, second!.file.name]);

    await page.getByRole('button', { name: /^2장 중 2번째 사진/ }).focus();
    await page.keyboard.press('Space');
    const said = page.locator('[id^=DndLiveRegion]');
    await expect(said).toContainText('2번째');
    await page.keyboard.press('ArrowLeft');
    await expect(said).toContainText('1번째 자리예요');
    await page.keyboard.press('Space');
    await expect(said).toContainText('내려놓았어요');
    await expect.poll(names).toEqual([second!.file.name, first!.file.name]);
    await expect(tiles(page).first()).toContainText('대표 사진');
  },
);

test('a draft comes back after a reload, words and pictures', async ({ page }) => {
  const [one] = await shopPictures(page, SHELF, 1);
  await signIn(page, 'merchant');
  await page.goto('/admin/products/new');
  await addPictures(page, [one!.file]);
  await page.getByLabel('상품 이름 (한국어)').fill('아직 저장하지 않은 상품');
  await page.reload();
  await expect(page.getByRole('heading', { name: '쓰던 내용이 남아 있어요' })).toBeFocused();
  await page.getByRole('button', { name: '이어서 쓰기' }).click();
  await expect(page.getByLabel('상품 이름 (한국어)')).toHaveValue('아직 저장하지 않은 상품');
  await expect(tile(page, one!.file.name)).toHaveAttribute('data-phase', 'ready', FOUND);

  await page.reload();
  await page.getByRole('button', { name: '버리고 새로 쓰기' }).click();
  await expect(page.getByLabel('상품 이름 (한국어)')).toHaveValue('');
  await page.reload();
  await expect(page.getByLabel('상품 이름 (한국어)')).toHaveValue('');
});

test('a draft whose pictures the server has cleared away says how many, and one chosen again comes back to its place', async ({
  page,
}) => {
  const [one, two] = await shopPictures(page, SHELF, 2);
  await signIn(page, 'merchant');
  await page.goto('/admin/products/new');
  await addPictures(page, [one!.file, two!.file]);
  await page.getByLabel('상품 이름 (한국어)').fill('사진이 지워진 상품');
  await page.reload();
  await expect(page.getByRole('heading', { name: '쓰던 내용이 남아 있어요' })).toBeFocused();
  await page.route('**/admin/uploads?ids=*', (route) => route.fulfill({ json: { jobs: [] } }));
  await page.route('**/admin/uploads/events*', (route) =>
    route.fulfill({ contentType: 'text/event-stream', body: '' }),
  );
  await page.getByRole('button', { name: '이어서 쓰기' }).click();
  const gone = page.getByRole('alert').filter({ hasText: '올려 둔 사진 2장이 지워졌어요' });
  await expect(gone).toContainText(one!.file.name);

  await page.unroute('**/admin/uploads?ids=*');
  await page.unroute('**/admin/uploads/events*');
  await chooseFiles(page, [two!.file]);
  await expect(tile(page, two!.file.name)).toHaveAttribute('data-phase', 'ready', FOUND);
  await expect(tiles(page).nth(1)).toHaveAttribute('data-picture', two!.file.name);
  await expect(page.getByRole('alert').filter({ hasText: '올려 둔 사진 1장' })).toBeVisible();
});

test.describe('another merchant’s product', { tag: '@desktop' }, () => {
  test.use({ allowed: [/404/] });

  test('is as unknown as one that does not exist', async ({ page }) => {
    await signIn(page, 'merchant');
    await page.goto('/admin/products');
    await expect(page.locator('main [data-product]').first()).toBeVisible();
    const [own] = await productIds(page);
    await page.context().clearCookies();
    await signIn(page, 'other-merchant');
    for (const id of [own!, 4_000_000_000]) {
      expect((await page.request.get(`/admin/products/${id}`)).status(), String(id)).toBe(404);
      expect((await page.request.get(`/admin/products/${id}/stage`)).status(), String(id)).toBe(404);
    }
  });
});

test('the form has no serious accessibility violation in either theme, and fits the screen', async ({
  page,
}) => {
  const [one] = await shopPictures(page, SHELF, 1);
  await signIn(page, 'merchant');
  await page.goto('/admin/products/new');
  await addPictures(page, [one!.file]);
  await page.getByRole('button', { name: '등록하기' }).click();
  await expect(page.getByRole('heading', { name: /가지를 고치면/ })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await showIn(page, colorScheme);
    expect(await violationsOf(page), colorScheme).toEqual([]);
  }
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(widths[0]).toBeLessThanOrEqual(widths[1]!);
});

type Files = Parameters<ReturnType<Page['locator']>['setInputFiles']>[0];

const tiles = (page: Page) => page.locator('[data-picture]');
const tile = (page: Page, name: string) => page.locator(`[data-picture="${name}"]`);

async function chooseFiles(page: Page, files: Files): Promise<void> {
  await page.locator('#picture-files').setInputFiles(files);
}

/** Chooses pictures and waits until the network has looked at all there are. */
async function addPictures(page: Page, files: Files): Promise<void> {
  await chooseFiles(page, files);
  await expect(page.locator('[data-picture]:not([data-phase=ready])')).toHaveCount(0, FOUND);
  await expect(tiles(page).first()).toBeVisible();
}

async function typeProduct(
  page: Page,
  { title, sku, price }: { title: string; sku: string; price: string },
): Promise<void> {
  await page.getByLabel('상품 이름 (한국어)').fill(title);
  await page.getByLabel('상품 이름 (영어)').fill('Registered in a journey');
  await page.getByLabel('카테고리').selectOption({ index: 1 });
  await page.getByLabel('가격').pressSequentially(price);
  await page.getByLabel('재고').fill('7');
  await page.getByLabel('상품 번호').fill(sku);
}

async function lookAlikes(page: Page, id: number): Promise<number[]> {
  await page.goto(`/shop/detail/${id}`);
  return (await similarProducts(page)).map((one) => one.id);
}

async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ id, impact }) => impact === 'serious' || impact === 'critical' || id === 'heading-order')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}
