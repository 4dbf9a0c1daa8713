import { expect, it } from 'vitest';
import type { Chip, Why } from '../../../main/page/api/types';
import { cures, remedies } from '../../../main/page/photo/remedies';

const search = 'q=sunset+year%3A2020+camera%3Acanon&facet=country%3Acountry%3DItaly&sort=newest';
const chips: Chip[] = [
  { kind: 'shows', label: 'sunset', text: 'sunset', from: 0, to: 6 },
  { kind: 'filter', label: 'year 2020', text: 'year:2020', from: 7, to: 16 },
  { kind: 'filter', label: 'camera canon', text: 'camera:canon', from: 17, to: 29 },
];
const why = (outcome: string, rank: number): Why => ({ path: 'a.jpg', outcome, rank, score: 0, reasons: [], explain: [], words: [] });

it('drops each filter alone, and all at last', () => {
  const all = remedies(search, chips, 'filtered');
  expect(all.map((remedy) => [remedy.kind, remedy.label])).toEqual([
    ['filter', 'year:2020'],
    ['filter', 'camera:canon'],
    ['filter', 'country=Italy'],
    ['all-filters', ''],
  ]);
  expect(new URLSearchParams(all[0]?.search).get('q')).toBe('sunset camera:canon');
  expect(new URLSearchParams(all[0]?.search).get('sort')).toBe('newest');
  expect(all[3]?.search).toBe('q=sunset&sort=newest');
});

it('lifts the cut where that is what keeps a photo out', () => {
  expect(remedies('q=sunset', chips.slice(0, 1), 'cut_off')).toEqual([{ kind: 'cut', label: '', search: 'q=sunset&cut=none' }]);
  expect(remedies('q=sunset', chips.slice(0, 1), 'not_in_index')).toEqual([]);
});

it('keeps what helps, and all filters only where no single one does', async () => {
  const ask = async (asked: string): Promise<Why> => (asked.includes('2020') ? why('filtered', 0) : why('hit', 5));
  expect((await cures(remedies(search, chips, 'filtered'), ask)).map((cure) => [cure.label, cure.rank])).toEqual([['year:2020', 5]]);
  const onlyAll = async (asked: string): Promise<Why> => (/2020|canon|Italy/.test(asked) ? why('filtered', 0) : why('hit', 2));
  expect((await cures(remedies(search, chips, 'filtered'), onlyAll)).map((cure) => cure.kind)).toEqual(['all-filters']);
});

it('shows less likely matches, too, where a dropped filter alone is not enough', async () => {
  const ask = async (asked: string): Promise<Why> => (asked.includes('2020') ? why('filtered', 0) : asked.includes('cut=none') ? why('hit', 30) : why('cut_off', 0));
  const [cure] = await cures(remedies(search, chips, 'filtered'), ask);
  expect(cure).toMatchObject({ label: 'year:2020', rank: 30, unlikely: true });
  expect(cure?.search).toContain('cut=none');
});
