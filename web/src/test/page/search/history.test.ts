import { beforeEach, describe, expect, it } from 'vitest';
import {
  addToHistory,
  clearHistory,
  HISTORY_LIMIT,
  readHistory,
} from '../../../main/page/search/history';

let kept: Map<string, string>;
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
};
const place = () => storage;

beforeEach(() => {
  kept = new Map();
});

describe('the history', () => {
  it('has the latest search first and each once', () => {
    ['sea', 'sky', ' sea '].forEach((text) => addToHistory(text, place));
    expect(readHistory(place)).toEqual(['sea', 'sky']);
  });

  it('keeps no empty search, and no more than its limit', () => {
    addToHistory('  ', place);
    expect(readHistory(place)).toEqual([]);
    for (let i = 0; i < HISTORY_LIMIT + 5; i++) addToHistory(`search ${i}`, place);
    expect(readHistory(place)).toHaveLength(HISTORY_LIMIT);
    expect(readHistory(place)[0]).toBe(`search ${HISTORY_LIMIT + 4}`);
  });

  it.each(['{', '{"a":1}', '[1,null]', '"x"'])('is empty where %s was written', (text) => {
    kept.set('lumiere.searches', text);
    expect(readHistory(place)).toEqual([]);
  });

  it('is cleared', () => {
    addToHistory('sea', place);
    clearHistory(place);
    expect(readHistory(place)).toEqual([]);
  });

  it('does without a storage that refuses', () => {
    const full = {
      ...storage,
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(addToHistory('sea', () => full)).toEqual(['sea']);
    const forbidden = () => {
      throw new Error('forbidden');
    };
    expect(readHistory(forbidden)).toEqual([]);
    clearHistory(forbidden);
  });
});
