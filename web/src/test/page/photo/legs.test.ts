import { expect, it } from 'vitest';
import { cutScore, legsOf } from '../../../main/page/photo/legs';

it('reads an explanation, the leg that adds most first', () => {
  const legs = legsOf({
    explain: [
      { leg: 'vector', rank: 1, found: 36, score: -0.0418, chance: 0.011, share: 0.009 },
      { leg: 'words', rank: 1, found: 1, score: 0.385, chance: 0.385, share: 0.345 },
      { leg: 'name', rank: 0, found: 0, score: 0, chance: 0, share: 0 },
    ],
  });
  expect(legs.map((leg) => leg.kind)).toEqual(['words', 'shows', 'name']);
  expect(legs[1]).toMatchObject({ rank: 1, of: 36, cosine: -0.0418, found: true });
  expect(legs[2]).toMatchObject({ found: false, cosine: null });
});

it('finds the cut between the last kept and the first dropped', () => {
  expect(cutScore({ above: 0.4, below: 0.1 })).toBeCloseTo(0.25);
  expect(cutScore({ above: 0.4, below: 0.1, score: 0.3 })).toBe(0.3);
  expect(cutScore({ above: 0.4, below: null, score: null })).toBeNull();
  expect(cutScore(null)).toBeNull();
});
