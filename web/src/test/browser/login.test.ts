import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { expect, test } from './support/gallery.ts';
import { startServer, type OwnServer } from './support/program.ts';

let folder: string;
let server: OwnServer;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lumiere-login-'));
  const file = join(folder, 'password');
  writeFileSync(file, 'correct horse battery\n', { mode: 0o600 });
  server = await startServer({}, 0, ['--password-file', file]);
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a browser is led to the login, gets in by the password, and out again', async ({ gallery }) => {
  const page = await gallery.open('/', { server, stranger: true, expected: /401|ERR_ABORTED/ });
  const password = page.getByLabel('Password');
  await password.fill('wrong horse');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('This is not the password.').waitFor();
  await password.fill('correct horse battery');
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.locator('main a[href^="/photo/"]').first().waitFor();

  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
  await password.waitFor();
  expect(await page.context().cookies()).toEqual([]);
  await gallery.leave();
});
