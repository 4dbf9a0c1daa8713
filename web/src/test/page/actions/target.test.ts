import { expect, it } from 'vitest';
import { exportAddress } from '../../../main/page/actions/exportFormats';
import { CHUNK, chunks, photosTarget } from '../../../main/page/actions/target';

it('sends ids in portions and loses none', () => {
  const ids = Array.from({ length: 2 * CHUNK + 1 }, (_, i) => `photo-${i}`);
  expect(chunks(ids).map((some) => some.length)).toEqual([CHUNK, CHUNK, 1]);
  expect(chunks(ids).flat()).toEqual(ids);
  expect(chunks([])).toEqual([]);
});

it('knows the first of some photos', async () => {
  const target = photosTarget(['a', 'b', 'c']);
  expect(target.count).toBe(3);
  expect(await target.ids(2)).toEqual(['a', 'b']);
});

it('exports a search in each form', () => {
  expect(exportAddress('q=sunset', 'paths')).toBe('/api/v1/export?q=sunset&format=paths');
  expect(exportAddress('q=sunset', 'zip')).toBe('/api/v1/export?q=sunset&format=zip&size=original');
  expect(exportAddress('', 'zip-1024')).toBe('/api/v1/export?format=zip&size=1024');
});
