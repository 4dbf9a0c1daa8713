import type { Page } from 'playwright-core';
import { expect, test } from './support/gallery.ts';

/**
 * Where three English words stand in a row. What photos say of themselves may be English, and so may
 * names and examples of searches: these are short, or stand in elements that are left out.
 */
async function englishIn(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { facets } = (await (await fetch('/api/v1/facets')).json()) as { facets: { values: { value: string }[] }[] };
    const { hits } = (await (await fetch('/api/v1/search?limit=100')).json()) as { hits: { title?: string; description?: string }[] };
    const own = [...facets.flatMap(({ values }) => values.map(({ value }) => value)), ...hits.flatMap(({ title, description }) => [title, description])];
    const LEFT_OUT = 'code, kbd, pre, input, .path, [lang=en], script, style';
    const found: string[] = [];
    const look = (text: string | null, element: Element) => {
      const said = own.reduce<string>((rest, value) => (value ? rest.replaceAll(value, '') : rest), text ?? '');
      if (/\b[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}/.test(said) && !element.closest(LEFT_OUT)) found.push(said.trim());
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) look(texts.currentNode.textContent, texts.currentNode.parentElement!);
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder']) look(element.getAttribute(name), element);
    return found;
  });
}

const box = (page: Page) => page.getByRole('combobox', { name: '搜索照片' });
const shown = (page: Page) => page.locator('main img').first().waitFor();

test('a note, a mistake and its help are Chinese', async ({ gallery }) => {
  const page = await gallery.open('/', { lang: 'zh', expected: /400/ });
  await shown(page);
  const path = await page.evaluate(async () => ((await (await fetch('/api/v1/search?limit=1')).json()) as { hits: { path: string }[] }).hits[0]!.path);
  await gallery.visit(page, `/?q=${encodeURIComponent(`path:"${path.toUpperCase()}"`)}`);
  await page.getByText('因此忽略了大小写').waitFor();
  await page.getByRole('button', { name: /^移除路径匹配/ }).waitFor();
  expect(await englishIn(page)).toEqual([]);

  await box(page).fill('camra:canon date:someday');
  await page.getByText('没有字段“camra”').first().waitFor();
  await page.getByText('“someday”不是日期').first().waitFor();
  expect(await englishIn(page)).toEqual([]);

  await box(page).fill('cam');
  await page.getByRole('option', { name: /camera: 相机厂商和型号中的词/ }).waitFor();
  expect(await englishIn(page)).toEqual([]);

  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '如何搜索' }).click();
  await page.getByRole('heading', { name: '词语和符号' }).waitFor();
  await page.getByText('从今天算起；每周从星期一开始').waitFor();
  expect(await englishIn(page)).toEqual([]);
});

test('why a photo is found, and why not, is Chinese', async ({ gallery }) => {
  const page = await gallery.open('/?q=sunset', { lang: 'zh' });
  await shown(page);
  const [first] = await page.evaluate(async () => ((await (await fetch('/api/v1/search?q=sunset&limit=1')).json()) as { hits: { id: string; path: string }[] }).hits);
  await gallery.visit(page, `/photo/${first!.id}?q=sunset`);
  await page.getByRole('heading', { name: '为何匹配' }).waitFor();
  await page.getByText(/与搜索内容最接近|按与搜索内容的相似度/).waitFor();
  expect(await englishIn(page)).toEqual([]);

  await gallery.visit(page, `/?q=${encodeURIComponent('date:1999 OR rating:>4')}`);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '你想做什么？' }).fill('为什么没有这一张');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(first!.path);
  await page.keyboard.press('Enter');
  await dialog.getByText(/^搜索只保留拍摄于 1999-01-01 到 1999-12-31 之间或评分大于 4的照片|^搜索只保留/).waitFor();
  expect(await englishIn(page)).toEqual([]);
  await dialog.getByRole('textbox').fill('nowhere/no such photo.jpg');
  await page.keyboard.press('Enter');
  await dialog.getByText('如果它的文件在照片库中，下次建立索引时会加入').waitFor();
  expect(await englishIn(page)).toEqual([]);
});

test('events, models, archives and a wrong folder are Chinese', async ({ gallery }) => {
  const page = await gallery.open('/events', { lang: 'zh', expected: /422|404|409/ });
  await page.getByText(/\d{4}年\d{1,2}月\d{1,2}日/).first().waitFor();
  expect(await englishIn(page)).toEqual([]);

  await gallery.visit(page, '/models');
  await page.getByText('通常的首选：又快又好。').waitFor();
  expect(await englishIn(page)).toEqual([]);

  await gallery.visit(page, '/archives');
  await page.getByRole('button', { name: '打开索引' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').fill('/no/such/folder');
  await dialog.getByText('这个文件夹不存在。').waitFor();
  await dialog.getByRole('button', { name: '打开', exact: true }).click();
  await dialog.getByText('/no/such/folder 处没有索引').waitFor();
  expect(await englishIn(page)).toEqual([]);
});
