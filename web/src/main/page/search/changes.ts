/** Steps from one search to another. Each gives a new value and leaves the old one as it is. */
import {
  EVERYTHING,
  type DayRange,
  type FacetChoice,
  type Picture,
  type SearchState,
  type Term,
} from './state';
import { withoutRange } from './text';

export const MIN_WEIGHT = -1.5;
export const MAX_WEIGHT = 2;

/** The lists of weighted pictures and photos. */
export type PictureList = 'images' | 'likes' | 'unlikes';

export function withText(state: SearchState, q: string): SearchState {
  return { ...state, q };
}

/** Takes a part of the text away; the range counts code points, as the server does. */
export function withoutPart(state: SearchState, from: number, to: number): SearchState {
  return { ...state, q: withoutRange(state.q, from, to) };
}

/** The search for nothing, in the same archive, by the same model, shown in the same way. */
export function cleared(state: SearchState): SearchState {
  const { archive, model, collapse } = state;
  return { ...EVERYTHING, archive, model, collapse };
}

export function hasFacet(state: SearchState, choice: FacetChoice): boolean {
  return state.facets.some((other) => sameChoice(other, choice));
}

/** Adds a value of a facet, or takes it away where it is chosen. */
export function toggleFacet(state: SearchState, choice: FacetChoice): SearchState {
  return hasFacet(state, choice)
    ? withoutFacet(state, choice)
    : { ...state, facets: [...state.facets, choice] };
}

export function withoutFacet(state: SearchState, choice: FacetChoice): SearchState {
  return { ...state, facets: state.facets.filter((other) => !sameChoice(other, choice)) };
}

/** Takes all values of a facet away. */
export function clearFacet(state: SearchState, name: string): SearchState {
  return { ...state, facets: state.facets.filter((choice) => choice.name !== name) };
}

/** Keeps days; an end that is `null` is open. Ends in the wrong order are swapped. */
export function withDays(state: SearchState, { from, to }: DayRange): SearchState {
  const swapped = from !== null && to !== null && from > to;
  return { ...state, days: swapped ? { from: to, to: from } : { from, to } };
}

/** Adds a picture or photo to a list, with weight 1 and once. */
export function withPicture(state: SearchState, list: PictureList, id: string): SearchState {
  return state[list].some((picture) => picture.id === id)
    ? state
    : { ...state, [list]: [...state[list], { id, weight: 1 }] };
}

export function withoutPicture(state: SearchState, list: PictureList, id: string): SearchState {
  return { ...state, [list]: state[list].filter((picture) => picture.id !== id) };
}

export function weighPicture(
  state: SearchState,
  list: PictureList,
  id: string,
  weight: number,
): SearchState {
  const weigh = (picture: Picture) => (picture.id === id ? { id, weight } : picture);
  return { ...state, [list]: state[list].map(weigh) };
}

/** A photo that hits are to be like; it is no longer one that they are to be unlike. */
export function withLike(state: SearchState, id: string): SearchState {
  return withPicture(withoutPicture(state, 'unlikes', id), 'likes', id);
}

/** A photo that hits are to be unlike; it is no longer one that they are to be like. */
export function withUnlike(state: SearchState, id: string): SearchState {
  return withPicture(withoutPicture(state, 'likes', id), 'unlikes', id);
}

/** Adds a text beside the box; one that is there gets the weight. */
export function withTerm(state: SearchState, term: Term): SearchState {
  const others = state.terms.filter((other) => other.text !== term.text);
  return { ...state, terms: [...others, term] };
}

export function withoutTerm(state: SearchState, text: string): SearchState {
  return { ...state, terms: state.terms.filter((term) => term.text !== text) };
}

export function weighTerm(state: SearchState, text: string, weight: number): SearchState {
  const weigh = (term: Term) => (term.text === text ? { text, weight } : term);
  return { ...state, terms: state.terms.map(weigh) };
}

/** A weight that a drag gives: in steps of a tenth, within bounds, and never 0, which is no search. */
export function draggedWeight(weight: number): number {
  const tenths = Math.round(weight * 10);
  const bounded = Math.min(MAX_WEIGHT * 10, Math.max(MIN_WEIGHT * 10, tenths));
  return (bounded === 0 ? 1 : bounded) / 10;
}

function sameChoice(one: FacetChoice, other: FacetChoice): boolean {
  return one.name === other.name && one.query === other.query;
}
