import { afterEach, expect, it, vi } from 'vitest';
import { saved } from '../../../main/page/search/saved.svelte';

afterEach(() => vi.unstubAllGlobals());

it('a search that cannot be saved is not said to be saved', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ title: 'The disk is full', status: 507 }, { status: 507 }));
  await expect(saved.save('Evenings', 'q=sunset')).rejects.toThrow('The disk is full');
});
