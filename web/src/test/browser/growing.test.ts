import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { expect, test, type Gallery } from './support/gallery.ts';
import { startServer, type OwnServer } from './support/program.ts';

const photos = process.env['LUMIERE_PHOTOS'];
let home: string;
let folder: string;
let server: OwnServer;

/** A server whose archive gets more photos while one looks at it. */
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'lumiere-growing-'));
  folder = join(home, 'photos');
  mkdirSync(folder);
  server = await startServer({ LUMIERE_INDEX: join(home, 'index'), XDG_DATA_HOME: home, XDG_CONFIG_HOME: home, XDG_STATE_HOME: home });
});

afterAll(async () => {
  await server?.stop();
  rmSync(home, { recursive: true, force: true });
});

/** Puts some of the photos into the archive's folder. */
function addPhotos(from: number, to: number): void {
  const all = readdirSync(photos!).sort();
  for (const name of all.slice(from, to)) copyFileSync(join(photos!, name), join(folder, name));
}

/** The sum of what the server counts, of a search of everything. */
function sum(page: Page, path: string): Promise<number> {
  return page.evaluate(async (path) => {
    const { clusters, events } = (await (await fetch(`/api/v1${path}`)).json()) as Partial<Record<'clusters' | 'events', { count: number }[]>>;
    return (clusters ?? events ?? []).reduce((sum, { count }) => sum + count, 0);
  }, path);
}

/** Orders that the archive is updated, and looks at a view before the server hears of it; returns what lets it hear. */
async function updateLater(gallery: Gallery, page: Page, view: string): Promise<() => void> {
  await gallery.visit(page, '/archives');
  let start = (): void => {};
  const looked = new Promise<void>((resolve) => (start = resolve));
  await page.route('**/api/v1/jobs', async (route) => {
    if (route.request().method() === 'POST') await looked;
    await route.continue();
  });
  await page.getByRole('article').getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Look for new and changed photos' }).click();
  await page.getByRole('navigation').getByRole('link', { name: view }).click();
  return start;
}

/** Indexes the folder, once. */
async function index(page: Page): Promise<void> {
  await page.evaluate(async (path) => {
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ kind: 'index', folder: path }) };
    let job = (await (await fetch('/api/v1/jobs', post)).json()) as { id: string; state: string };
    while (!['done', 'failed', 'stopped'].includes(job.state)) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      job = (await (await fetch(`/api/v1/jobs/${job.id}`)).json()) as typeof job;
    }
  }, folder);
}

test.skipIf(!photos)('the map shows the photos that an index run adds', async ({ gallery }) => {
  addPhotos(0, 3);
  const page = await gallery.open('/start', { server });
  await index(page);
  addPhotos(3, 6);
  const start = await updateLater(gallery, page, 'Map');
  const here = async () => Number(((await page.getByText(/^[\d,]+ photos? here$/).textContent()) ?? '').replace(/\D/g, ''));
  const placed = await sum(page, '/map?zoom=0');
  await expect.poll(here).toBe(placed);
  // To the whole world, where the new ones will be, too.
  for (let i = 0; i < 6; i++) await page.getByRole('button', { name: 'Farther' }).click();
  start();
  await expect.poll(here).toBeGreaterThan(placed);
});

test.skipIf(!photos)('the focus stays with its photo where an index run puts another one before it', async ({ gallery }) => {
  const page = await gallery.open('/archives', { server });
  copyFileSync(join(photos!, readdirSync(photos!).sort().at(-1)!), join(folder, '0.jpg'));
  const start = await updateLater(gallery, page, 'Photos');
  await page.getByLabel('Sort').selectOption('name');
  await expect.poll(() => new URL(page.url()).searchParams.get('sort')).toBe('name');
  const grid = page.getByRole('grid');
  await page.waitForFunction(() => document.querySelectorAll('.cell a[href*="sort=name"]').length > 3);
  await page.locator('#main').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const focused = () => page.evaluate(() => document.activeElement!.getAttribute('href'));
  const photo = await focused();
  expect(photo).toMatch(/^\/photo\//);
  const before = await grid.getAttribute('aria-label');
  start();
  await expect.poll(() => grid.getAttribute('aria-label')).not.toBe(before);
  await expect.poll(() => page.evaluate(() => document.activeElement!.closest<HTMLElement>('.cell')?.dataset['position'])).toBe('2');
  expect(await focused()).toBe(photo);
});

test.skipIf(!photos)('events show the photos that an index run adds', async ({ gallery }) => {
  const page = await gallery.open('/archives', { server });
  addPhotos(6, 8);
  const start = await updateLater(gallery, page, 'Events');
  const counts = page.getByRole('main').getByRole('link').getByText(/^\d+ photos?$/);
  const shown = async () => (await counts.allTextContents()).reduce((sum, text) => sum + Number.parseInt(text, 10), 0);
  const before = await sum(page, '/events');
  await expect.poll(shown).toBe(before);
  start();
  await expect.poll(shown).toBeGreaterThan(before);
});
