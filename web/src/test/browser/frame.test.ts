import { PHONE, expect, test } from './support/gallery.ts';

const VIEWS = ['/', '/events', '/map', '/lists', '/archives', '/models', '/jobs', '/start', '/nowhere'];

for (const [lang, dark] of [['en', false], ['zh', true]] as const) {
  test(`every view is accessible: ${lang}, ${dark ? 'dark' : 'light'}`, async ({ gallery }) => {
    const page = await gallery.open('/', { lang, dark });
    for (const view of VIEWS) {
      await gallery.visit(page, view);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await gallery.expectAccessible(page);
    }
  });
}

test('Tab leads first to the photos, then through the frame, and never gets stuck', async ({ gallery }) => {
  const page = await gallery.open('/archives');
  await page.keyboard.press('Tab');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the photos');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main');
  const names = new Set<string>();
  for (let i = 0; i < 30; i++) {
    await page.keyboard.press('Tab');
    names.add(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? ''));
  }
  for (const name of ['Hide the side panel', 'Settings', 'Photos', 'Map', 'Add photos']) expect([...names]).toContain(name);
});

test('the palette finds a command by a few letters, and runs it', async ({ gallery }) => {
  const page = await gallery.open('/archives');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'What do you want to do?' }).waitFor();
  await gallery.expectAccessible(page);
  await page.keyboard.type('thdark');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('jobs');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Jobs', level: 1 }).waitFor();
  await expect.poll(() => new URL(page.url()).pathname).toBe('/jobs');
});

test('? lists the shortcuts, Escape closes them, and the focus returns', async ({ gallery }) => {
  const page = await gallery.open('/archives');
  const settings = page.getByRole('button', { name: 'Settings' });
  await settings.focus();
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await list.getByText('Commands').waitFor();
  await gallery.expectAccessible(page);
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });
  await expect.poll(() => settings.evaluate((button) => button === document.activeElement)).toBe(true);
});

test('a chosen theme and language stay for the next visit', async ({ gallery }) => {
  const page = await gallery.open('/models');
  const settings = page.getByRole('button', { name: 'Settings' });
  await settings.click();
  await page.getByRole('menuitemradio', { name: 'Theme: Dark' }).click();
  await settings.click();
  await page.getByRole('menuitemradio', { name: '中文' }).click();
  await page.getByRole('heading', { name: '模型', level: 1 }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: '模型', level: 1 }).waitFor();
  await expect.poll(() => page.evaluate(() => [document.documentElement.dataset['theme'], document.documentElement.lang])).toEqual(['dark', 'zh-Hans']);
});

test('arrows and Escape work the menu', async ({ gallery }) => {
  const page = await gallery.open('/models');
  const settings = page.getByRole('button', { name: 'Settings' });
  await settings.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
  await expect.poll(focused).toContain('Log out');
  await page.keyboard.press('ArrowUp');
  await expect.poll(focused).toContain('Keyboard shortcuts');
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await expect.poll(() => settings.evaluate((button) => button === document.activeElement)).toBe(true);
});

test('on a phone the bar at the foot leads everywhere, and nothing is wider than the screen', async ({ gallery }) => {
  const page = await gallery.open('/', PHONE);
  const bar = page.getByRole('navigation', { name: 'Views' });
  for (const [name, path] of [['Events', '/events'], ['Map', '/map'], ['Lists', '/lists'], ['Photos', '/']] as const) {
    await bar.getByRole('link', { name }).tap();
    await expect.poll(() => new URL(page.url()).pathname).toBe(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  }
  for (const [name, path] of [['Archives', '/archives'], ['Models', '/models'], ['Jobs', '/jobs'], ['Add photos', '/start']] as const) {
    await bar.getByRole('button', { name: 'More' }).tap();
    const more = page.getByRole('dialog', { name: 'More' });
    await more.getByRole('button', { name }).tap();
    await more.waitFor({ state: 'detached' });
    await expect.poll(() => new URL(page.url()).pathname).toBe(path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await gallery.expectAccessible(page);
  }
});

test('an address that leads nowhere says so, and leads to the photos', async ({ gallery }) => {
  const page = await gallery.open('/nowhere');
  await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
  await page.getByRole('link', { name: 'To the photos', exact: true }).click();
  await expect.poll(() => new URL(page.url()).pathname).toBe('/');
});

test('a browser that the server does not know is told how to get in', async ({ gallery }) => {
  const page = await gallery.open('/', { stranger: true, expected: /401/ });
  await page.getByRole('alertdialog', { name: 'This session has ended' }).waitFor();
  await gallery.expectAccessible(page);
});

test('it can be installed', async ({ gallery }) => {
  const page = await gallery.open('/archives');
  const manifest = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]')!;
    const found = (await (await fetch(link.href)).json()) as { icons: { src: string; type: string }[]; display: string };
    const types = await Promise.all(found.icons.map(async (icon) => (await fetch(icon.src)).headers.get('content-type')));
    return { display: found.display, right: types.every((type, i) => type === found.icons[i]!.type), count: types.length };
  });
  expect(manifest).toEqual({ display: 'standalone', right: true, count: 4 });
});
