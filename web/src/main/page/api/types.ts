/** What the server answers. Names are as in the JSON; `openapi.json` describes the same. */

export interface Session {
  readonly version: string;
  readonly archive?: string;
  /** The archives that are collections of a SolrCloud, which cannot do all that a folder can. */
  readonly collections: readonly string[];
  readonly capabilities: { readonly reveal: boolean; readonly write: boolean };
  readonly first_start: boolean;
  readonly facets: readonly string[];
  readonly sorts: readonly string[];
  readonly groups: readonly string[];
  readonly fields: readonly { readonly name: string; readonly example: string; readonly help: string }[];
}

/** An error as RFC 9457 has it. */
export interface ProblemDetail {
  readonly type?: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
  /** Where a browser without a session gets in, where there is a password. */
  readonly login?: string;
  readonly problems?: readonly QueryProblem[];
}

/** A mistake in a query, at [from, to) in code points. */
export interface QueryProblem {
  readonly from: number;
  readonly to: number;
  readonly message: string;
  readonly suggestion?: string;
}

/** A part of the query as it was understood, at [from, to) in code points of `q`. */
export interface Chip {
  readonly kind: 'shows' | 'words' | 'filter' | 'away' | 'similar';
  readonly label: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Where likely matches end. */
export interface Cut {
  readonly outcome: 'cut' | 'no_gap' | 'no_match' | 'ranks';
  readonly kept: number;
  readonly dropped: number;
  readonly above: number | null;
  readonly below: number | null;
  readonly sentence: string;
  /** The least score that is kept; null where all are. */
  readonly score?: number | null;
  /** How many hits have a score in each fiftieth from 0 to 1, kept or not. */
  readonly scores?: readonly number[];
}

export interface Suggestion {
  readonly word: string;
  readonly suggestion: string;
  readonly query: string;
}

/** The JSON of a hit, as the command line prints it. Keys that a photo lacks are missing. */
export interface Hit {
  readonly id: string;
  readonly rank?: number;
  readonly score?: number;
  readonly path?: string;
  /** The first 12 of its content's hash: the thumbnail's version. */
  readonly hash?: string;
  readonly [key: string]: unknown;
}

export interface SearchAnswer {
  readonly hits: readonly Hit[];
  readonly total: number;
  readonly likely?: number | null;
  readonly cut: Cut | null;
  readonly next: string | null;
  readonly understood: readonly Chip[];
  readonly suggestions: readonly Suggestion[];
  readonly notes: readonly string[];
  readonly took_ms: number;
}

/** Consecutive positions [start, start + count) of the order that share a day, month or place. */
export interface Section {
  readonly key: string;
  readonly label: string;
  readonly start: number;
  readonly count: number;
}

/** Photos at positions [start, start + count) as columns of equal length. */
export interface Rows {
  readonly start: number;
  readonly count: number;
  readonly ids: readonly string[];
  /** 1000 * width / height */
  readonly ratios: readonly number[];
  /** 0xRRGGBB, or -1 */
  readonly colors: readonly number[];
  /** Milliseconds since 1970, or null */
  readonly taken: readonly (number | null)[];
  readonly flags: readonly number[];
  readonly hashes: readonly string[];
  readonly scores?: readonly number[];
  readonly alike?: readonly number[];
}

/** The bits of `Rows.flags`. */
export const FLAG = { film: 1, burst: 2, panorama: 4, dateGuessed: 8, screenshot: 16, raw: 32, belowCut: 64 } as const;

export interface Grid {
  readonly generation: string | number;
  readonly total: number;
  /** With those that stand behind others. */
  readonly photos: number;
  readonly stacking: 'all' | 'pending' | 'copies' | null;
  readonly likely: number | null;
  readonly cut: Cut | null;
  readonly ranked: boolean;
  readonly sort: string;
  readonly sections: readonly Section[];
  readonly rows: Rows;
  readonly understood: readonly Chip[];
  readonly suggestions: readonly Suggestion[];
  readonly notes: readonly string[];
  /** Why photos are missing, where some could not be searched. */
  readonly partial?: string;
  readonly took_ms: number;
}

/** Where a photo is in an order; null where it is not in it. */
export interface GridPosition {
  readonly generation: string | number;
  readonly total: number;
  readonly position: number | null;
}

/** Near duplicates that stand together: the one that is shown first. */
export interface Stack {
  readonly generation: string | number;
  readonly position: number;
  readonly total: number;
  readonly rows: Rows;
}

/** Photos by id, or those of a search: all, or [start, count] of its order in a generation. */
export type SelectionOrder =
  | { readonly ids: readonly string[] }
  | { readonly search: string; readonly ranges?: readonly (readonly [number, number])[]; readonly generation?: string | number; readonly with?: readonly string[]; readonly stacks?: boolean };

export interface FacetValue {
  readonly value: string;
  readonly count: number;
  /** Keeps just the photos that have it; null where the language cannot say it. */
  readonly query: string | null;
  readonly selected: boolean;
  readonly within?: FacetCounts;
}

/** The commonest values; those that are chosen stand among them, however rare. */
export interface FacetCounts {
  readonly values: readonly FacetValue[];
  readonly distinct: number;
  readonly other: number;
  readonly missing: number;
}

export interface Facet extends FacetCounts {
  readonly name: string;
}

export interface Facets {
  readonly total: number;
  readonly facets: readonly Facet[];
}

export interface Timeline {
  readonly unit: 'day' | 'month' | 'year';
  readonly buckets: readonly { readonly from: string; readonly to: string; readonly label: string; readonly count: number; readonly query: string }[];
  readonly undated: number;
  readonly imprecise: number;
  readonly guessed: number;
}

export interface PhotoMap {
  readonly total: number;
  readonly clusters: readonly { readonly lat: number; readonly lon: number; readonly count: number; readonly id: string; readonly hash?: string; readonly box: string | readonly number[] }[];
}

export interface PhotoEvent {
  readonly key: string;
  readonly title: string;
  readonly place?: string;
  /** What the place is called, the smallest name first. */
  readonly places: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly cover: string;
  readonly cover_hash: string;
  readonly query: string;
}

export interface Completion {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly kind: 'field' | 'value' | 'word' | 'photo';
  readonly label: string;
  readonly count?: number;
}

export interface Suggestions {
  readonly completions: readonly Completion[];
  readonly problems: readonly QueryProblem[];
  readonly understood: readonly Chip[];
}

export interface Photo extends Hit {
  readonly notes: readonly string[];
  readonly lists: readonly { readonly id: string; readonly name: string; readonly kind: ListKind }[];
  readonly burst_ids: readonly string[];
  readonly film: boolean;
  readonly displayable: boolean;
  readonly bytes: number;
  readonly modified: string;
  readonly format: string;
}

export interface Why {
  readonly path: string;
  /** Null where the index does not hold the photo. */
  readonly id?: string | null;
  readonly outcome: string;
  readonly rank?: number | null;
  readonly score?: number | null;
  readonly reasons: readonly string[];
  readonly explain: readonly { readonly leg: string; readonly rank?: number | null; readonly found?: unknown; readonly score?: number | null; readonly chance?: number | null; readonly share?: number | null }[];
  readonly words: readonly { readonly word: string; readonly field: string; readonly counts: unknown; readonly stem?: unknown }[];
  readonly inWords?: readonly string[];
  readonly highlights?: Highlights;
  /** Why photos are missing, where some could not be searched. */
  readonly partial?: string;
}

/** By field, its texts with the words of the search in them; ranges count code points. */
export type Highlights = Readonly<Record<string, readonly { readonly text: string; readonly ranges: readonly (readonly [number, number])[] }[]>>;

export interface Labels {
  readonly model: string;
  readonly labels: readonly { readonly label: string; readonly probability: number; readonly cosine: number }[];
}

export interface Picture {
  readonly picture: string;
  readonly width: number;
  readonly height: number;
}

export interface Selection {
  readonly selection: string;
  readonly count: number;
}

export type ListKind = 'album' | 'label';

export interface PhotoList {
  readonly id: string;
  readonly name: string;
  readonly kind: ListKind;
  readonly count: number;
  readonly cover?: string;
  readonly cover_hash?: string;
}

export interface Lists {
  readonly revision: number | string;
  readonly lists: readonly PhotoList[];
}

export interface SavedSearch {
  readonly id: string;
  readonly name: string;
  readonly query: string;
}

export interface Archive {
  readonly id: string;
  readonly name: string;
  readonly index: string;
  /** True where it is a collection of a SolrCloud, which cannot do all that a folder can. */
  readonly collection?: boolean;
  readonly root?: string;
  readonly photos: number;
  readonly model?: string;
  readonly ready: boolean;
  readonly problem?: string;
}

export interface Archives {
  readonly archives: readonly Archive[];
  readonly current?: string | null;
}

export interface Folders {
  readonly path: string;
  readonly exists: boolean;
  readonly readable: boolean;
  readonly photos_estimate?: number;
  readonly folders: readonly { readonly name: string; readonly path: string }[];
}

export interface Model {
  readonly name: string;
  readonly installed: boolean;
  readonly known: boolean;
  readonly default: boolean;
  readonly bytes?: number;
  readonly licence?: string;
  readonly dimension?: number;
  readonly summary?: string;
}

export type JobState = 'running' | 'paused' | 'done' | 'failed' | 'stopped';

export interface Job {
  readonly id: string;
  readonly kind: 'index' | 'add-model' | 'reindex';
  readonly state: JobState;
  readonly title: string;
  readonly archive?: string;
  readonly done: number;
  readonly total: number | null;
  readonly rate?: number;
  readonly eta_seconds?: number;
  readonly message?: string;
  readonly photos?: number;
  readonly failures: number;
  readonly started: string;
  readonly finished?: string;
}

export type JobOrder =
  | { readonly kind: 'index'; readonly folder: string; readonly index?: string; readonly name?: string; readonly model?: string }
  | { readonly kind: 'index'; readonly archive: string; readonly reread?: boolean; readonly retry_failures?: boolean }
  | { readonly kind: 'add-model'; readonly model: string }
  | { readonly kind: 'reindex'; readonly archive: string; readonly model: string };

export interface Failures {
  readonly failures: readonly { readonly path: string; readonly reason: string }[];
  readonly next: string | null;
}

export interface QueryHelp {
  readonly sections: readonly {
    readonly title: string;
    readonly lines: readonly { readonly examples: readonly string[]; readonly text: string; readonly other_names: readonly string[] }[];
  }[];
}
