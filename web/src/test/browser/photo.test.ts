import type { Page } from 'playwright-core';
import { PHONE, expect, test } from './support/gallery.ts';
import { swipe } from './support/touch.ts';

/** The painted scene whose keywords hold "sunset". */
const HUT = 'DSCF5120.jpg';

const view = (page: Page) => page.getByRole('dialog', { name: /^Photo/ });
const counter = (page: Page) => view(page).getByText(/^\d+ of \d+$/);

/** Opens the first photo of a search by the keyboard. */
async function openFirst(page: Page): Promise<void> {
  await page.locator('main a[href^="/photo/"]').first().focus();
  await page.keyboard.press('Enter');
  await counter(page).waitFor();
}

/** Waits for the picture in full size. */
async function largePicture(page: Page): Promise<void> {
  const large = view(page).locator('.picture img[src*="size=large"]');
  const side = (image: Element) => Math.max((image as HTMLImageElement).naturalWidth, (image as HTMLImageElement).naturalHeight);
  await expect.poll(() => large.evaluate(side)).toBeGreaterThan(1000);
}

/** How wide the picture is drawn. */
const width = (page: Page) => view(page).locator('.stage .picture').evaluate((picture) => picture.getBoundingClientRect().width);

test('a photo opens by the keyboard, arrows walk to its neighbours, Escape goes back to where one was', async ({ gallery }) => {
  const page = await gallery.open('/');
  await openFirst(page);
  expect(await counter(page).textContent()).toMatch(/^1 of /);
  const first = page.url();
  await page.keyboard.press('ArrowLeft');
  expect(page.url()).toBe(first);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => counter(page).textContent()).toMatch(/^2 of /);
  await expect.poll(() => page.url()).not.toBe(first);
  const second = new URL(page.url()).pathname;
  await page.keyboard.press('Escape');
  await view(page).waitFor({ state: 'detached' });
  await expect.poll(() => new URL(page.url()).pathname).toBe('/');
  // The focus is on the photo that was seen last.
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('href') ?? '')).toContain(second);
});

test('an address opens its photo at its place in the result', async ({ gallery }) => {
  const page = await gallery.open('/?q=sunset');
  await openFirst(page);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => counter(page).textContent()).toMatch(/^2 of /);
  const again = await gallery.open(new URL(page.url()).pathname + new URL(page.url()).search);
  await expect.poll(() => counter(again).textContent()).toMatch(/^2 of /);
  await again.keyboard.press('ArrowLeft');
  await expect.poll(() => counter(again).textContent()).toMatch(/^1 of /);
});

test('keys, wheel and double click zoom; arrows then move the picture', async ({ gallery }) => {
  const page = await gallery.open('/');
  await openFirst(page);
  await largePicture(page);
  const whole = await width(page);
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect.poll(async () => (await width(page)) / whole).toBeCloseTo(2.25, 1);
  const address = page.url();
  const left = () => view(page).locator('.stage .picture').evaluate((picture) => picture.getBoundingClientRect().left);
  const before = await left();
  await page.keyboard.press('ArrowRight');
  await expect.poll(left).toBeLessThan(before);
  expect(page.url()).toBe(address);
  await page.keyboard.press('0');
  await expect.poll(() => width(page)).toBeCloseTo(whole, 0);
  const box = (await view(page).locator('.stage .picture').boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.wheel(0, -240);
  await expect.poll(() => width(page)).toBeGreaterThan(whole * 1.2);
  await page.keyboard.press('0');
  await expect.poll(() => width(page)).toBeCloseTo(whole, 0);
  await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2);
  await expect.poll(() => width(page)).toBeGreaterThan(whole * 1.5);
});

test('the large picture is shown, and no other is shown in its place for a moment', async ({ gallery }) => {
  const page = await gallery.open('/');
  await openFirst(page);
  for (let step = 0; step < 3; step++) {
    const id = new URL(page.url()).pathname.split('/').at(-1)!;
    const sources = await view(page).locator('.picture img').evaluateAll((images) => images.map((image) => (image as HTMLImageElement).src));
    expect(sources.every((source) => source.includes(id))).toBe(true);
    await largePicture(page);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.url()).not.toContain(id);
  }
});

