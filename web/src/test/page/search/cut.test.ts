import { describe, expect, it } from 'vitest';
import type { Cut } from '../../../main/page/api/types';
import * as cuts from '../../../main/page/search/cut';

const SCORES = [40, 20, 0, 0, 5];
const CUT: Cut = { outcome: 'cut', kept: 5, dropped: 60, above: 0.8, below: 0.3, sentence: '', score: 0.8, scores: SCORES };

describe('the cut', () => {
  it.each([[0, 65], [0.2, 25], [0.6, 5], [0.8, 5], [1, 0]])('from %d keeps %i', (least, kept) => {
    expect(cuts.keptFrom(SCORES, least)).toBe(kept);
  });

  it('draws bars between nothing and all', () => {
    expect(cuts.heights(SCORES)[0]).toBe(1);
    expect(cuts.heights([0, 0])).toEqual([0, 0]);
  });

  it('stands where it was put, else where the automatic one is', () => {
    expect(cuts.place('0.42', CUT)).toBe(0.42);
    expect(cuts.place('none', CUT)).toBe(0);
    expect(cuts.place('auto', CUT)).toBe(0.8);
    expect(cuts.place(undefined, { ...CUT, outcome: 'no_gap', score: null })).toBe(0);
    expect(cuts.place(undefined, { ...CUT, outcome: 'no_match', score: null })).toBe(1);
  });
});
