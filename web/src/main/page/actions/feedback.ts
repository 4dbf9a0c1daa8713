import { location } from '../location.svelte';
import { withParams, type SearchParams, type Weighted } from '../params';

/** The server takes no more `like`, and no more `unlike`, in one search. */
export const MOST_LIKED = 50;

/** Moves the search towards photos. */
export function moreLike(ids: readonly string[]): void {
  location.go({ view: 'search' }, liked(location.params, ids));
}

/** Moves the search away from photos. */
export function lessLike(ids: readonly string[]): void {
  location.go({ view: 'search' }, unliked(location.params, ids));
}

/** A search moved towards photos; one that it was moved away from no longer is. */
export function liked(search: SearchParams, ids: readonly string[]): SearchParams {
  return withParams(search, { like: joined(search.like, ids), unlike: without(search.unlike, ids), ...BY_LIKENESS });
}

export function unliked(search: SearchParams, ids: readonly string[]): SearchParams {
  return withParams(search, { unlike: joined(search.unlike, ids), like: without(search.like, ids), ...BY_LIKENESS });
}

/** The best first: in another order one would not see what liking a photo does. */
const BY_LIKENESS = { sort: undefined, group: undefined, selection: undefined } as const;

function joined(there: readonly Weighted[], ids: readonly string[]): Weighted[] {
  const added = ids.filter((id) => !there.some((one) => one.value === id)).map((value) => ({ value, weight: 1 }));
  return [...there, ...added].slice(0, MOST_LIKED);
}

function without(there: readonly Weighted[], ids: readonly string[]): Weighted[] {
  return there.filter((one) => !ids.includes(one.value));
}
