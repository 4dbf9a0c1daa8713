import type { Page } from 'playwright-core';
import { PHONE, expect, test, type Gallery } from './support/gallery.ts';
import { startServer, type OwnServer } from './support/program.ts';

const large = process.env['LUMIERE_LARGE_INDEX'];

const count = async (page: Page) => Number.parseInt((await page.locator('main p[aria-busy=false] strong').first().innerText()).replaceAll(',', ''), 10);
const query = (page: Page) => new URL(page.url()).searchParams;

/** The number of photos that a value of a facet promises. */
async function promised(page: Page, name: RegExp): Promise<number> {
  const label = await page.getByRole('checkbox', { name }).getAttribute('aria-label');
  return Number.parseInt(/([\d,]+) photos?$/.exec(label!)![1]!.replaceAll(',', ''), 10);
}

test('a facet narrows to what it promises, leaves the other values there, and a chip takes it away', async ({ gallery }) => {
  const page = await gallery.open();
  const all = await count(page);
  await page.getByRole('button', { name: 'Year', exact: true }).click();
  const in2021 = await promised(page, /^2021,/);
  const in2020 = await promised(page, /^2020,/);
  await page.getByRole('checkbox', { name: /^2021,/ }).check();
  await expect.poll(() => count(page)).toBe(in2021);
  expect(await promised(page, /^2020,/)).toBe(in2020);
  await page.getByRole('checkbox', { name: /^2020,/ }).check();
  await expect.poll(() => count(page)).toBe(in2021 + in2020);
  await page.getByRole('button', { name: 'Remove 2021' }).click();
  await expect.poll(() => count(page)).toBe(in2020);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect.poll(() => count(page)).toBe(all);
  expect(query(page).getAll('facet')).toEqual([]);
});

test('a country opens to its regions, which narrow further', async ({ gallery }) => {
  const page = await gallery.open();
  const open = page.getByRole('button', { name: /^Show what is within/ }).first();
  await open.click();
  await expect.poll(() => open.getAttribute('aria-expanded')).toBe('true');
  const region = page.locator('aside li li').getByRole('checkbox').first();
  const size = Number.parseInt(/([\d,]+) photos?$/.exec((await region.getAttribute('aria-label'))!)![1]!, 10);
  await region.check();
  await expect.poll(() => count(page)).toBe(size);
  await expect.poll(() => region.isChecked()).toBe(true);
});

/** A gallery of an archive of 24 regions of Norway. */
async function withRegions(gallery: Gallery, use: (server: OwnServer) => Promise<void>): Promise<void> {
  const server = await startServer({ LUMIERE_INDEX: large! });
  try {
    await use(server);
  } finally {
    await gallery.leave();
    await server.stop();
  }
}

const regions = (page: Page) => page.locator('aside li li').getByRole('checkbox');

test.skipIf(!large)('every region of a country can be chosen, however many it has', async ({ gallery }) => {
  await withRegions(gallery, async (server) => {
    const page = await gallery.open('/', { server });
    await page.getByRole('button', { name: 'Show what is within Norway' }).click();
    await expect.poll(() => regions(page).count()).toBe(10);
    await page.getByRole('button', { name: '14 more' }).click();
    await expect.poll(() => regions(page).count()).toBe(24);
    await gallery.expectAccessible(page);
    await page.getByRole('searchbox', { name: 'Find in Place' }).fill('region 23');
    await expect.poll(() => regions(page).count()).toBe(1);
    await regions(page).check();
    await expect.poll(() => query(page).getAll('facet').length).toBe(1);
    await page.getByRole('button', { name: 'Fewer' }).click();
    await expect.poll(() => regions(page).count()).toBe(11);

    const chinese = await gallery.open('/', { server, lang: 'zh' });
    await chinese.getByRole('button', { name: '显示挪威之内的地点' }).click();
    await chinese.getByRole('button', { name: '还有 14 项' }).click();
    const find = chinese.getByRole('searchbox', { name: '在地点中查找' });
    await find.fill('葡萄牙');
    await expect.poll(() => regions(chinese).count()).toBe(0);
    await find.fill('挪威');
    await expect.poll(() => regions(chinese).count()).toBe(24);
  });
});

test('which facets are open is remembered', async ({ gallery }) => {
  const page = await gallery.open();
  const camera = page.getByRole('button', { name: 'Camera', exact: true });
  expect(await camera.getAttribute('aria-expanded')).toBe('true');
  await camera.click();
  await page.reload();
  await expect.poll(() => camera.getAttribute('aria-expanded')).toBe('false');
});

