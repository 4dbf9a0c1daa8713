import type { Page } from 'playwright-core';
import { PHONE, expect, test } from './support/gallery.ts';

/** The headings that are shown, with where they are. */
const headings = (page: Page) =>
  page.locator('.photo-grid .heading').evaluateAll((all) =>
    all.map((heading) => {
      const { left, top } = heading.getBoundingClientRect();
      return { left: Math.round(left), top: Math.round(top), name: heading.querySelector('h2')!.textContent };
    }),
  );

for (const [device, options] of [['a screen', {}], ['a phone', PHONE]] as const) {
  test(`small months share a row, and each is pressed and selected on its own, on ${device}`, async ({ gallery }) => {
    const page = await gallery.open('/', options);
    await page.locator('.photo-grid .cell img.there').first().waitFor();
    const found = await headings(page);
    const second = found.findIndex((one, i) => i > 0 && one.top === found[i - 1]!.top);
    expect(second).toBeGreaterThan(0);
    const [before, beside] = [found[second - 1]!, found[second]!];
    expect(beside.left).toBeGreaterThan(before.left + 100);

    // Its check selects its photos, and a photo of the month before it opens: nothing lies upon it.
    const section = (name: string | null) => page.locator('.photo-grid .section', { has: page.locator('h2', { hasText: new RegExp(`^${name}$`) }) });
    await section(beside.name).getByRole('checkbox').click();
    const photos = await section(beside.name).locator('.cell').count();
    await expect.poll(() => section(beside.name).locator('.cell.selected').count()).toBe(photos);
    expect(await page.locator('.cell.selected').count()).toBe(photos);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.cell.selected').count()).toBe(0);
    await section(before.name).locator('.cell a').first().click();
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/photo\//);
  });
}

test('a phone shows all that can be done with a selection', async ({ gallery }) => {
  const page = await gallery.open('/', PHONE);
  await page.locator('.photo-grid .cell a').first().focus();
  await page.keyboard.press('x');
  const bar = page.getByRole('toolbar', { name: 'Selection' });
  for (const name of ['Clear the selection', 'Select all photos', 'Export', 'Add to a list', 'More actions']) {
    const box = await bar.getByRole('button', { name }).boundingBox();
    expect(box!.x).toBeGreaterThanOrEqual(0);
    expect(box!.x + box!.width).toBeLessThanOrEqual(390);
    expect(Math.min(box!.width, box!.height)).toBeGreaterThanOrEqual(44);
  }
  await gallery.expectAccessible(page);
});
