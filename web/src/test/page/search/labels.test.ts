import { afterEach, describe, expect, it, vi } from 'vitest';
import { setLanguage } from '../../../main/page/i18n/i18n.svelte';
import * as labels from '../../../main/page/search/labels';

describe('what a chosen value is called', () => {
  it.each([
    ['place', 'country="United States" city="New York"', 'New York'],
    ['year', 'year:2021', '2021'],
    ['month', 'month:july', 'July'],
    ['shape', 'is:landscape', 'Landscape'],
    ['type', 'type:heic', 'HEIC'],
    ['rating', 'rating:4', '★★★★'],
    ['rating', 'rating:-1', 'Rejected'],
    ['keyword', 'keyword="<img onerror=x>"', '<img onerror=x>'],
    ['other', 'what it is', 'what it is'],
  ])('of %s, %s, is %s', (name, query, label) => {
    expect(labels.choiceLabel({ name, query })).toBe(label);
  });

  it('is read aloud in words', () => {
    expect(labels.spokenValue('rating', '4')).toBe('4 stars');
    expect(labels.spokenValue('rating', 'unknown')).toBe('unknown');
    expect(labels.spokenValue('camera', 'Pixel 6')).toBe('Pixel 6');
  });
});

describe('days', () => {
  it('are a year, a range, or open at one end', () => {
    expect(labels.daysLabel('2021-01-01', '2021-12-31')).toBe('2021');
    expect(labels.daysLabel('2021-07-04', '2021-07-04')).toBe('Jul 4, 2021');
    expect(labels.daysLabel('2021-07-04', '2021-08-01')).toBe('Jul 4, 2021 – Aug 1, 2021');
    expect(labels.daysLabel('2021-07-04', undefined)).toBe('from Jul 4, 2021');
    expect(labels.daysLabel(undefined, '2021-07-04')).toBe('until Jul 4, 2021');
  });

  it('are left as they are where they are none', () => {
    expect(labels.dayLabel('soon')).toBe('soon');
  });
});

describe('what values are looked for by', () => {
  afterEach(async () => {
    await setLanguage('en', false);
    vi.unstubAllGlobals();
  });

  it('is the English name of a country that is looked for in the language of the page', async () => {
    expect(labels.soughtText('place', 'Port')).toBe('Port');
    vi.stubGlobal('document', { documentElement: {} });
    await setLanguage('zh', false);
    expect(labels.soughtText('place', '葡萄牙')).toBe('Portugal');
    expect(labels.soughtText('place', '印度')).toBe('India');
    expect(labels.soughtText('country', '挪')).toBe('Norway');
    // Towns are called in many ways, and other facets have no translated values.
    expect(labels.soughtText('place', 'Lisbon')).toBe('Lisbon');
    expect(labels.soughtText('keyword', '葡萄牙')).toBe('葡萄牙');
    expect(labels.soughtText('place', '')).toBe('');
  });
});
