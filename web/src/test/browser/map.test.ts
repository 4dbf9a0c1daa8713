import type { Page } from 'playwright-core';
import { PHONE, expect, test } from './support/gallery.ts';

const map = (page: Page) => page.getByRole('group', { name: /^Map of the photos/ });
const marks = (page: Page) => map(page).getByRole('button', { name: /photo/ });
const here = (page: Page) => page.getByText(/^[\d,]+ photos? here$/);

async function countHere(page: Page): Promise<number> {
  return Number(((await here(page).textContent()) ?? '').replace(/\D/g, ''));
}

/** Waits until the box in the address stays as it is, as it does once a map that is followed has stopped. */
async function atRest(page: Page): Promise<void> {
  let before = '';
  const stays = () => {
    const box = new URL(page.url()).searchParams.get('box') ?? '';
    const isSame = box !== '' && box === before;
    before = box;
    return isSame;
  };
  await expect.poll(stays, { interval: 1000 }).toBe(true);
}

test('the map shows where photos were taken, and moves by keys', async ({ gallery }) => {
  const page = await gallery.open('/map');
  await marks(page).first().waitFor();
  const all = await countHere(page);
  expect(all).toBeGreaterThan(10);
  await map(page).press('+');
  await expect.poll(() => countHere(page)).toBeLessThan(all);
  await page.getByRole('button', { name: 'Show all places' }).click();
  await expect.poll(() => countHere(page)).toBe(all);
});

test('all places are shown from wherever one looks', async ({ gallery }) => {
  const page = await gallery.open('/map?box=12.4,41.8,12.6,42');
  await page.getByRole('button', { name: 'Show all places' }).waitFor();
  const all = await page.evaluate(async () => ((await (await fetch('/api/v1/map?zoom=0')).json()) as { clusters: { count: number }[] }).clusters.reduce((sum, { count }) => sum + count, 0));
  await expect.poll(() => page.getByText(/^[\d,]+ photos? here$|^No photos here$/).count()).toBe(1);
  await page.getByRole('button', { name: 'Show all places' }).click();
  await here(page).waitFor();
  await expect.poll(() => countHere(page)).toBe(all);
});

test('the search follows the map, and the grid shows the same photos', async ({ gallery }) => {
  const page = await gallery.open('/map');
  await marks(page).first().waitFor();
  const all = await countHere(page);
  await page.getByLabel('Search within this map').check();
  await map(page).press('+');
  await expect.poll(() => countHere(page)).toBeLessThan(all);
  await atRest(page);
  await expect.poll(() => countHere(page)).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Show these photos' }).click();
  await expect.poll(() => new URL(page.url()).pathname).toBe('/');
  const within = new URL(page.url()).searchParams.get('box')!;
  const total = await page.evaluate(async (box) => ((await (await fetch(`/api/v1/grid?box=${box}&rows=1`)).json()) as { total: number }).total, within);
  expect(total).toBeGreaterThan(0);
  expect(total).toBeLessThan(all);
  await expect.poll(() => page.getByRole('grid').getAttribute('aria-label')).toMatch(new RegExp(`\\b${total} photos?$`));
});

test('quick presses are as many steps as slow ones', async ({ gallery }) => {
  const page = await gallery.open('/map?box=0,40,20,50');
  const zoomIn = page.getByRole('button', { name: 'Closer' });
  const width = () => {
    const [west, , east] = (new URL(page.url()).searchParams.get('box') ?? '').split(',').map(Number);
    return east! - west!;
  };
  const before = width() / 2;
  await zoomIn.click();
  await expect.poll(width).toBeCloseTo(before, 2);
  await atRest(page);
  // Faster than any flight: nothing is shown between them.
  await zoomIn.evaluate((button) => {
    for (let i = 0; i < 3; i++) (button as HTMLButtonElement).click();
  });
  await expect.poll(width).toBeCloseTo(before / 8, 2);
});

test('a circle is looked at more closely until it is one photo, which opens', async ({ gallery }) => {
  const page = await gallery.open('/map?q=country%3DItaly');
  await marks(page).first().waitFor();
  const circles = await marks(page).count();
  const several = marks(page).filter({ hasText: /\d/ }).first();
  const before = await several.getAttribute('aria-label');
  await several.focus();
  await page.keyboard.press('Enter');
  // It came apart, or its photos, which are all at one place, are shown.
  await expect
    .poll(async () => new URL(page.url()).pathname === '/' || (await marks(page).count()) !== circles || (await marks(page).first().getAttribute('aria-label')) !== before)
    .toBe(true);
});

test('a phone shows the map in the dark, in Chinese', async ({ gallery }) => {
  const page = await gallery.open('/map', { ...PHONE, dark: true, lang: 'zh' });
  await page.getByRole('button', { name: /张照片/ }).first().waitFor();
  await gallery.expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
