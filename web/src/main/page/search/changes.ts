/** Steps from one search to another. Each gives a new value and leaves the old one as it is. */
import { EVERYTHING, withParams, type FacetFilter, type SearchParams, type Weighted } from '../params';
import { withoutRange } from './text';

export const MIN_WEIGHT = -1.5;
export const MAX_WEIGHT = 2;

/** What an unweighted `not` counts on the server. */
const NOT_WEIGHT = -0.5;

/** The lists of weighted pictures and photos. */
export type PictureList = 'image' | 'like' | 'unlike';

/** The newest and the oldest day, as `2021-07-04` and both counted; `null` where that end is open. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

export function sameText(one: string, other: string): boolean {
  return one.trim() === other.trim();
}

/** Whether two searches have the same text, read in the same way: what is understood of it has the same places. */
export function readsAlike(one: SearchParams, other: SearchParams): boolean {
  return one.plain === other.plain && (one.q === other.q || (sameText(one.q, '') && sameText(other.q, '')));
}

/** Takes a part of the text away; the range counts code points, as the server does. */
export function withoutPart(params: SearchParams, from: number, to: number): SearchParams {
  return { ...params, q: withoutRange(params.q, from, to) };
}

/** The search for nothing, in the same archive, by the same model, shown in the same way. */
export function cleared(params: SearchParams): SearchParams {
  const { archive, model, collapse } = params;
  return withParams(EVERYTHING, { archive, model, collapse });
}

/** Whether nothing narrows or ranks the photos, so that all of the archive are hits. */
export function isEverything(params: SearchParams): boolean {
  const lists = [params.image, params.like, params.unlike, params.add, params.not, params.facet];
  const limits = [params.from, params.to, params.near, params.box, params.list, params.selection];
  return (
    params.q.trim() === '' &&
    lists.every((list) => list.length === 0) &&
    limits.every((limit) => limit === undefined)
  );
}

export function hasFacet(params: SearchParams, choice: FacetFilter): boolean {
  return params.facet.some((other) => sameChoice(other, choice));
}

/** Adds a value of a facet, or takes it away where it is chosen. */
export function toggleFacet(params: SearchParams, choice: FacetFilter): SearchParams {
  return hasFacet(params, choice)
    ? { ...params, facet: params.facet.filter((other) => !sameChoice(other, choice)) }
    : { ...params, facet: [...params.facet, choice] };
}

/** Takes all values of a facet away. */
export function clearFacet(params: SearchParams, name: string): SearchParams {
  return { ...params, facet: params.facet.filter((choice) => choice.name !== name) };
}

/** Keeps the photos that the histogram counts in some days; an end that is `null` is open. Ends in the wrong order are swapped. */
export function withDays(params: SearchParams, { from, to }: DayRange): SearchParams {
  const swapped = from !== null && to !== null && from > to;
  const [first, last] = swapped ? [to, from] : [from, to];
  return withParams(params, { from: first ?? undefined, to: last ?? undefined, dated: 'true' });
}

export function daysIn(params: SearchParams): DayRange {
  return { from: params.from ?? null, to: params.to ?? null };
}

/** Adds a picture or photo to a list, with weight 1 and once. */
export function withPicture(params: SearchParams, list: PictureList, id: string): SearchParams {
  return params[list].some((picture) => picture.value === id)
    ? params
    : { ...params, [list]: [...params[list], { value: id, weight: 1 }] };
}

export function withoutPicture(params: SearchParams, list: PictureList, id: string): SearchParams {
  return { ...params, [list]: without(params[list], id) };
}

export function weighPicture(
  params: SearchParams,
  list: PictureList,
  id: string,
  weight: number,
): SearchParams {
  const weigh = (picture: Weighted) => (picture.value === id ? { value: id, weight } : picture);
  return { ...params, [list]: params[list].map(weigh) };
}

/** A text beside the box, and its weight; below 0 the search moves away from it. */
export interface Term {
  readonly text: string;
  readonly weight: number;
}

/** The texts beside the box, those of `not` last. */
export function termsOf(params: SearchParams): Term[] {
  return [
    ...params.add.map(({ value, weight }) => ({ text: value, weight })),
    // Without a weight `not` takes the words away, too; that it does counts as half.
    ...params.not.map(({ value, weight }) => ({ text: value, weight: weight === 1 ? NOT_WEIGHT : -weight })),
  ];
}

/**
 * Adds a text beside the box; one that is there gets the weight. It stands among the added ones
 * even if its weight is below 0, since a `not` of weight 1 means something else.
 */
export function withTerm(params: SearchParams, { text, weight }: Term): SearchParams {
  const entry = { value: text, weight };
  const known = params.add.some((term) => term.value === text);
  return {
    ...params,
    add: known
      ? params.add.map((term) => (term.value === text ? entry : term))
      : [...params.add, entry],
    not: without(params.not, text),
  };
}

export function withoutTerm(params: SearchParams, text: string): SearchParams {
  return { ...params, add: without(params.add, text), not: without(params.not, text) };
}

/**
 * A weight that a drag gives: in tenths, within bounds, and never 0, which would be no search. At 0
 * it goes on to the other side of where it was.
 */
export function draggedWeight(weight: number, before: number, least = MIN_WEIGHT): number {
  const tenths = Math.round(Math.min(MAX_WEIGHT, Math.max(least, weight)) * 10);
  if (tenths === 0) return before > 0 && least < 0 ? -0.1 : 0.1;
  return tenths / 10;
}

function without(list: readonly Weighted[], value: string): Weighted[] {
  return list.filter((other) => other.value !== value);
}

function sameChoice(one: FacetFilter, other: FacetFilter): boolean {
  return one.name === other.name && one.query === other.query;
}
