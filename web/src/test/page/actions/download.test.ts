import { afterEach, expect, it, vi } from 'vitest';
import { copy } from '../../../main/page/actions/download';

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['there is no clipboard, as at an address that is not safe', {}],
  ['it is not allowed', { clipboard: { writeText: () => Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError')) } }],
])('says in words for people that nothing can be copied where %s', async (_, navigator) => {
  vi.stubGlobal('navigator', navigator);
  await expect(copy('/photos/a.jpg')).rejects.toThrow('The browser does not let the page copy');
});
