import { describe, expect, it } from 'vitest';
import { EVERYTHING, formatParams, parseParams, withParams } from '../../../main/page/params';
import * as change from '../../../main/page/search/changes';

const YEAR = { name: 'year', query: 'year:2021' };

describe('a search', () => {
  it.each(['sort=oldest', 'group=day', 'q=%20', 'collapse=true', 'archive=a'])(
    'by %s is everything',
    (query) => {
      expect(change.isEverything(parseParams(query))).toBe(true);
    },
  );

  it.each(['q=sea', 'not=x', 'facet=year:year:2021', 'to=2021-01-01', 'box=1,2,3,4', 'list=x'])(
    'by %s is not everything',
    (query) => {
      expect(change.isEverything(parseParams(query))).toBe(false);
    },
  );
});

describe('changes of a search', () => {
  it('add a value of a facet and take it away again', () => {
    const narrowed = change.toggleFacet(EVERYTHING, YEAR);
    expect(change.hasFacet(narrowed, { ...YEAR })).toBe(true);
    expect(change.toggleFacet(narrowed, { ...YEAR })).toEqual(EVERYTHING);
  });

  it('take all values of one facet away', () => {
    const params = parseParams('facet=year:a&facet=year:b&facet=type:c');
    expect(change.clearFacet(params, 'year').facet).toEqual([{ name: 'type', query: 'c' }]);
  });

  it('swap days in the wrong order, and open both ends', () => {
    const narrowed = change.withDays(EVERYTHING, { from: '2022-01-01', to: '2021-01-01' });
    expect(change.daysIn(narrowed)).toEqual({ from: '2021-01-01', to: '2022-01-01' });
    expect(change.withDays(narrowed, { from: null, to: null })).toEqual(EVERYTHING);
    // As the bars count them, without guessed dates; nothing of that is left once the days are gone.
    expect(formatParams(narrowed)).toBe('from=2021-01-01&to=2022-01-01&dated=true');
    expect(withParams(narrowed, { from: undefined, to: undefined })).toEqual(EVERYTHING);
  });

  it('have a picture once, and weigh it', () => {
    const params = change.withPicture(parseParams('image=p=0.5&image=q'), 'image', 'p');
    expect(formatParams(change.weighPicture(params, 'image', 'q', 0.4))).toBe('image=p%3D0.5&image=q%3D0.4');
  });

  it('give a text that is there another weight', () => {
    const params = change.withTerm(parseParams('add=sea&add=sky'), { text: 'sea', weight: 0.3 });
    expect(change.termsOf(params)).toEqual([
      { text: 'sea', weight: 0.3 },
      { text: 'sky', weight: 1 },
    ]);
  });

  it('weigh an unwanted text by exactly one, which a "not" cannot say', () => {
    const params = parseParams('not=rain');
    expect(change.termsOf(params)).toEqual([{ text: 'rain', weight: -0.5 }]);
    const weighed = change.withTerm(params, { text: 'rain', weight: -1 });
    expect(change.termsOf(parseParams(formatParams(weighed)))).toEqual([{ text: 'rain', weight: -1 }]);
    expect(change.withoutTerm(weighed, 'rain')).toEqual(EVERYTHING);
  });

  it('drag weights in tenths, within bounds and never to nothing', () => {
    const weights = [-9, -0.26, 0.04, 0.26, 9].map((weight) => change.draggedWeight(weight, -0.1));
    expect(weights).toEqual([-1.5, -0.3, 0.1, 0.3, 2]);
    expect(change.draggedWeight(0, 0.1)).toBe(-0.1);
    expect(change.draggedWeight(-1, 0.1, 0)).toBe(0.1);
  });

  it('clear what is sought and keep how it is shown', () => {
    const params = parseParams('archive=a&q=sea&from=2021-01-01&collapse=true&model=m&cut=none');
    expect(formatParams(change.cleared(params))).toBe('archive=a&model=m&collapse=true');
  });

  it('read alike where the text is the same, whatever the weights', () => {
    const params = parseParams('q=sea&add=rain%3D0.5');
    expect(change.readsAlike(params, parseParams('q=sea&add=rain%3D0.7&from=2021-01-01'))).toBe(true);
    expect(change.readsAlike(params, parseParams('q=+sea'))).toBe(false);
    expect(change.readsAlike(params, parseParams('q=sea&plain=true'))).toBe(false);
    expect(change.readsAlike(EVERYTHING, parseParams('q=+'))).toBe(true);
  });

  it('take a part of the text away', () => {
    expect(change.withoutPart(parseParams('q=🌅 sea beach'), 2, 5).q).toBe('🌅 beach');
  });
});
