import { afterEach, beforeEach } from 'vitest';
import { expect, test } from './support/gallery.ts';
import { startServer, type OwnServer } from './support/program.ts';

/** The server returns to its port: one that systems give to nobody who asks for any port, nor clusters of tests take. */
const PORT = 30_000 + (process.pid % 2_000);
let server: OwnServer;

beforeEach(async () => {
  server = await startServer({}, PORT);
});
afterEach(() => server.stop());

const EXPECTED = /ERR_CONNECTION_REFUSED|Failed to load resource|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE/;

test('the page opens without its server, says so, and goes on when it is there again', async ({ gallery }) => {
  const page = await gallery.open('/archives', { server, expected: EXPECTED });
  await page.getByRole('heading', { name: 'Archives', level: 1 }).waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then((registration) => registration.active!.state));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const kept = await page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map((request) => request.url)));
    return all.flat();
  });
  expect(kept.length).toBeGreaterThan(5);
  expect(kept.filter((url) => url.includes('/api/'))).toEqual([]);

  await server.stop();
  await page.reload();
  await page.getByRole('heading', { name: 'The server does not answer' }).waitFor();
  await gallery.expectAccessible(page);

  // The page asks again by itself, too: it must not find the server before it has the cookie.
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Try again' }).click();
  server = await startServer({}, PORT);
  await page.context().addCookies([{ ...server.cookie, url: server.address }]);
  await page.context().setOffline(false);
  await page.getByRole('heading', { name: 'Archives', level: 1 }).waitFor();
});

test('a server that stops meanwhile is a notice, and the view stays', async ({ gallery }) => {
  const page = await gallery.open('/archives', { server, expected: EXPECTED });
  await page.getByRole('article').first().waitFor();
  await server.stop();
  await page.getByRole('link', { name: 'Lists' }).first().click();
  await page.getByText('The server does not answer.').waitFor();
  await gallery.expectAccessible(page);

  // What could not be asked for is asked for when it is there again.
  await page.context().setOffline(true);
  server = await startServer({}, PORT);
  await page.context().addCookies([{ ...server.cookie, url: server.address }]);
  await page.context().setOffline(false);
  await page.getByRole('heading', { name: 'There are no lists yet' }).waitFor();
});
