import { afterEach, expect, it, vi } from 'vitest';
import type { PhotoList } from '../../../main/page/api/types';
import { lists } from '../../../main/page/lists/lists.svelte';
import { toasts } from '../../../main/page/ui/toasts.svelte';

afterEach(() => vi.unstubAllGlobals());

const SEA = { id: 'sea', name: 'Sea', kind: 'album', count: 1 } as PhotoList;

it('takes out the photos that were added, whatever is selected by then', async () => {
  const changes: unknown[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    if (url.endsWith('/selections')) return Response.json({ selection: 'some' });
    // Of the chosen photos, the list has "b" already.
    if (url.includes('/grid?')) return Response.json({ total: 1, generation: 1, rows: { ids: ['b'] } });
    if (url.endsWith('/lists')) return Response.json({ lists: [SEA] });
    changes.push(JSON.parse(init.body as string));
    return Response.json({ count: 3, added: 2, removed: 0 });
  });
  let selected = ['a', 'b', 'c'];
  await lists.add(SEA, { count: 3, search: async () => 'q=sea', ids: async () => selected });
  selected = ['x'];
  toasts.shown.at(-1)?.action?.run();
  await vi.waitFor(() => expect(changes).toHaveLength(2));
  expect(changes).toEqual([{ add: ['a', 'b', 'c'] }, { remove: ['a', 'c'] }]);
});
