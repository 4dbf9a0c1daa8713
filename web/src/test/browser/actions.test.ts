import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from './support/gallery.ts';
import { withOwnIndex } from './support/ownIndex.ts';
import { entriesOf } from './support/zip.ts';

const photos = (page: Page) => page.locator('main a[href^="/photo/"]');
const bar = (page: Page) => page.getByRole('toolbar');

/** Selects the first three photos, by the keyboard. */
async function selectThree(page: Page): Promise<void> {
  await photos(page).first().focus();
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await bar(page).getByText(/^3 of/).waitFor();
}

/** The paths of the first photos of a search, as the server has them. */
async function pathsOf(page: Page, search: string, count: number): Promise<string[]> {
  return page.evaluate(
    async ([query, limit]) => {
      const answer = await fetch(`/api/v1/search?${query}&limit=${limit}`);
      return ((await answer.json()) as { hits: { path: string }[] }).hits.map((hit) => hit.path);
    },
    [search, count] as const,
  );
}

async function exportAs(page: Page, format: string): Promise<Buffer> {
  await bar(page).getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export 3 photos' });
  await dialog.getByRole('radio', { name: format }).check();
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: 'Download' }).click()]);
  const folder = mkdtempSync(join(tmpdir(), 'lumiere-export-'));
  try {
    const file = join(folder, 'export');
    await download.saveAs(file);
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('paths of a selected range are exported', async ({ gallery }) => {
  const page = await gallery.open('/?sort=newest');
  await selectThree(page);
  const lines = (await exportAs(page, 'Paths')).toString().trim().split('\n');
  const expected = await pathsOf(page, 'sort=newest', 3);
  expect(lines.length).toBe(3);
  expected.forEach((path, i) => expect(lines[i]).toContain(path));
});

test('a ZIP holds the selected originals', async ({ gallery }) => {
  const page = await gallery.open('/?sort=newest');
  await selectThree(page);
  const names = entriesOf(await exportAs(page, 'ZIP of the originals'));
  const expected = await pathsOf(page, 'sort=newest', 3);
  expect(names.length).toBe(3);
  for (const path of expected) expect(names.some((name) => name.endsWith(path.slice(path.lastIndexOf('/') + 1)))).toBe(true);
});

test('the search is moved towards what is selected', async ({ gallery }) => {
  const page = await gallery.open('/');
  await selectThree(page);
  await bar(page).getByRole('button', { name: 'More actions' }).click();
  await gallery.expectAccessible(page);
  await page.getByRole('menuitem', { name: 'More like these' }).click();
  await expect.poll(() => new URL(page.url()).searchParams.getAll('like').length).toBe(3);
});

test('a list is made of a selection, opened, renamed, deleted, and comes back', async ({ gallery }) => {
  await withOwnIndex(gallery, async (server) => {
    const page = await gallery.open('/?sort=newest', { server });
    await selectThree(page);
    await bar(page).getByRole('button', { name: 'Add to a list' }).click();
    await page.getByRole('dialog', { name: 'Add 3 photos to a list' }).getByRole('textbox').fill('<b>Summer</b>');
    await page.keyboard.press('Enter');
    await page.getByText('3 photos added to “<b>Summer</b>”').waitFor();

    await gallery.visit(page, '/lists');
    const card = (name: string) => page.getByRole('article').filter({ hasText: name });
    await card('<b>Summer</b>').getByText('3 photos').waitFor();
    await gallery.expectAccessible(page);
    await card('<b>Summer</b>').getByRole('link').click();
    await expect.poll(() => photos(page).count()).toBe(3);

    await gallery.visit(page, '/lists');
    await card('Summer').getByRole('button').click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Winter');
    await page.keyboard.press('Enter');
    await card('Winter').waitFor();
    await card('Winter').getByRole('button').click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await card('Winter').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await card('Winter').getByText('3 photos').waitFor();
  });
});

test('Enter in "Add to" makes the list that is typed, whatever lists have the text in their names', async ({ gallery }) => {
  await withOwnIndex(gallery, async (server) => {
    const page = await gallery.open('/?sort=newest', { server });
    await selectThree(page);
    const add = async (button: string, name: string, said = `3 photos added to “${name}”`): Promise<void> => {
      if (button === 'Add to a list') await bar(page).getByRole('button', { name: button }).click();
      else {
        await bar(page).getByRole('button', { name: 'More actions' }).click();
        await page.getByRole('menuitem', { name: button }).click();
      }
      await page.getByRole('dialog').getByRole('textbox').fill(name);
      await page.keyboard.press('Enter');
      await page.getByText(said).last().waitFor();
    };
    await add('Add to a list', 'Rome 2019');
    await add('Add to a list', 'Rome');
    await add('Label', 'Rome');
    await add('Add to a list', 'Rome', 'All of them were in “Rome” already');
    await gallery.visit(page, '/lists');
    await expect.poll(() => page.getByRole('article').filter({ hasText: 'Rome' }).count()).toBe(3);
  });
});

test('a name that runs from right to left is read from there', async ({ gallery }) => {
  await withOwnIndex(gallery, async (server) => {
    const page = await gallery.open('/', { server });
    await page.evaluate(async () => {
      const headers = { 'content-type': 'application/json' };
      await fetch('/api/v1/lists', { method: 'POST', headers, body: JSON.stringify({ name: 'שלום Rome', kind: 'album' }) });
    });
    await gallery.visit(page, '/lists');
    const name = page.getByRole('article').locator('.name');
    await name.waitFor();
    // Where its first letter and its last one stand.
    const [first, last] = await name.evaluate((element) => {
      const text = element.firstChild!;
      return [0, text.textContent!.length - 1].map((at) => {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect().left;
      });
    });
    expect(last).toBeLessThan(first!);
  });
});

test('photos are removed from a list, and put back', async ({ gallery }) => {
  await withOwnIndex(gallery, async (server) => {
    const page = await gallery.open('/?sort=newest', { server });
    await selectThree(page);
    await bar(page).getByRole('button', { name: 'Add to a list' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Album');
    await page.keyboard.press('Enter');
    await page.getByText('3 photos added').waitFor();
    await gallery.visit(page, '/lists');
    await page.getByRole('article').filter({ hasText: 'Album' }).getByRole('link').click();
    await expect.poll(() => photos(page).count()).toBe(3);
    await photos(page).first().focus();
    await page.keyboard.press('x');
    await bar(page).getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Remove from “Album”' }).click();
    await expect.poll(() => photos(page).count()).toBe(2);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await expect.poll(() => photos(page).count()).toBe(3);
  });
});
