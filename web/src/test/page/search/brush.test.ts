import { describe, expect, it } from 'vitest';
import * as brush from '../../../main/page/search/brush';

const MONTHS = ['2020-11', '2020-12', '2021-01', '2021-02'].map((label, index) => ({
  from: `${label}-01`,
  to: `${label}-${['30', '31', '31', '28'][index]}`,
  label,
  count: index * 10,
}));

describe('the brush', () => {
  it('touches the bars of a range, open ends included', () => {
    expect(brush.spanOf(MONTHS, { from: '2020-12-15', to: '2021-01-01' })).toEqual({ first: 1, last: 2 });
    expect(brush.spanOf(MONTHS, { from: null, to: '2020-12-01' })).toEqual({ first: 0, last: 1 });
    expect(brush.spanOf(MONTHS, { from: '2022-01-01', to: null })).toBeNull();
  });

  it('gives the days of bars in either order', () => {
    expect(brush.daysOf(MONTHS, 2, 1)).toEqual({ from: '2020-12-01', to: '2021-01-31' });
  });

  it('sets no limit by all bars, nor by none', () => {
    const open = { from: null, to: null };
    expect(brush.daysOf(MONTHS, -4, 99)).toEqual(open);
    expect(brush.daysOf([], 0, 0)).toEqual(open);
  });

  it('sets a limit by all bars of a closer look, unless it is as wide as the whole', () => {
    const look = MONTHS.slice(1, 3);
    expect(brush.daysOf(look, 0, 1, MONTHS)).toEqual({ from: '2020-12-01', to: '2021-01-31' });
    expect(brush.daysOf(MONTHS.slice(0, 3), 0, 2, MONTHS)).toEqual({ from: '2020-11-01', to: '2021-01-31' });
    const day = (from: string) => ({ from, to: from, label: from, count: 1 });
    expect(brush.daysOf([day('2020-11-05'), day('2021-02-03')], 0, 1, MONTHS)).toEqual({ from: null, to: null });
  });

  it('counts the photos of a span', () => {
    expect(brush.countOf(MONTHS, { first: 1, last: 2 })).toBe(30);
  });

  it('finds the bar below a pointer', () => {
    expect([-0.2, 0, 0.3, 0.99, 1.5].map((place) => brush.barAt(MONTHS, place))).toEqual([0, 0, 1, 3, 3]);
  });

  it('looks closely at few bars, with one on either side', () => {
    const days = { from: '2020-12-01', to: '2020-12-31' };
    const zoom = brush.zoomOf('month', MONTHS, days);
    expect(zoom).toEqual({ unit: 'day', from: '2020-11-01', to: '2021-01-31' });
    expect(brush.within(MONTHS, zoom!).map((bucket) => bucket.label)).toEqual(['2020-11', '2020-12', '2021-01']);
    expect(brush.zoomOf('day', MONTHS, days)).toBeNull();
    expect(brush.zoomOf('month', MONTHS, { from: null, to: null })).toBeNull();
    expect(brush.zoomOf('year', MONTHS.slice(0, 3), days)).toBeNull();
  });

  it('moves by keys, and not past its ends', () => {
    const keys = ['ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End', 'a'];
    expect(keys.map((key) => brush.moved(key, 2, 1, 3))).toEqual([1, 3, 3, 1, 1, 3, null]);
  });

  it('knows the years and whether one is chosen', () => {
    expect(brush.yearsOf(MONTHS)).toEqual([
      { year: '2021', count: 50 },
      { year: '2020', count: 10 },
    ]);
    expect(brush.wholeYear(brush.daysOfYear('2021'))).toBe('2021');
    expect(brush.wholeYear({ from: '2021-01-01', to: '2022-12-31' })).toBeNull();
    expect(brush.wholeYear({ from: null, to: null })).toBeNull();
  });
});
