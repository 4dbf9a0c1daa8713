import { describe, expect, it } from 'vitest';
import {
  EVERYTHING,
  isEverything,
  isRanked,
  parseSearch,
  sameSearch,
  searchQuery,
  type SearchState,
} from '../../../main/page/search/state';

const FULL: SearchState = {
  archive: 'a1',
  q: 'sunset -people date:"last june" & 100%',
  plain: true,
  images: [{ id: 'p1', weight: 0.7 }],
  likes: [{ id: 'x', weight: 1 }],
  unlikes: [{ id: 'y', weight: 2 }],
  terms: [
    { text: 'at night', weight: 0.7 },
    { text: 'E=mc', weight: 1 },
    { text: 'blur', weight: -0.8 },
    { text: 'rain', weight: -1 },
    { text: 'crowd', weight: null },
  ],
  facets: [
    { name: 'place', query: 'country="Japan" city="Kyōto"' },
    { name: 'year', query: 'year:2021' },
  ],
  days: { from: '2021-01-01', to: '2021-12-31' },
  near: '48.85,2.35,10',
  box: '1,2,3,4',
  sort: 'random',
  seed: '7',
  group: 'day',
  collapse: true,
  cut: '0.42',
  list: 'l1',
  selection: 's1',
  model: 'm',
};

describe('the address of a search', () => {
  it('gives every part of the search back', () => {
    expect(parseSearch(searchQuery(FULL))).toEqual(FULL);
  });

  it('is empty for the whole archive', () => {
    expect(searchQuery(EVERYTHING)).toBe('');
    expect(parseSearch('')).toEqual(EVERYTHING);
  });

  it('says the weight of a text that would be read as having another', () => {
    const state = { ...EVERYTHING, terms: [{ text: 'a=2', weight: 1 }] };
    expect(new URLSearchParams(searchQuery(state)).get('add')).toBe('a=2=1');
    expect(parseSearch(searchQuery(state))).toEqual(state);
  });

  it('leaves out what makes no sense', () => {
    const state = parseSearch('from=yesterday&to=2021-1-1&cut=7&facet=year&facet=:x&add=&like=&plain=1');
    expect(state).toEqual(EVERYTHING);
  });

  it('keeps what no page knows out of the search', () => {
    expect(parseSearch('utm_source=x&q=sea')).toEqual({ ...EVERYTHING, q: 'sea' });
  });

  it('moves away by an added text of negative weight', () => {
    expect(parseSearch('add=snow=-0.5').terms).toEqual([{ text: 'snow', weight: -0.5 }]);
    expect(searchQuery(parseSearch('add=snow=-0.5'))).toBe('not=snow%3D0.5');
  });

  it('is the same whatever the order of its parameters', () => {
    expect(sameSearch(parseSearch('sort=name&q=a'), parseSearch('q=a&sort=name'))).toBe(true);
    expect(sameSearch(parseSearch('q=a'), parseSearch('q=b'))).toBe(false);
  });
});

describe('a search', () => {
  it.each(['q=sea', 'image=p', 'like=x', 'unlike=x', 'add=x', 'not=x'])('ranks by %s', (query) => {
    expect(isRanked(parseSearch(query))).toBe(true);
    expect(isEverything(parseSearch(query))).toBe(false);
  });

  it.each(['facet=year:year:2021', 'from=2021-01-01', 'box=1,2,3,4', 'list=x'])(
    'by %s alone ranks nothing, and is not everything',
    (query) => {
      expect(isRanked(parseSearch(query))).toBe(false);
      expect(isEverything(parseSearch(query))).toBe(false);
    },
  );

  it.each(['sort=oldest', 'group=day', 'q=%20', 'collapse=true'])('by %s is everything', (query) => {
    expect(isEverything(parseSearch(query))).toBe(true);
  });
});
