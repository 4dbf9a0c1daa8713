import type { Page } from 'playwright-core';
import { expect, test } from './support/gallery.ts';

const query = (page: Page) => new URL(page.url()).searchParams;
const firstPhoto = (page: Page) => page.locator('main a[href*="/photo/"]').first().getAttribute('href');

/** A picture's bytes in the page: a photo of the archive as it is, or one painted here. */
async function picture(page: Page, from: string | null, name: string) {
  return page.evaluateHandle(
    async ({ from, name }) => {
      const canvas = new OffscreenCanvas(64, 48);
      const context = canvas.getContext('2d')!;
      context.fillStyle = 'orangered';
      context.fillRect(0, 0, 64, 48);
      const bytes = from === null ? await canvas.convertToBlob() : await (await fetch(from)).blob();
      const data = new DataTransfer();
      data.items.add(new File([bytes], name, { type: bytes.type }));
      return data;
    },
    { from, name },
  );
}

async function drop(page: Page, dataTransfer: Awaited<ReturnType<typeof picture>>): Promise<void> {
  await page.dispatchEvent('body', 'dragover', { dataTransfer });
  await page.getByText('Drop a picture to search by it').waitFor();
  await page.dispatchEvent('body', 'drop', { dataTransfer });
}

test('a photo of the archive that is dropped finds itself first', async ({ gallery }) => {
  const page = await gallery.open();
  const id = /\/photo\/([^?]+)/.exec((await page.locator('main a[href*="/photo/"]').nth(4).getAttribute('href'))!)![1]!;
  await drop(page, await picture(page, `/api/v1/photos/${id}/original`, '<img src=x onerror=alert(1)>.jpg'));
  // The first picture of all waits for the model.
  await expect.poll(() => query(page).getAll('image').length).toBe(1);
  await expect.poll(() => firstPhoto(page)).toContain(`/photo/${id}`);
  expect(await page.locator('img[src=x]').count()).toBe(0);
});

test('a picture is weighed by keyboard, and a chip takes it away', async ({ gallery }) => {
  const page = await gallery.open('/?q=snow');
  await drop(page, await picture(page, null, 'painted.png'));
  const weight = page.getByRole('slider', { name: 'Weight of picture' });
  await weight.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => query(page).get('image')).toMatch(/=0\.8$/);
  await expect.poll(() => weight.getAttribute('aria-valuetext')).toBe('towards by 0.8');
  expect(query(page).get('q')).toBe('snow');
  await page.getByRole('button', { name: 'Remove picture' }).click();
  await expect.poll(() => query(page).get('image')).toBe(null);
});

test('a picture is pasted', async ({ gallery }) => {
  const page = await gallery.open();
  const data = await picture(page, null, 'pasted.png');
  await page.evaluate((clipboardData) => {
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, data);
  await expect.poll(() => query(page).getAll('image').length).toBe(1);
  await page.getByRole('img', { name: 'picture', exact: true }).waitFor();
});

test('what is no picture is refused in words', async ({ gallery }) => {
  const page = await gallery.open();
  await page.setInputFiles('input[type=file]', { name: '<b>notes</b>.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') });
  await page.getByText('<b>notes</b>.txt is not a picture.').waitFor();
  expect(query(page).get('image')).toBe(null);
});

test('a text is added, weighed from towards to away by keyboard, and each weight is an address', async ({ gallery }) => {
  const page = await gallery.open('/?q=sunset');
  await page.getByRole('button', { name: 'More or less of' }).click();
  await page.keyboard.type('at night');
  await page.keyboard.press('Enter');
  await expect.poll(() => query(page).get('add')).toBe('at night');
  const weight = page.getByRole('slider', { name: 'Weight of at night' });
  await weight.focus();
  for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowLeft');
  await expect.poll(() => query(page).get('add')).toBe('at night=-0.3');
  await expect.poll(() => weight.getAttribute('aria-valuetext')).toBe('away by 0.3');
  await page.keyboard.press('End');
  await expect.poll(() => query(page).get('add')).toBe('at night=2');
  await page.keyboard.press('Home');
  await expect.poll(() => query(page).get('add')).toBe('at night=-1.5');
});

test('a weight is dragged, and the drag is one step of the history', async ({ gallery }) => {
  const page = await gallery.open('/?q=sunset&add=night');
  const weight = page.getByRole('slider', { name: 'Weight of night' });
  // What is above it may come with the answer, and move it.
  await page.locator('main p[aria-busy=false]').first().waitFor();
  await weight.hover();
  const { x, y, width, height } = (await weight.boundingBox())!;
  await page.mouse.move(x + (width * 2.5) / 3.5, y + height / 2);
  let asked = 0;
  page.on('request', (request) => (asked += new URL(request.url()).pathname === '/api/v1/searches' ? 1 : 0));
  await page.mouse.down();
  for (let i = 1; i <= 5; i++) await page.mouse.move(x + (width * (2.5 + i / 6)) / 3.5, y + height / 2);
  await page.mouse.up();
  await expect.poll(() => Number(/=([\d.]+)$/.exec(query(page).get('add')!)?.[1])).toBeGreaterThan(1.2);
  await page.goBack();
  await expect.poll(() => query(page).get('add')).toBe('night');
  // What a search does not change is not asked for with each of its steps.
  expect(asked).toBe(0);
});

test('a liked photo and an unliked one are chips of the search', async ({ gallery }) => {
  const page = await gallery.open();
  const photos = page.locator('main a[href*="/photo/"]');
  await photos.nth(1).waitFor();
  const ids = await photos.evaluateAll((links) =>
    links.slice(0, 2).map((link) => /\/photo\/([^?]+)/.exec(link.getAttribute('href')!)![1]!),
  );
  await gallery.visit(page, `/?like=${ids[0]}&unlike=${ids[1]}=0.6`);
  await page.getByRole('slider', { name: 'Weight of liked photo' }).waitFor();
  await expect.poll(() => page.getByRole('slider', { name: 'Weight of unliked photo' }).getAttribute('aria-valuetext')).toBe('away by 0.6');
  await page.getByRole('button', { name: 'Remove unliked photo' }).click();
  await expect.poll(() => query(page).get('unlike')).toBe(null);
});
