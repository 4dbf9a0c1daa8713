import { describe, expect, it } from 'vitest';
import type { Chip } from '../../../main/page/api/types';
import { formatParams, parseParams } from '../../../main/page/params';
import { partsOf, waysOut } from '../../../main/page/search/parts';

const CHIPS: readonly Chip[] = [
  { kind: 'shows', label: 'sunset', text: 'sunset', from: 0, to: 6 },
  { kind: 'filter', label: 'camera: Pixel', text: 'camera:Pixel', from: 7, to: 19 },
  { kind: 'words', label: 'old bridge', text: '"old bridge"', from: 20, to: 32 },
];
const Q = 'q=sunset+camera:Pixel+%22old+bridge%22';

describe('the parts of a search', () => {
  it('are what was understood of the text, the facets and the limits', () => {
    const params = parseParams(`${Q}&facet=place:country%3D%22Japan%22+city%3D%22Kyoto%22&from=2021-01-01&to=2021-12-31&near=1,2,5&list=x`);
    const labels = partsOf(params, CHIPS).map((part) => part.label);
    expect(labels).toEqual(['sunset', 'camera: Pixel', 'old bridge', 'Kyoto', '2021', 'within 5 km of a place', 'in a list']);
  });

  it('are each taken away alone', () => {
    const params = parseParams(`${Q}&facet=year:year:2021&facet=year:year:2020&to=2021-12-31`);
    const without = partsOf(params, CHIPS).map((part) => part.without);
    expect(without[0]?.q).toBe('camera:Pixel "old bridge"');
    expect(without[1]?.q).toBe('sunset "old bridge"');
    expect(without[3]?.facet).toEqual([{ name: 'year', query: 'year:2020' }]);
    expect(without.at(-1)?.to).toBeUndefined();
  });
});

describe('the ways out where nothing is found', () => {
  it('leave out what filters, values of one facet together, and all of it', () => {
    const params = parseParams(`${Q}&facet=year:year:2021&facet=year:year:2020&from=2021-01-01`);
    const ways = waysOut(params, CHIPS);
    expect(ways.map((way) => way.key)).toEqual(['q:7:camera:Pixel', 'q:20:"old bridge"', 'days', 'facet:year', 'all']);
    expect(ways[3]?.label).toBe('Year: 2021, 2020');
    expect(formatParams(ways.at(-1)!.without)).toBe('q=sunset');
  });

  it('are none where nothing filters, and one where one does', () => {
    expect(waysOut(parseParams('q=sunset'), CHIPS.slice(0, 1))).toEqual([]);
    expect(waysOut(parseParams('facet=year:year:2021'), [])).toHaveLength(1);
  });
});