test('the panel says what is known, where it was taken and why it matched', async ({ gallery }) => {
  const page = await gallery.open('/?q=sunset&sort=relevance');
  await openFirst(page);
  const panel = page.getByRole('complementary', { name: 'Information' });
  await panel.getByRole('heading', { name: 'Evening at the hut' }).waitFor();
  await panel.getByRole('region', { name: 'Why it matched' }).locator('mark', { hasText: 'sunset' }).first().waitFor();
  await panel.getByRole('region', { name: 'Why it matched' }).getByText(/^The nearest of \d+/).waitFor();
  const details = panel.getByRole('region', { name: 'Details' });
  for (const text of ['1/320 s', 'f/8', 'ISO 200', '1024 × 768', HUT, 'mountains', 'Italy']) await details.getByText(text, { exact: true }).waitFor();
  await panel.getByRole('img', { name: /^Map: Cortina/ }).waitFor();
  await panel.getByText('All fields').click();
  await panel.getByText('taken_confidence').waitFor();
  await gallery.expectAccessible(page);
  await details.getByRole('link', { name: 'Italy', exact: true }).click();
  await view(page).waitFor({ state: 'detached' });
  await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('country=Italy');
});

test('similar photos are found, and liking one moves the search', async ({ gallery }) => {
  const page = await gallery.open('/?q=sunset');
  await openFirst(page);
  const similar = page.getByRole('region', { name: 'Similar photos' });
  await expect.poll(() => similar.getByRole('list').getByRole('link').count()).toBeGreaterThan(3);
  const id = new URL(page.url()).pathname.split('/').at(-1);
  await similar.getByRole('button', { name: 'More like this' }).click();
  await view(page).waitFor({ state: 'detached' });
  await expect.poll(() => new URL(page.url()).searchParams.get('like')).toBe(id);
  expect(new URL(page.url()).searchParams.get('q')).toBe('sunset');
});

test('words that one types are compared with what a photo shows', async ({ gallery }) => {
  const page = await gallery.open('/?q=sunset');
  await openFirst(page);
  const ask = page.getByRole('region', { name: 'Ask what it shows' });
  await ask.getByRole('textbox').fill('a sunset, a plate of food, a harbour at noon');
  await page.keyboard.press('Enter');
  await expect.poll(() => ask.getByRole('listitem').count()).toBe(3);
  expect(await ask.getByRole('listitem').first().textContent()).toMatch(/\d%$/);
});

test('"why not" says which filter leaves a dropped photo out, and drops it', async ({ gallery }) => {
  const page = await gallery.open('/?q=sunset+year%3A2020');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('why not');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Why not this one?' });
  await dialog.getByRole('textbox').waitFor();
  const dropped = await page.evaluateHandle((name) => {
    const data = new DataTransfer();
    data.items.add(new File(['the name is enough'], name, { type: 'image/jpeg' }));
    return data;
  }, HUT);
  await dialog.locator('form').dispatchEvent('drop', { dataTransfer: dropped });
  await dialog.getByText('A filter leaves it out').waitFor();
  const cure = dialog.getByRole('button', { name: 'Search without year:2020' });
  await cure.waitFor();
  await gallery.expectAccessible(page);
  await cure.click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('sunset');
  expect(await dialog.count()).toBe(0);
});

test('"why not" says what is not in the index', async ({ gallery }) => {
  const page = await gallery.open('/?q=sunset');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('why not');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Why not this one?' });
  await dialog.getByRole('textbox').fill('<img src=x onerror=alert(1)>.jpg');
  await page.keyboard.press('Enter');
  await dialog.getByText('The index does not hold it').waitFor();
  expect(await page.locator('img[src="x"]').count()).toBe(0);
});

test('a phone shows the photo, swipes to the next, and has the panel as a sheet', async ({ gallery }) => {
  const page = await gallery.open('/', PHONE);
  await page.locator('main a[href^="/photo/"]').first().tap();
  await counter(page).waitFor();
  await swipe(page, { x: 320, y: 400 }, { x: 60, y: 410 });
  await expect.poll(() => counter(page).textContent()).toMatch(/^2 of /);
  await swipe(page, { x: 60, y: 400 }, { x: 320, y: 410 });
  await expect.poll(() => counter(page).textContent()).toMatch(/^1 of /);
  const panel = page.getByRole('complementary', { name: 'Information' });
  expect(await panel.count()).toBe(0);
  await swipe(page, { x: 200, y: 600 }, { x: 200, y: 350 });
  await panel.waitFor();
  await gallery.expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await panel.getByRole('button', { name: 'Hide information' }).tap();
  await panel.waitFor({ state: 'detached' });
  await swipe(page, { x: 200, y: 250 }, { x: 205, y: 600 });
  await view(page).waitFor({ state: 'detached' });
});

test('an opened photo is accessible in the dark and in Chinese', async ({ gallery }) => {
  const page = await gallery.open('/?q=sunset', { dark: true, lang: 'zh' });
  await page.locator('main a[href^="/photo/"]').first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: '为何匹配' }).waitFor();
  await gallery.expectAccessible(page);
});

test('an address without a photo says so', async ({ gallery }) => {
  const page = await gallery.open('/photo/nothing', { expected: /404/ });
  await page.getByText('There is no photo at this address').waitFor();
  await gallery.expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect.poll(() => new URL(page.url()).pathname).toBe('/');
});
