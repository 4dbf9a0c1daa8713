import { expect, it } from 'vitest';
import { liked, MOST_LIKED, unliked } from '../../../main/page/actions/feedback';
import { EVERYTHING, withParams } from '../../../main/page/params';

const one = (value: string, weight = 1) => ({ value, weight });

it('likes each photo once, and keeps the weights that are there', () => {
  const search = withParams(EVERYTHING, { q: 'harbour', like: [one('a', 0.5)] });
  expect(liked(search, ['a', 'b']).like).toEqual([one('a', 0.5), one('b')]);
  expect(liked(search, ['b']).q).toBe('harbour');
});

it('likes no photo that it is moved away from, and the other way round', () => {
  const search = withParams(EVERYTHING, { like: [one('a')], unlike: [one('b')] });
  expect(liked(search, ['b'])).toMatchObject({ like: [one('a'), one('b')], unlike: [] });
  expect(unliked(search, ['a'])).toMatchObject({ like: [], unlike: [one('b'), one('a')] });
});

it('takes no more than a search has room for, and shows the best first', () => {
  const search = withParams(EVERYTHING, { sort: 'newest', group: 'month', selection: 's1' });
  const many = liked(search, Array.from({ length: 500 }, (_, i) => `photo-${i}`));
  expect(many.like.length).toBe(MOST_LIKED);
  expect(many.sort).toBeUndefined();
  expect(many.selection).toBeUndefined();
});
