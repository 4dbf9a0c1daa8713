import { describe, expect, it } from 'vitest';
import type { Facet } from '../../../main/page/api/types';
import { examplesFrom } from '../../../main/page/search/examples';

const facet = (name: string, ...values: [string, number, string | null][]): Facet => ({
  name,
  values: values.map(([value, count, query]) => ({ value, count, query, selected: false })),
  distinct: values.length,
  other: 0,
  missing: 0,
});

describe('the examples', () => {
  it('are of what the archive has most of', () => {
    const facets = [
      facet('year', ['2019', 3, 'year:2019'], ['2021', 10, 'year:2021']),
      facet('place', ['Italy', 4, 'country=Italy'], ['Japan', 2, 'country=Japan']),
      facet('keyword', ['harbour', 5, 'keyword=harbour']),
    ];
    expect(examplesFrom(facets, ['sunset', 'snow'])).toEqual(['sunset', 'country=Italy', 'harbour', 'snow year:2021']);
  });

  it('leave out what no search can say, and words with signs', () => {
    const facets = [facet('camera', ['X', 9, null]), facet('keyword', ['-<b>', 5, 'keyword="-<b>"'])];
    expect(examplesFrom(facets, ['sunset', 'snow'])).toEqual(['sunset']);
  });
});