test('dragging over the histogram keeps 2021, a double click brings all days back', async ({ gallery }) => {
  const page = await gallery.open();
  const all = await count(page);
  const plot = page.locator('.plot');
  const bars = () => plot.locator('rect').count();
  await plot.locator('rect').first().waitFor();
  const allBars = await bars();
  await page.getByRole('button', { name: /^2021: / }).click();
  await expect.poll(() => query(page).get('to')).toBe('2021-12-31');
  const in2021 = await count(page);
  await page.getByRole('button', { name: 'All dates' }).click();
  await expect.poll(() => count(page)).toBe(all);
  await expect.poll(bars).toBe(allBars);

  const first = page.getByRole('slider', { name: 'First day' });
  const oldest = new Date((await first.getAttribute('aria-valuetext'))!);
  // Bars are months: these samples span five years.
  const january = (2021 - oldest.getFullYear()) * 12 - oldest.getMonth();
  await plot.hover(); // It does not move any longer.
  const { x, y, width, height } = (await plot.boundingBox())!;
  const place = (bar: number) => x + (width * (bar + 0.5)) / allBars;
  await page.mouse.move(place(january), y + height / 2);
  await page.mouse.down();
  await page.mouse.move(place(january + 11), y + height / 2, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => query(page).get('from')).toBe('2021-01-01');
  expect(query(page).get('to')).toBe('2021-12-31');
  await expect.poll(() => count(page)).toBe(in2021);
  await expect.poll(() => first.getAttribute('aria-valuetext')).toMatch(/1.* 2021$/);
  await plot.dblclick({ position: { x: width / 2, y: height / 2 } });
  await expect.poll(() => query(page).get('from')).toBe(null);
  await expect.poll(() => count(page)).toBe(all);
});

test('the ends of the histogram move by keys and say their days', async ({ gallery }) => {
  const page = await gallery.open();
  const first = page.getByRole('slider', { name: 'First day' });
  const before = await first.getAttribute('aria-valuetext');
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => query(page).get('from')).not.toBe(null);
  await expect.poll(() => first.getAttribute('aria-valuetext')).not.toBe(before);
  await page.keyboard.press('Home');
  await expect.poll(() => first.getAttribute('aria-valuenow')).toBe('0');
  const isTaken = (altKey: boolean) =>
    first.evaluate((handle, altKey) => !handle.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', altKey, bubbles: true, cancelable: true })), altKey);
  expect([await isTaken(true), await isTaken(false)]).toEqual([false, true]);
});

test('where nothing is found, each filter says what it would give if it were left out', async ({ gallery }) => {
  const page = await gallery.open('/?q=country:Atlantis&from=2019-01-01&to=2019-12-31');
  await page.getByRole('heading', { name: 'Nothing found' }).waitFor();
  const way = page.getByRole('link', { name: /^Without country/i });
  await expect.poll(() => way.innerText()).toMatch(/[1-9]\d*$/);
  await gallery.expectAccessible(page);
  const gives = Number(/(\d+)$/.exec(await way.innerText())![1]);
  await way.click();
  await expect.poll(() => count(page)).toBe(gives);
});

for (const dark of [false, true]) {
  test(`a search with everything is accessible: ${dark ? 'dark' : 'light'}`, async ({ gallery }) => {
    const page = await gallery.open('/?q=sunset+-people&facet=year:year:2021&add=at+night%3D0.7&not=rain&from=2019-01-01', { dark });
    await page.getByRole('button', { name: /^Likely matches/ }).click();
    await page.waitForLoadState('networkidle');
    await gallery.expectAccessible(page);
  });
}

test('on a phone the filters are a sheet, the controls one row, and nothing is wider than the screen', async ({ gallery }) => {
  const page = await gallery.open('/?q=sunset&add=night&cut=none', PHONE);
  await page.getByRole('slider', { name: 'Weight of night' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole('button', { name: 'Show filters' }).tap();
  const sheet = page.getByRole('dialog', { name: 'Filters' });
  const year = sheet.getByRole('button', { name: /^2021: / });
  await year.tap();
  await expect.poll(() => query(page).get('from')).toBe('2021-01-01');
  await page.waitForLoadState('networkidle');
  await gallery.expectAccessible(page);
  await sheet.getByRole('button', { name: 'Close' }).tap();
  await page.getByRole('button', { name: 'Remove 2021' }).waitFor();
});
