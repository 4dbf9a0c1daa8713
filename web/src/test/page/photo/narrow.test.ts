import { expect, it } from 'vitest';
import { exactly, holding, inFolder, narrowed } from '../../../main/page/photo/narrow';

it('says values as facets do', () => {
  expect(exactly('country', 'Italy')).toBe('country=Italy');
  expect(exactly('camera', 'Google Pixel 4a')).toBe('camera="Google Pixel 4a"');
  expect(exactly('people', 'Zoë')).toBe('people="Zoë"');
  expect(exactly('lens', '12" telescope')).toBeNull();
  expect(exactly('keyword', '')).toBeNull();
});

it('says words of a field', () => {
  expect(holding('creator', 'Ann')).toBe('creator:Ann');
  expect(holding('creator', 'Ann Lee')).toBe('creator:"Ann Lee"');
  expect(holding('creator', '“"')).toBeNull();
});

it('says the folder of a path', () => {
  expect(inFolder('2021/Kyoto/a.jpg')).toBe('path:"2021/Kyoto/**"');
  expect(inFolder('a.jpg')).toBeNull();
});

it('adds a filter once', () => {
  expect(narrowed('', 'iso:400')).toBe('iso:400');
  expect(narrowed('sunset', 'iso:400')).toBe('sunset iso:400');
  expect(narrowed('sunset iso:400', 'iso:400')).toBe('sunset iso:400');
  expect(narrowed('sunset iso:4000', 'iso:400')).toBe('sunset iso:4000 iso:400');
});
