import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Facet } from '../../../main/page/api/types';
import { setLanguage } from '../../../main/page/i18n/i18n.svelte';
import { examplesFrom } from '../../../main/page/search/examples';
import { Examples } from '../../../main/page/search/examples.svelte';

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

describe('the examples that are asked for', () => {
  beforeEach(() => vi.stubGlobal('document', { documentElement: {} }));

  afterEach(async () => {
    await setLanguage('en', false);
    vi.unstubAllGlobals();
  });

  it('are of the archive that was asked for last, whichever answer comes last', async () => {
    const answers: ((facets: Facet[]) => void)[] = [];
    vi.stubGlobal('fetch', () => new Promise((resolve) => answers.push((facets) => resolve(Response.json({ total: 1, facets })))));
    const examples = new Examples();
    const all = [examples.load('a'), examples.load('b')];
    answers[1]!([facet('keyword', ['harbour', 5, 'keyword=harbour'])]);
    await all[1];
    answers[0]!([facet('keyword', ['mountain', 5, 'keyword=mountain'])]);
    await all[0];
    expect(examples.texts).toContain('harbour');
  });

  it('are of the language of the page', async () => {
    vi.stubGlobal('fetch', async () => Response.json({ total: 0, facets: [] }));
    const examples = new Examples();
    await examples.load(undefined);
    await setLanguage('zh', false);
    await examples.load(undefined);
    expect(examples.texts).toEqual(['海上日落']);
  });
});
