import { describe, expect, it } from 'vitest';
import * as change from '../../../main/page/search/changes';
import { EVERYTHING, parseSearch, searchQuery } from '../../../main/page/search/state';

const YEAR = { name: 'year', query: 'year:2021' };

describe('changes of a search', () => {
  it('adds a value of a facet and takes it away again', () => {
    const narrowed = change.toggleFacet(EVERYTHING, YEAR);
    expect(change.hasFacet(narrowed, { ...YEAR })).toBe(true);
    expect(change.toggleFacet(narrowed, { ...YEAR })).toEqual(EVERYTHING);
  });

  it('takes all values of one facet away', () => {
    const state = parseSearch('facet=year:a&facet=year:b&facet=type:c');
    expect(change.clearFacet(state, 'year').facets).toEqual([{ name: 'type', query: 'c' }]);
  });

  it('swaps days in the wrong order', () => {
    const range = { from: '2022-01-01', to: '2021-01-01' };
    expect(change.withDays(EVERYTHING, range).days).toEqual({ from: '2021-01-01', to: '2022-01-01' });
  });

  it('has a photo among the liked or the unliked ones, not both', () => {
    const unliked = change.withUnlike(change.withLike(EVERYTHING, 'x'), 'x');
    expect(searchQuery(unliked)).toBe('unlike=x');
    expect(searchQuery(change.withLike(unliked, 'x'))).toBe('like=x');
  });

  it('has a picture once', () => {
    const state = change.withPicture(parseSearch('image=p=0.5'), 'images', 'p');
    expect(state.images).toEqual([{ id: 'p', weight: 0.5 }]);
  });

  it('weighs pictures and texts', () => {
    const state = parseSearch('image=p&image=q&not=rain');
    expect(change.weighPicture(state, 'images', 'q', 0.4).images[1]).toEqual({ id: 'q', weight: 0.4 });
    expect(change.weighTerm(state, 'rain', 0.3).terms).toEqual([{ text: 'rain', weight: 0.3 }]);
    expect(change.withoutTerm(state, 'rain').terms).toEqual([]);
  });

  it('gives a text that is there another weight', () => {
    const state = change.withTerm(parseSearch('add=sea'), { text: 'sea', weight: -1 });
    expect(state.terms).toEqual([{ text: 'sea', weight: -1 }]);
  });

  it('drags weights in tenths, within bounds and never to nothing', () => {
    const weights = [-9, -0.04, 0, 0.04, 0.26, 9].map(change.draggedWeight);
    expect(weights).toEqual([-1.5, 0.1, 0.1, 0.1, 0.3, 2]);
  });

  it('clears what is sought and keeps how it is shown', () => {
    const state = parseSearch('archive=a&q=sea&from=2021-01-01&collapse=true&model=m&cut=none');
    expect(searchQuery(change.cleared(state))).toBe('archive=a&model=m&collapse=true');
  });

  it('takes a part of the text away', () => {
    expect(change.withoutPart(parseSearch('q=🌅 sea beach'), 2, 5).q).toBe('🌅 beach');
  });
});
