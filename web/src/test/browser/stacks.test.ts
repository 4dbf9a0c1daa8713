import { afterAll, beforeAll, vi } from 'vitest';
import type { Page } from 'playwright-core';
import { PHONE, expect, test, type OpenOptions } from './support/gallery.ts';
import { startServer, type OwnServer } from './support/program.ts';

/** An index of photos that all look the same, so that whatever is found is a few stacks. */
const index = process.env['LUMIERE_LARGE_INDEX'];
const SEARCH = 'collapse=true&sort=newest';
let server: OwnServer;

beforeAll(async () => {
  if (!index) return;
  server = await startServer({ LUMIERE_INDEX: index });
  // What looks alike is found once; before that there are other stacks.
  const found = async () => expect((await ask<{ stacking: string }>(`/grid?${SEARCH}&rows=0`)).stacking).toBe('all');
  await vi.waitFor(found, { timeout: 90_000, interval: 300 });
}, 120_000);
afterAll(() => server?.stop());

async function ask<T>(path: string): Promise<T> {
  const { name, value } = server.cookie;
  const answer = await fetch(`${server.address}/api/v1${path}`, { headers: { cookie: `${name}=${value}`, 'sec-fetch-site': 'same-origin' } });
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

interface Stack {
  readonly total: number;
  readonly rows: { readonly ids: readonly string[] };
}

/** The first stack of the grid. */
async function firstStack(): Promise<Stack> {
  const grid = await ask<{ rows: { ids: string[] } }>(`/grid?${SEARCH}&rows=1`);
  return ask<Stack>(`/grid/stack?${SEARCH}&count=500&id=${grid.rows.ids[0]}`);
}

const control = (page: Page) => page.locator('.cell[data-position="0"] .stack');
const open = (gallery: { open(path: string, options: OpenOptions): Promise<Page> }, options: OpenOptions = {}) => gallery.open(`/?${SEARCH}`, { server, ...options });
/** The photo at a position, by where it leads. */
const idAt = (page: Page, position: number) =>
  page.locator(`.cell[data-position="${position}"] a`).evaluate((link) => decodeURIComponent(new URL((link as HTMLAnchorElement).href).pathname.split('/').at(-1)!));
const focused = (page: Page) => page.evaluate(() => Number(document.activeElement?.closest<HTMLElement>('.cell')?.dataset['position'] ?? -1));

test.skipIf(!index)('a stack opens in place and closes, by its control and by keys', async ({ gallery }) => {
  const stack = await firstStack();
  const page = await open(gallery);
  await control(page).click();
  await expect.poll(() => control(page).getAttribute('aria-expanded')).toBe('true');
  for (let position = 0; position < 3; position++) expect(await idAt(page, position)).toBe(stack.rows.ids[position]);
  await control(page).click();
  await expect.poll(() => control(page).getAttribute('aria-expanded')).toBe('false');
  expect(await page.locator('.in-stack').count()).toBe(0);

  await expect.poll(() => focused(page)).toBe(0);
  await page.keyboard.press('o');
  await expect.poll(() => control(page).getAttribute('aria-expanded')).toBe('true');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => focused(page)).toBe(2);
  await gallery.expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect.poll(() => control(page).getAttribute('aria-expanded')).toBe('false');
  await expect.poll(() => focused(page)).toBe(0);
});

