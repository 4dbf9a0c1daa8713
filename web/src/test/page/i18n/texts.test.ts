import { describe, expect, test } from 'vitest';
import { en } from '../../../main/page/i18n/en';
import { zh } from '../../../main/page/i18n/zh';

type Texts = { readonly [key: string]: unknown };

/** All texts by their path. */
function flat(texts: Texts, path = ''): [string, unknown][] {
  return Object.entries(texts).flatMap(([key, value]) => {
    const at = path ? `${path}.${key}` : key;
    return value !== null && typeof value === 'object' ? flat(value as Texts, at) : [[at, value] as [string, unknown]];
  });
}

const english = new Map(flat(en));
const chinese = new Map(flat(zh));
/** Names that are the same in both. */
const SAME = /^(frame\.name)$/;

describe('English and Chinese', () => {
  test('have the same texts', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
    expect(english.size).toBeGreaterThan(40);
  });

  test('leave no text empty, and none in the other language', () => {
    for (const [path, text] of chinese) {
      if (typeof text !== 'string') continue;
      expect(text.trim(), path).not.toBe('');
      if (!SAME.test(path) && /[a-z]{3}/i.test(String(english.get(path)))) expect(text, path).not.toBe(english.get(path));
    }
    for (const [path, text] of english) if (typeof text === 'string') expect(text, path).toMatch(/^[^\u4e00-\u9fff]+$/);
  });

  test('take the same values', () => {
    for (const [path, text] of english) expect(typeof chinese.get(path), path).toBe(typeof text);
  });
});
