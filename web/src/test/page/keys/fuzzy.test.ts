import { expect, test } from 'vitest';
import { fuzzyScore } from '../../../main/page/keys/fuzzy';

const best = (typed: string, ...texts: string[]) =>
  texts.map((text) => ({ text, score: fuzzyScore(typed, text) })).sort((a, b) => (b.score ?? -99) - (a.score ?? -99))[0]!.text;

test('letters must be there in their order', () => {
  expect(fuzzyScore('dt', 'Theme: Dark')).toBeNull();
  expect(fuzzyScore('td', 'Theme: Dark')).not.toBeNull();
  expect(fuzzyScore('深色', '主题：深色')).not.toBeNull();
});

test('nothing typed fits all alike', () => {
  expect(fuzzyScore('  ', 'Go to Map')).toBe(0);
});

test('beginnings of words and letters together are best', () => {
  expect(best('map', 'Go to Map', 'More in the panel')).toBe('Go to Map');
  expect(best('tl', 'Settle', 'Theme: Light')).toBe('Theme: Light');
  expect(best('dark', 'Do a risky thing', 'Theme: Dark')).toBe('Theme: Dark');
});
