import { facets } from '../api/endpoints';
import type { Facet } from '../api/types';
import { connection } from '../api/connection.svelte';
import { session } from '../session.svelte';
import { Latest } from './latest.svelte';
import { result } from './result.svelte';

/** How many values of a facet stand there before one asks for more; a few over that stand there, too. */
export const FIRST_VALUES = 7;
const ASKED_VALUES = 10;

/** What the facet "place" says better, and what no search can be narrowed to. */
const LEFT_OUT: readonly string[] = ['country', 'region', 'city', 'model'];
/** What people narrow by most stands first. */
const FIRST: readonly string[] = ['year', 'place', 'people', 'keyword', 'camera', 'type', 'rating'];

/** The facets of this server in the order in which they are shown. */
export function shownFacets(all: readonly string[]): string[] {
  const hasPlace = all.includes('place');
  const kept = all.filter((name) => name === 'model' ? false : !hasPlace || !LEFT_OUT.includes(name));
  const rank = (name: string) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  return kept.toSorted((one, other) => rank(one) - rank(other));
}

/** The facets of the search that the photos are of. Kept outside of the panel, which comes and goes. */
class FacetCounting {
  #latest = new Latest<readonly Facet[]>();

  /** Null before the first answer. */
  get all(): readonly Facet[] | null {
    return this.#latest.answer;
  }

  get loading(): boolean {
    return this.#latest.loading;
  }

  get problem(): Error | null {
    return this.#latest.problem;
  }

  /** To be called in an effect: asks whenever the photos are of another search. */
  follow(): void {
    const names = shownFacets(session.known?.facets ?? []);
    const query = result.query;
    void connection.returns;
    if (query === null || names.length === 0) return;
    void this.#latest.ask(async (signal) => (await facets(query, names, { limit: ASKED_VALUES }, signal)).facets);
  }
}

export const facetCounting = new FacetCounting();
