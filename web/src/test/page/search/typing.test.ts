import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { location } from '../../../main/page/location.svelte';
import { parseParams } from '../../../main/page/params';
import { typing } from '../../../main/page/search/typing.svelte';

/** The entries of the browser's history. */
let entries: string[];

beforeEach(() => {
  vi.useFakeTimers();
  entries = ['/'];
  const address = { pathname: '/', search: '' };
  const put = (url: string): void => {
    entries[entries.length - 1] = url;
    const { pathname, search } = new URL(url, 'http://localhost');
    Object.assign(address, { pathname, search });
  };
  vi.stubGlobal('location', address);
  vi.stubGlobal('history', {
    replaceState: (_: unknown, __: string, url: string) => put(url),
    pushState: (_: unknown, __: string, url: string) => (entries.push(''), put(url)),
  });
});

afterEach(() => {
  location.go({ view: 'search' }, parseParams(''), { replace: true });
  typing.follow('');
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function type(text: string): Promise<void> {
  typing.typed(text, () => Promise.resolve(false));
  await vi.advanceTimersByTimeAsync(200);
}

it('what is typed bit by bit is one step of the history', async () => {
  for (const text of ['s', 'sun', 'sunset']) await type(text);
  expect(entries).toEqual(['/', '/?q=sunset']);
});

it('what else was chosen meanwhile is a step of its own, and stays one', async () => {
  await type('sunset');
  location.change({ facet: [{ name: 'year', query: 'year:2021' }] });
  await type('sunset beach');
  location.go({ view: 'lists' });
  await type('dog');
  expect(entries).toEqual(['/', '/?q=sunset', '/?q=sunset&facet=year%3Ayear%3A2021', '/?q=sunset+beach&facet=year%3Ayear%3A2021', '/lists?q=sunset+beach&facet=year%3Ayear%3A2021', '/?q=dog&facet=year%3Ayear%3A2021']);
});
