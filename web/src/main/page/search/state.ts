/**
 * What is searched for, as one value. It is the query part of the page's address, so every search
 * is a link, and the same parameters go to the server.
 */

/** A picture, photo or text with the weight that it has in the search. */
export interface Picture {
  readonly id: string;
  readonly weight: number;
}

/**
 * A text beside the box.
 *
 * `weight` is below 0 where the search moves away from it; `null` is the unweighted `not`, which
 * also takes away what the text's words find.
 */
export interface Term {
  readonly text: string;
  readonly weight: number | null;
}

/** A chosen value of a facet, by the query that keeps its photos. */
export interface FacetChoice {
  readonly name: string;
  readonly query: string;
}

/** The newest and the oldest day, both as `2021-07-04` and both counted. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

export interface SearchState {
  readonly archive: string | null;
  readonly q: string;
  /** Whether `q` is a text as it stands, without syntax. */
  readonly plain: boolean;
  readonly images: readonly Picture[];
  readonly likes: readonly Picture[];
  readonly unlikes: readonly Picture[];
  readonly terms: readonly Term[];
  readonly facets: readonly FacetChoice[];
  readonly days: DayRange;
  readonly near: string | null;
  readonly box: string | null;
  readonly sort: string | null;
  readonly seed: string | null;
  readonly group: string | null;
  readonly collapse: boolean;
  /** `none`, a score from 0 to 1 as a text; `null` is the automatic one. */
  readonly cut: string | null;
  readonly list: string | null;
  readonly selection: string | null;
  readonly model: string | null;
}

/** The whole archive. */
export const EVERYTHING: SearchState = {
  archive: null,
  q: '',
  plain: false,
  images: [],
  likes: [],
  unlikes: [],
  terms: [],
  facets: [],
  days: { from: null, to: null },
  near: null,
  box: null,
  sort: null,
  seed: null,
  group: null,
  collapse: false,
  cut: null,
  list: null,
  selection: null,
  model: null,
};

/** What an unweighted `not` counts. */
export const NOT_WEIGHT = -0.5;

const SINGLE = ['archive', 'near', 'box', 'sort', 'seed', 'group', 'list', 'selection', 'model'] as const;
const DAY = /^\d{4}-\d\d-\d\d$/;
/** What follows the last `=` is a weight if it is a number, as on the command line. */
const WEIGHTED = /^([^]*\S[^]*)=([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)$/;

/** Reads a search from the query part of an address; what makes no sense is left out. */
export function parseSearch(query: string | URLSearchParams): SearchState {
  const params = typeof query === 'string' ? new URLSearchParams(query) : query;
  const single = Object.fromEntries(SINGLE.map((name) => [name, params.get(name) || null]));
  const cut = params.get('cut');
  return {
    ...EVERYTHING,
    ...single,
    q: params.get('q') ?? '',
    plain: params.get('plain') === 'true',
    images: pictures(params.getAll('image')),
    likes: pictures(params.getAll('like')),
    unlikes: pictures(params.getAll('unlike')),
    terms: [...params.getAll('add').flatMap(added), ...params.getAll('not').flatMap(unwanted)],
    facets: params.getAll('facet').flatMap(facet),
    days: { from: day(params.get('from')), to: day(params.get('to')) },
    collapse: params.get('collapse') === 'true',
    cut: cut === 'none' || isScore(cut) ? cut : null,
  };
}

/** The query part of the address of a search, without `?`; the same search always gives the same. */
export function searchQuery(state: SearchState): string {
  const params = new URLSearchParams();
  const put = (name: string, value: string | null) => value && params.append(name, value);
  put('archive', state.archive);
  put('q', state.q);
  put('plain', state.plain ? 'true' : null);
  state.images.forEach((picture) => put('image', weighted(picture.id, picture.weight)));
  state.likes.forEach((photo) => put('like', weighted(photo.id, photo.weight)));
  state.unlikes.forEach((photo) => put('unlike', weighted(photo.id, photo.weight)));
  state.terms.forEach((term) => put(isAway(term) ? 'not' : 'add', termText(term)));
  state.facets.forEach((choice) => put('facet', `${choice.name}:${choice.query}`));
  put('from', state.days.from);
  put('to', state.days.to);
  SINGLE.slice(1).forEach((name) => put(name, state[name]));
  put('collapse', state.collapse ? 'true' : null);
  put('cut', state.cut);
  return params.toString();
}

export function sameSearch(one: SearchState, other: SearchState): boolean {
  return searchQuery(one) === searchQuery(other);
}

/** Whether photos are ranked by something, so that they have scores. */
export function isRanked(state: SearchState): boolean {
  return isSought(state) || state.q.trim() !== '';
}

function isSought(state: SearchState): boolean {
  return [state.images, state.likes, state.unlikes, state.terms].some((list) => list.length > 0);
}

/** Whether all photos of the archive are hits. */
export function isEverything(state: SearchState): boolean {
  return (
    !isRanked(state) &&
    state.facets.length === 0 &&
    [state.days.from, state.days.to, state.near, state.box, state.list, state.selection].every(
      (value) => value === null,
    )
  );
}

/** Whether the search moves away from a term. */
export function isAway(term: Term): boolean {
  return term.weight === null || term.weight < 0;
}

function termText(term: Term): string {
  // A `not` with a weight of 1 must say so: without one it means another search.
  if (term.weight === null) return weighted(term.text, 1);
  return term.weight < 0
    ? `${term.text}=${round(-term.weight)}`
    : weighted(term.text, term.weight);
}

/** A weight of 1 is left out, unless the text would be read as having one. */
function weighted(text: string, weight: number): string {
  return weight === 1 && !WEIGHTED.test(text) ? text : `${text}=${round(weight)}`;
}

function round(weight: number): string {
  return String(Math.round(weight * 100) / 100);
}

function pictures(values: string[]): Picture[] {
  return values
    .filter((value) => value !== '')
    .map(split)
    .map(({ text, weight }) => ({ id: text, weight: weight ?? 1 }));
}

function added(value: string): Term[] {
  const { text, weight } = split(value);
  return text.trim() === '' ? [] : [{ text, weight: weight ?? 1 }];
}

function unwanted(value: string): Term[] {
  const { text, weight } = split(value);
  return text.trim() === '' ? [] : [{ text, weight: weight === null ? null : -weight }];
}

function split(value: string): { text: string; weight: number | null } {
  const [, text, weight] = WEIGHTED.exec(value) ?? [];
  return text === undefined ? { text: value, weight: null } : { text, weight: Number(weight) };
}

function facet(value: string): FacetChoice[] {
  const colon = value.indexOf(':');
  return colon < 1 ? [] : [{ name: value.slice(0, colon), query: value.slice(colon + 1) }];
}

function day(value: string | null): string | null {
  return value !== null && DAY.test(value) ? value : null;
}

function isScore(value: string | null): boolean {
  return value !== null && /^(0(\.\d+)?|1(\.0+)?)$/.test(value);
}
