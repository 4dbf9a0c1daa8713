import { afterEach, expect, it, vi } from 'vitest';
import type { PhotoList } from '../../../main/page/api/types';
import { lists } from '../../../main/page/lists/lists.svelte';
import { listNames } from '../../../main/page/search/listNames.svelte';

afterEach(() => vi.unstubAllGlobals());

it('calls a search within a list by the name that the list was given last', async () => {
  let list = { id: 'renamed', name: 'Sea', kind: 'album', count: 1 } as PhotoList;
  vi.stubGlobal('fetch', async (_: string, { method, body }: RequestInit) => {
    if (method === 'PATCH') list = { ...list, ...JSON.parse(body as string) };
    return Response.json(method === 'PATCH' ? list : { lists: [list] });
  });
  await listNames.load('renamed');
  expect(listNames.of('renamed')).toBe('Sea');
  await lists.rename(list, 'Ocean');
  expect(listNames.of('renamed')).toBe('Ocean');
});
