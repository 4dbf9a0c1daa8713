import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { expect, test } from './support/gallery.ts';
import { startServer, type OwnServer } from './support/program.ts';

const photos = process.env['LUMIERE_PHOTOS'];
let home: string;
let server: OwnServer;

/** A server whose home is empty: no index, no list of archives. */
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'lumiere-first-'));
  server = await startServer({ LUMIERE_INDEX: join(home, 'index') });
});

afterAll(async () => {
  await server?.stop();
  rmSync(home, { recursive: true, force: true });
});

test('a path that the server does not take says why, and starts nothing once another is typed', async ({ gallery }) => {
  const page = await gallery.open('/', { server, expected: /422/ });
  const folder = page.getByRole('combobox', { name: 'Folder with photos' });
  await folder.fill('Pictures');
  await page.keyboard.press('Enter');
  await page.getByText('"Pictures" is not a whole path').waitFor();
  // What is typed first of "/mnt" is a folder, too: the whole disk.
  await folder.fill('/');
  await page.getByRole('option').first().waitFor();
  expect(await page.evaluate(async () => (await (await fetch('/api/v1/jobs')).json()) as unknown)).toEqual({ jobs: [] });
});

test.skipIf(!photos)('from an empty home to a search, by keyboard alone', async ({ gallery }) => {
  const page = await gallery.open('/', { server });
  await page.getByRole('heading', { name: 'Find any photo by saying what it shows' }).waitFor();
  await gallery.expectAccessible(page);

  const folder = page.getByRole('combobox', { name: 'Folder with photos' });
  await folder.focus();
  await page.keyboard.type('/no/such/folder');
  await page.getByText('This folder does not exist.').waitFor();
  await page.keyboard.press('Control+a');
  // The last name is completed from what is there.
  await page.keyboard.type(photos!.slice(0, -1));
  await page.getByRole('option', { name: basename(photos!), exact: true }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => folder.inputValue()).toBe(`${photos}/`);
  await page.keyboard.press('Enter');

  await page.getByText('done', { exact: true }).waitFor({ timeout: 180_000 });
  await gallery.expectAccessible(page);
  const searchNow = page.getByRole('button', { name: 'Search now' });
  await searchNow.focus();
  await page.keyboard.press('Enter');
  await page.locator('main img').first().waitFor();
  await expect.poll(() => new URL(page.url()).pathname).toBe('/');
});

test.skipIf(!photos)('the archive is listed, can be forgotten, and its index opened again', async ({ gallery }) => {
  const page = await gallery.open('/archives', { server, expected: /404|422|409/ });
  const archive = page.getByRole('article');
  await archive.getByText('shown now').waitFor();
  await archive.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Forget this archive' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Forget' }).click();
  await page.getByRole('heading', { name: 'No archive yet' }).waitFor();

  await page.getByRole('button', { name: 'Open an index' }).click();
  const dialog = page.getByRole('dialog', { name: 'Open an index' });
  await dialog.getByRole('combobox').fill(home);
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByRole('combobox').fill(join(home, 'index'));
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByRole('article').getByText(/photos?$/).first().waitFor();
});

test('the archives are asked for when a job begins and ends, not with each step that it makes', async ({ gallery }) => {
  const page = await gallery.open('/models');
  const job = { id: '1', kind: 'index', state: 'running', title: 'Reading', done: 0, total: 30, failures: 0, started: '2026-01-01T10:00:00Z' };
  const steps = Array.from({ length: 30 }, (_, done) => ({ ...job, done: done + 1, state: done < 29 ? 'running' : 'done' }));
  await page.route('**/api/v1/jobs', (route) => route.fulfill({ json: { jobs: [job] } }));
  await page.route('**/api/v1/jobs/1/events', (route) =>
    route.fulfill({ contentType: 'text/event-stream', body: steps.map((step) => `event: progress\ndata: ${JSON.stringify(step)}\n\n`).join('') }),
  );
  let asked = 0;
  page.on('request', (request) => (asked += new URL(request.url()).pathname === '/api/v1/archives' ? 1 : 0));
  await gallery.visit(page, '/archives');
  await page.getByText('Done: Reading').waitFor();
  await page.getByRole('article').first().waitFor();
  expect(asked).toBeLessThan(8);
});

test('the models are listed with what they take', async ({ gallery }) => {
  const page = await gallery.open('/models');
  const starter = page.getByRole('listitem').filter({ hasText: 'starter' }).first();
  await starter.getByText('ready').waitFor();
  await expect.poll(() => page.getByRole('main').getByRole('listitem').count()).toBeGreaterThan(1);
});
