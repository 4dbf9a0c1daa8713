import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { setLanguage } from '../../../main/page/i18n/i18n.svelte';
import { sectionLabel } from '../../../main/page/grid/words';

beforeEach(() => vi.stubGlobal('document', { documentElement: {} }));

afterEach(async () => {
  await setLanguage('en', false);
  vi.unstubAllGlobals();
});

const label = (key: string, said = key) => sectionLabel({ key, label: said, start: 0, count: 1 });

it('a section is called by its days, in the language of the page', async () => {
  expect([label('2021'), label('2021-07'), label('2021-07-04'), label('2021-07-04T0912')]).toEqual([
    '2021',
    'July 2021',
    'Sunday, July 4, 2021',
    expect.stringMatching(/^Sunday, July 4, 2021.* 9:12\sAM$/),
  ]);
  await setLanguage('zh', false);
  expect(label('2021-07-04T0912')).toMatch(/^2021年7月4日.* 0?9:12$/);
});

it('a place by its country as the page calls it, anything else by what the server says', async () => {
  expect([label('Italy/Lazio/Rome', 'Rome, Lazio, Italy'), label('7f3a', 'burst 7f3a'), label('none', 'no date')]).toEqual(['Rome, Lazio, Italy', 'burst 7f3a', 'no date']);
  await setLanguage('zh', false);
  expect([label('Italy/Lazio/Rome', 'Rome, Lazio, Italy'), label('7f3a', 'burst 7f3a'), label('none', 'no date')]).toEqual(['Rome, Lazio, 意大利', '连拍 7f3a', '没有日期']);
});
