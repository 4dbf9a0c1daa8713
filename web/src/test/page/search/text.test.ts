import { describe, expect, it } from 'vitest';
import {
  codePointOf,
  markedParts,
  unitOf,
  withoutRange,
  withRange,
} from '../../../main/page/search/text';

describe('places in a text', () => {
  it('are of code points for the server and of units for the browser', () => {
    expect(unitOf('🌅🌊 sea', 3)).toBe(5);
    expect(codePointOf('🌅🌊 sea', 5)).toBe(3);
    expect(unitOf('ab', 9)).toBe(2);
  });
});

describe('a part of a text', () => {
  it('is replaced', () => {
    expect(withRange('🌅 cam x', 2, 5, 'camera:')).toBe('🌅 camera: x');
  });

  it.each([
    ['sea beach', 0, 3, 'beach'],
    ['sea beach', 4, 9, 'sea'],
    ['sea beach sky', 4, 9, 'sea sky'],
    ['cat OR dog', 0, 3, 'dog'],
    ['cat OR dog', 7, 10, 'cat'],
    ['sea', 0, 3, ''],
  ])('of "%s" from %i to %i is taken away', (text, from, to, left) => {
    expect(withoutRange(text, from, to)).toBe(left);
  });
});

describe('mistakes', () => {
  it('split the text', () => {
    const parts = markedParts('🌅 camra:x sea', [{ from: 2, to: 7 }]);
    expect(parts).toEqual([
      { text: '🌅 ', mistake: -1 },
      { text: 'camra', mistake: 0 },
      { text: ':x sea', mistake: -1 },
    ]);
  });

  it('overlap, and end after the text', () => {
    const parts = markedParts('abcdef', [
      { from: 3, to: 99 },
      { from: 1, to: 4 },
    ]);
    expect(parts.map((part) => part.text).join('')).toBe('abcdef');
    expect(parts.map((part) => part.mistake)).toEqual([-1, 1, 0]);
  });
});
