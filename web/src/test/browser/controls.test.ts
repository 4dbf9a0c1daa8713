import type { Page } from 'playwright-core';
import { expect, test } from './support/gallery.ts';

const query = (page: Page) => new URL(page.url()).searchParams;
const shown = async (page: Page) => page.locator('main p[aria-busy=false]').first().innerText();

test('photos are sorted and grouped, and back undoes it', async ({ gallery }) => {
  const page = await gallery.open();
  const first = () => page.locator('main a[href*="/photo/"]').first().getAttribute('href');
  const newest = await first();
  await page.getByLabel('Sort').selectOption('oldest');
  await expect.poll(() => query(page).get('sort')).toBe('oldest');
  await expect.poll(async () => (await first())?.split('?')[0]).not.toBe(newest?.split('?')[0]);
  await page.getByLabel('Group').selectOption('year');
  await expect.poll(() => query(page).get('group')).toBe('year');
  await page.goBack();
  await expect.poll(() => query(page).get('group')).toBe(null);
  await page.getByLabel('Sort').selectOption('random');
  await page.getByRole('button', { name: 'Shuffle' }).click();
  await expect.poll(() => query(page).get('seed')).toMatch(/^\d+$/);
  await page.getByRole('button', { name: 'Stack duplicates' }).click();
  await expect.poll(() => query(page).get('collapse')).toBe('true');
});

test('the likely cut is moved by keyboard, left to the program, or taken away', async ({ gallery }) => {
  const page = await gallery.open('/?q=sunset');
  await page.getByRole('button', { name: /^Likely matches/ }).click();
  const cut = page.getByRole('slider', { name: 'Least score' });
  await cut.focus();
  await page.keyboard.press('End');
  await expect.poll(() => query(page).get('cut')).toBe('1.00');
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowLeft');
  await expect.poll(() => query(page).get('cut')).toBe('0.90');
  await expect.poll(() => cut.getAttribute('aria-valuetext')).toMatch(/photos? with a score of 90% or more$/);
  await page.getByRole('radio', { name: 'All' }).check();
  await expect.poll(() => query(page).get('cut')).toBe('none');
  await page.getByText('Everything is kept').waitFor();
  await page.getByRole('radio', { name: 'Automatic' }).check();
  await expect.poll(() => query(page).get('cut')).toBe(null);
});

test('each place of the cut keeps as many photos as it says', async ({ gallery }) => {
  const page = await gallery.open('/?q=sunset&cut=0.30');
  await page.getByRole('button', { name: /^Likely matches/ }).click();
  const says = /([\d,]+) photos?/.exec((await page.getByRole('slider', { name: 'Least score' }).getAttribute('aria-valuetext'))!)![1]!;
  expect(await shown(page)).toMatch(new RegExp(`^${says} photo`));
});

test('a search is saved, renamed, opened and deleted, and the deletion taken back', async ({ gallery }) => {
  const page = await gallery.open('/?q=sunset&from=2019-01-01');
  await page.getByRole('button', { name: 'Save search' }).click();
  await page.getByLabel('Name of the search').fill('<b>evenings</b>');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '<b>evenings</b>' }).waitFor();
  await page.getByRole('button', { name: 'Rename <b>evenings</b>' }).click();
  await page.keyboard.type('evenings');
  await page.keyboard.press('Enter');
  const link = page.getByRole('link', { name: 'evenings', exact: true });
  await expect.poll(() => link.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.getByRole('link', { name: 'Clear all' }).click();
  await expect.poll(() => query(page).get('q')).toBe(null);
  await link.click();
  await expect.poll(() => query(page).get('from')).toBe('2019-01-01');

  await page.getByRole('button', { name: 'Save search' }).click();
  await page.getByLabel('Name of the search').fill('evenings');
  await page.getByText('It takes the place of the search that has this name.').waitFor();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Delete evenings' }).click();
  await expect.poll(() => link.count()).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await link.waitFor();
  await page.getByRole('button', { name: 'Delete evenings' }).click();
  await expect.poll(() => link.count()).toBe(0);
});

test('a search that the server does not keep for ever says so before it is saved', async ({ gallery }) => {
  const page = await gallery.open('/?q=sunset');
  const selection = await page.evaluate(async () => {
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ search: 'q=sunset' }) };
    return ((await (await fetch('/api/v1/selections', post)).json()) as { selection: string }).selection;
  });
  const warning = page.getByText('Pictures and selections are kept for a while only');
  await page.getByRole('button', { name: 'Save search' }).click();
  await page.getByLabel('Name of the search').waitFor();
  expect(await warning.count()).toBe(0);
  await gallery.visit(page, `/?selection=${selection}`);
  await page.getByRole('button', { name: 'Save search' }).click();
  await warning.waitFor();
});

test('an event is a card that opens its search', async ({ gallery }) => {
  const page = await gallery.open('/events');
  const card = page.getByRole('main').getByRole('listitem').getByRole('link').first();
  const photos = Number(/(\d+) photos?$/.exec((await card.getAttribute('aria-label'))!)![1]);
  await gallery.expectAccessible(page);
  await card.click();
  await expect.poll(() => new URL(page.url()).pathname).toBe('/');
  await expect.poll(() => shown(page)).toMatch(new RegExp(`^${photos} photo`));
});

test('the card of an event keeps the search that its photos are counted of', async ({ gallery }) => {
  const page = await gallery.open('/events?q=is:landscape&facet=type:type%3Djpeg&sort=oldest');
  const card = page.getByRole('main').getByRole('listitem').getByRole('link').first();
  const photos = Number(/(\d+) photos?$/.exec((await card.getAttribute('aria-label'))!)![1]);
  await card.click();
  await expect.poll(() => new URL(page.url()).pathname).toBe('/');
  expect(query(page).get('q')).toBe('is:landscape');
  expect(query(page).get('facet')).toBe('type:type=jpeg');
  expect(query(page).get('dated')).toBe('true');
  await expect.poll(() => shown(page)).toMatch(new RegExp(`^${photos} photo`));
});

test('the palette sorts and saves', async ({ gallery }) => {
  const page = await gallery.open('/?q=sunset');
  await page.getByLabel('Sort').waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('sort: oldest');
  await page.keyboard.press('Enter');
  await expect.poll(() => query(page).get('sort')).toBe('oldest');
});

test('the interface is Chinese where the browser is', async ({ gallery }) => {
  const page = await gallery.open('/?q=sunset&facet=shape:is:landscape', { lang: 'zh' });
  await page.getByRole('combobox', { name: '搜索照片' }).waitFor();
  await page.getByText('横向', { exact: true }).first().waitFor();
  await page.waitForLoadState('networkidle');
  await gallery.expectAccessible(page);
});
