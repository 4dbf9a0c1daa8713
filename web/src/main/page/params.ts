/** What is searched for: the parameters that search, grid, facets, map and export share, as the page's address has them. */
export interface SearchParams {
  readonly archive?: string;
  readonly q: string;
  readonly plain: boolean;
  readonly image: readonly Weighted[];
  readonly like: readonly Weighted[];
  readonly unlike: readonly Weighted[];
  readonly add: readonly Weighted[];
  readonly not: readonly Weighted[];
  readonly facet: readonly FacetFilter[];
  /** Days, inclusive: 2021-07-14. */
  readonly from?: string;
  readonly to?: string;
  /** `true`: days leave out photos whose date is only the time of their file, as the histogram does. */
  readonly dated?: string;
  /** LAT,LON,KM */
  readonly near?: string;
  /** W,S,E,N */
  readonly box?: string;
  readonly sort?: string;
  readonly seed?: string;
  readonly group?: string;
  readonly collapse: boolean;
  /** auto, none or a score. */
  readonly cut?: string;
  readonly list?: string;
  readonly selection?: string;
  readonly model?: string;
}

/** An id or a text, and how much it counts; 1 where nothing is said. */
export interface Weighted {
  readonly value: string;
  readonly weight: number;
}

/** A filter of one facet, as a text of the query language. */
export interface FacetFilter {
  readonly name: string;
  readonly query: string;
}

export const EVERYTHING: SearchParams = {
  q: '',
  plain: false,
  image: [],
  like: [],
  unlike: [],
  add: [],
  not: [],
  facet: [],
  collapse: false,
};

const TEXTS = ['archive', 'from', 'to', 'dated', 'near', 'box', 'sort', 'seed', 'group', 'cut', 'list', 'selection', 'model'] as const;
const WEIGHTED = ['image', 'like', 'unlike', 'add', 'not'] as const;

/** Reads an address's query. What it does not know or cannot read is left out: an address is user input. */
export function parseParams(query: string | URLSearchParams): SearchParams {
  const from = typeof query === 'string' ? new URLSearchParams(query) : query;
  const params: { -readonly [K in keyof SearchParams]: SearchParams[K] } = {
    ...EVERYTHING,
    q: from.get('q') ?? '',
    plain: from.get('plain') === 'true',
    collapse: from.get('collapse') === 'true',
    facet: once(from.getAll('facet').map(parseFacet).filter((facet) => facet !== null), formatFacet),
  };
  for (const key of WEIGHTED) params[key] = once(from.getAll(key).map(parseWeighted).filter((one) => one.value !== ''), ({ value }) => value);
  // What is added is not taken away as well.
  params.not = params.not.filter(({ value }) => !params.add.some((one) => one.value === value));
  for (const key of TEXTS) {
    const value = from.get(key);
    if (value) params[key] = value;
  }
  return params;
}

/** The query of an address or a request, without `?`; always the same text for the same search. */
export function formatParams(params: SearchParams): string {
  const to = new URLSearchParams();
  if (params.q.trim()) to.set('q', params.q);
  if (params.plain) to.set('plain', 'true');
  for (const key of WEIGHTED) for (const one of params[key]) to.append(key, formatWeighted(one));
  for (const facet of params.facet) to.append('facet', formatFacet(facet));
  for (const key of TEXTS) {
    const value = params[key];
    if (value) to.set(key, value);
  }
  if (params.collapse) to.set('collapse', 'true');
  return to.toString();
}

/** The same search with some parameters changed; `undefined` takes one away. */
export function withParams(params: SearchParams, change: ParamsChange): SearchParams {
  const changed: Record<string, unknown> = { ...params, ...change };
  for (const key of TEXTS) if (changed[key] === undefined || changed[key] === '') delete changed[key];
  if (!changed['from'] && !changed['to']) delete changed['dated'];
  return changed as unknown as SearchParams;
}

/** Some parameters; `undefined` takes one away. */
export type ParamsChange = { readonly [K in keyof SearchParams]?: SearchParams[K] | undefined };

/** Whether photos are ranked by what is looked for, or only filtered. */
export function seeks(params: SearchParams): boolean {
  return params.q.trim() !== '' || WEIGHTED.some((key) => key !== 'unlike' && key !== 'not' && params[key].length > 0);
}

/** Each of a list once: chips stand there by what they are of. */
function once<T>(all: readonly T[], key: (one: T) => string): T[] {
  return [...new Map(all.map((one) => [key(one), one])).values()];
}

function parseWeighted(text: string): Weighted {
  const match = /^(.*)=(-?\d+(?:\.\d+)?)$/s.exec(text);
  if (!match) return { value: text, weight: 1 };
  return { value: match[1]!, weight: Math.min(3, Math.max(-3, Number(match[2]))) };
}

/** A text that ends in `=2` keeps its meaning by getting its weight always. */
function formatWeighted(one: Weighted): string {
  const plain = one.weight === 1 && !/=-?\d+(\.\d+)?$/.test(one.value);
  return plain ? one.value : `${one.value}=${Number(one.weight.toFixed(3))}`;
}

function parseFacet(text: string): FacetFilter | null {
  const colon = text.indexOf(':');
  return colon > 0 && colon < text.length - 1 ? { name: text.slice(0, colon), query: text.slice(colon + 1) } : null;
}

function formatFacet({ name, query }: FacetFilter): string {
  return `${name}:${query}`;
}