test.skipIf(!index)('members are selected one by one; a stack is one photo, and all of them when one asks for it', async ({ gallery }) => {
  const stack = await firstStack();
  const page = await open(gallery);
  const bar = page.getByRole('toolbar', { name: 'Selection' });
  await control(page).click();
  // Before it is open, an arrow leads to the next stack.
  await expect.poll(() => control(page).getAttribute('aria-expanded')).toBe('true');
  await expect.poll(() => focused(page)).toBe(0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('x');
  await bar.getByText(/^1 of/).waitFor();
  // Escape clears the selection first, and then closes the stack.
  await page.keyboard.press('Escape');
  await expect.poll(() => bar.count()).toBe(0);
  expect(await control(page).getAttribute('aria-expanded')).toBe('true');
  await page.keyboard.press('Escape');
  await expect.poll(() => control(page).getAttribute('aria-expanded')).toBe('false');

  await expect.poll(() => focused(page)).toBe(0);
  await page.keyboard.press('x');
  await bar.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('dialog', { name: 'Export 1 photo' }).waitFor();
  const number = new Intl.NumberFormat('en-GB').format;
  await page.getByLabel(`Also the ${number(stack.total - 1)} near duplicates behind them`).check();
  await page.getByRole('dialog', { name: `Export ${number(stack.total)} photos` }).waitFor();
});

test.skipIf(!index)('fingers open and close a stack', async ({ gallery }) => {
  const page = await open(gallery, PHONE);
  await control(page).tap();
  await expect.poll(() => control(page).getAttribute('aria-expanded')).toBe('true');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await control(page).tap();
  await expect.poll(() => control(page).getAttribute('aria-expanded')).toBe('false');
});

test.skipIf(!index)('an opened photo leads through its stack, and back to it in the grid', async ({ gallery }) => {
  const stack = await firstStack();
  const page = await open(gallery);
  const shown = () => decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1)!);
  await page.locator('.cell[data-position="0"] a').click();
  await page.getByRole('list', { name: /^Stack of/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await expect.poll(shown).toBe(stack.rows.ids[1]);
  await page.keyboard.press('ArrowDown');
  await expect.poll(shown).toBe(stack.rows.ids[2]);
  await page.keyboard.press('ArrowUp');
  await expect.poll(shown).toBe(stack.rows.ids[1]);
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toBe(0);
});

test.skipIf(!index)('a stack that opens late leaves the focus to the photo, and to the dialog, where it is by then', async ({ gallery }) => {
  const page = await open(gallery);
  let answer = () => {};
  await page.route('**/grid/stack?**', async (route) => {
    await new Promise<void>((resolve) => (answer = resolve));
    await route.fallback();
  });
  const press = async (key: string) => {
    const asked = page.waitForRequest(/grid\/stack/);
    await page.keyboard.press(key);
    await asked;
  };
  await page.locator('.cell[data-position="0"] a').focus();
  await press('o');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => focused(page)).toBe(1);
  const gone = await idAt(page, 1);
  answer();
  await expect.poll(() => focused(page)).toBeGreaterThan(1);
  expect(await idAt(page, await focused(page))).toBe(gone);

  await page.keyboard.press('Home');
  await expect.poll(() => focused(page)).toBe(0);
  expect(await control(page).getAttribute('aria-expanded')).toBe('true');
  await page.keyboard.press('o');
  await expect.poll(() => control(page).getAttribute('aria-expanded')).toBe('false');
  await expect.poll(() => focused(page)).toBe(0);
  await press('o');
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await list.waitFor();
  answer();
  await expect.poll(() => control(page).getAttribute('aria-expanded')).toBe('true');
  expect(await list.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
});

test.skipIf(!index)('a photo far behind in a large stack is shown with those around it', async ({ gallery }) => {
  const { total, rows } = await firstStack();
  expect(total).toBeGreaterThan(400);
  const page = await gallery.open(`/photo/${encodeURIComponent(rows.ids[300]!)}?${SEARCH}`, { server });
  const number = new Intl.NumberFormat('en-GB').format;
  const photo = (at: number) => page.getByRole('link', { name: `Photo ${at} of ${number(total)} of the stack` });
  await expect.poll(() => photo(301).getAttribute('aria-current')).toBe('true');
  expect(await photo(1).count()).toBe(0);
  // On beyond what was asked for first.
  const shown = () => decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1)!);
  for (let at = 301; at < 301 + 45; at++) {
    await photo(at + 1).waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowDown');
    await expect.poll(shown).toBe(rows.ids[at]);
  }
  await expect.poll(() => photo(346).getAttribute('aria-current')).toBe('true');
  expect(await page.getByRole('list', { name: /^Stack of/ }).getByRole('link').count()).toBeLessThanOrEqual(81);
});
