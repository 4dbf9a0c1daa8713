import { afterEach, expect, it, vi } from 'vitest';
import * as api from '../../../main/page/api/endpoints';

afterEach(() => vi.unstubAllGlobals());

/** The requests that calls make: methods and addresses. */
async function requests(...calls: (() => Promise<unknown>)[]): Promise<string[]> {
  const made: string[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    made.push(`${init.method} ${url}`);
    return Response.json({});
  });
  for (const call of calls) await call();
  return made;
}

it('changes the lists of the archive that is meant', async () => {
  const made = await requests(
    () => api.lists('at home'),
    () => api.createList('Sea', 'album', 'at home'),
    () => api.renameList('l1', 'Lake', 'at home'),
    () => api.changeList('l1', { add: ['a'] }, 'at home'),
    () => api.deleteList('l1', 'at home'),
    () => api.restoreList('l1', 'at home'),
  );
  expect(made).toEqual([
    'GET /api/v1/lists?archive=at+home',
    'POST /api/v1/lists?archive=at%20home',
    'PATCH /api/v1/lists/l1?archive=at%20home',
    'POST /api/v1/lists/l1/photos?archive=at%20home',
    'DELETE /api/v1/lists/l1?archive=at%20home',
    'POST /api/v1/lists/l1/restore?archive=at%20home',
  ]);
});

it('changes the saved searches of the archive that is meant', async () => {
  const made = await requests(
    () => api.savedSearches('home'),
    () => api.saveSearch('Dogs', 'q=dog', 'home'),
    () => api.renameSearch('s1', 'Cats', 'home'),
    () => api.deleteSearch('s1', 'home'),
  );
  expect(made).toEqual(['GET /api/v1/searches?archive=home', 'POST /api/v1/searches?archive=home', 'PATCH /api/v1/searches/s1?archive=home', 'DELETE /api/v1/searches/s1?archive=home']);
});

it('names no archive where the one opened at the start is meant', async () => {
  expect(await requests(() => api.lists(), () => api.deleteList('l1'))).toEqual(['GET /api/v1/lists', 'DELETE /api/v1/lists/l1']);
});
