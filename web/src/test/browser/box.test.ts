import type { Page } from 'playwright-core';
import { expect, test } from './support/gallery.ts';

const box = (page: Page) => page.getByRole('combobox', { name: 'Search photos' });
const total = (page: Page) => page.locator('main p[aria-busy=false] strong').first();
const query = (page: Page) => new URL(page.url()).searchParams;
const count = async (page: Page) => Number.parseInt((await total(page).innerText()).replaceAll(',', ''), 10);

test('what is typed is found at once, and back and forward go from search to search', async ({ gallery }) => {
  const page = await gallery.open();
  const all = await total(page).innerText();
  await page.keyboard.press('/');
  await page.keyboard.type('sunset');
  await expect.poll(() => query(page).get('q')).toBe('sunset');
  await expect.poll(() => total(page).innerText()).not.toBe(all);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('snow on mountains', { delay: 30 });
  await page.keyboard.press('Enter');
  await expect.poll(() => query(page).get('q')).toBe('snow on mountains');

  await page.goBack();
  await expect.poll(() => box(page).inputValue()).toBe('sunset');
  await page.goBack();
  await expect.poll(() => box(page).inputValue()).toBe('');
  await expect.poll(() => total(page).innerText()).toBe(all);
  await page.goForward();
  await expect.poll(() => box(page).inputValue()).toBe('sunset');
});

test('a search is a link', async ({ gallery }) => {
  const page = await gallery.open('/?q=sunset&sort=oldest&from=2019-01-01');
  await expect.poll(() => box(page).inputValue()).toBe('sunset');
  await expect.poll(() => page.getByLabel('Sort').inputValue()).toBe('oldest');
  await page.getByRole('button', { name: /^Remove from/ }).waitFor();
});

test('a field and its value are completed by keyboard alone', async ({ gallery }) => {
  const page = await gallery.open();
  await page.keyboard.press('/');
  await page.keyboard.type('countr');
  await page.getByRole('option', { name: /country:/ }).waitFor();
  await page.keyboard.press('Tab');
  await expect.poll(() => box(page).inputValue()).toMatch(/country:$/);
  const value = page.getByRole('option').filter({ hasText: 'value' }).first();
  await value.waitFor();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => box(page).getAttribute('aria-activedescendant')).toBe(await value.getAttribute('id'));
  const promised = Number(/(\d+) photo/.exec((await value.innerText()).replaceAll(',', ''))?.[1]);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect.poll(() => query(page).get('q')).toMatch(/^country[:=]\S/);
  await expect.poll(() => count(page)).toBe(promised);
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('search-box');
});

test('a mistake is underlined where it is, and Enter takes the correction', async ({ gallery }) => {
  const page = await gallery.open();
  await page.keyboard.press('/');
  await page.keyboard.type('sunset camra:canon', { delay: 20 });
  await page.getByRole('option', { name: 'Did you mean “camera' }).waitFor();
  await expect.poll(() => page.locator('.mistake').allInnerTexts()).toEqual([expect.stringContaining('camra')]);
  await expect.poll(() => box(page).getAttribute('aria-invalid')).toBe('true');
  await gallery.expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect.poll(() => box(page).inputValue()).toBe('sunset camera:canon');
  await expect.poll(() => query(page).get('q')).toBe('sunset camera:canon');
});

test('a mistake in a link is explained above the photos, and a click corrects it', async ({ gallery }) => {
  const page = await gallery.open('/?q=camra:canon', { expected: /400/ });
  await page.getByRole('link', { name: 'Did you mean “camera' }).click();
  await expect.poll(() => query(page).get('q')).toBe('camera:canon');
  await gallery.visit(page, '/?q=camra:canon');
  await page.getByRole('link', { name: 'Search for the text as it is' }).click();
  await expect.poll(() => query(page).get('plain')).toBe('true');
  await total(page).waitFor();
});

test('the history offers what was meant, and forgets it', async ({ gallery }) => {
  const page = await gallery.open();
  await box(page).fill('snow');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await expect.poll(() => query(page).get('q')).toBe(null);
  await page.getByRole('option', { name: 'snow', exact: true }).click();
  await expect.poll(() => query(page).get('q')).toBe('snow');
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await page.getByRole('button', { name: 'Clear recent searches' }).click();
  await expect.poll(() => page.getByRole('option', { name: 'snow', exact: true }).count()).toBe(0);
});

test('the history is forgotten by name, too', async ({ gallery }) => {
  const page = await gallery.open();
  await box(page).fill('snow');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'What do you want to do?' }).fill('Clear recent');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => localStorage.getItem('lumiere.searches'))).toBe(null);
});

test('a text that was copied with its picture is pasted as text, a picture is searched by', async ({ gallery }) => {
  const page = await gallery.open('/');
  const paste = (types: readonly string[]) =>
    page.evaluate(async (types) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 64 });
      const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([png!], 'image.png', { type: 'image/png' }));
      for (const type of types) clipboardData.setData(type, 'cells');
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement!.dispatchEvent(event);
      return event.defaultPrevented;
    }, types);
  expect(await paste(['text/plain', 'text/html'])).toBe(false);
  expect(await paste(['text/html'])).toBe(true);
  await expect.poll(() => query(page).getAll('image').length).toBe(1);
});

test('the examples of the empty box find something', async ({ gallery }) => {
  const page = await gallery.open();
  await box(page).click();
  const example = page.getByRole('option').filter({ hasText: 'country' }).first();
  await example.click();
  await expect.poll(() => query(page).get('q')).toContain('country');
  await expect.poll(() => count(page)).toBeGreaterThan(0);
});

test('Escape closes the list and then leaves the box, and the text stays', async ({ gallery }) => {
  const page = await gallery.open();
  await page.keyboard.press('/');
  await page.keyboard.type('cam');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => box(page).getAttribute('aria-expanded')).toBe('false');
  expect(await box(page).inputValue()).toBe('cam');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).not.toBe('search-box');
});

test('the help teaches the language, and its examples are searches', async ({ gallery }) => {
  const page = await gallery.open();
  await page.getByRole('button', { name: 'How to search' }).click();
  const help = page.getByRole('dialog', { name: 'How to search' });
  await help.getByRole('link').first().waitFor();
  await gallery.expectAccessible(page);
  await help.getByRole('link', { name: 'iso:>800' }).first().click();
  await expect.poll(() => query(page).get('q')).toBe('iso:>800');
  await help.waitFor({ state: 'detached' });
});
