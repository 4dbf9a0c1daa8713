import { apiUrl, get, joinQueries, send, upload } from './client';
import type * as T from './types';

/** One function an endpoint. `search` is a search as a query string: `location.query`. */

type Signal = AbortSignal | undefined;
const at = (id: string) => encodeURIComponent(id);
/** The archive that a change is for, as a query; without one, that opened at the start. */
const of = (archive?: string) => (archive ? `?archive=${at(archive)}` : '');

export const session = (signal?: Signal) => get<T.Session>('/session', '', signal);

export const search = (search: string, page: { limit?: number; after?: string; highlight?: boolean; explain?: boolean }, signal?: Signal) =>
  get<T.SearchAnswer>('/search', joinQueries(search, page), signal);
export const grid = (search: string, rows: number, signal?: Signal) => get<T.Grid>('/grid', joinQueries(search, { rows }), signal);
export const gridRows = (search: string, range: { start: number; count: number; generation: string | number }, signal?: Signal) =>
  get<T.Rows>('/grid/rows', joinQueries(search, range), signal);
export const gridStack = (search: string, of: { id: string; start?: number; count?: number; around?: number; generation?: string | number }, signal?: Signal) =>
  get<T.Stack>('/grid/stack', joinQueries(search, of), signal);
export const gridPosition = (search: string, id: string, signal?: Signal) => get<T.GridPosition>('/grid/position', joinQueries(search, { id }), signal);
export const facets = (search: string, names: readonly string[], options: { limit?: number; prefix?: string } = {}, signal?: Signal) =>
  get<T.Facets>('/facets', joinQueries(search, { names: names.join(','), ...options }), signal);
export const timeline = (search: string, unit: 'auto' | 'day' | 'month' | 'year', signal?: Signal) =>
  get<T.Timeline>('/timeline', joinQueries(search, { unit }), signal);
export const map = (search: string, zoom: number, signal?: Signal) => get<T.PhotoMap>('/map', joinQueries(search, { zoom }), signal);
export const events = (search: string, page: { limit?: number; after?: string } = {}, signal?: Signal) =>
  get<{ readonly events: readonly T.PhotoEvent[]; readonly next: string | null }>('/events', joinQueries(search, page), signal);
export const suggest = (q: string, caret: number, archive?: string, signal?: Signal) =>
  get<T.Suggestions>('/suggest', { q, caret, archive }, signal);
export const queryHelp = (signal?: Signal) => get<T.QueryHelp>('/help/query', '', signal);

export const photo = (id: string, archive?: string, signal?: Signal) => get<T.Photo>(`/photos/${at(id)}`, { archive }, signal);
export const similar = (id: string, options: { limit?: number; archive?: string | undefined; model?: string | undefined }, signal?: Signal) =>
  get<T.SearchAnswer>(`/photos/${at(id)}/similar`, options, signal);
export const why = (id: string, search: string, signal?: Signal) => get<T.Why>(`/photos/${at(id)}/why`, search, signal);
export const whyNot = (path: string, search: string, signal?: Signal) => get<T.Why>('/why', joinQueries(search, { path }), signal);
export const labels = (id: string, labels: readonly string[], archive?: string, signal?: Signal) =>
  get<T.Labels>(`/photos/${at(id)}/labels`, { labels: labels.join(','), archive }, signal);
export const reveal = (id: string, archive?: string) => send<void>('POST', `/photos/${at(id)}/reveal${of(archive)}`);

export const thumbnailUrl = (id: string, hash: string, size: 'small' | 'large', archive?: string) =>
  apiUrl(`/photos/${at(id)}/thumbnail`, { size, v: hash || undefined, archive });
export const originalUrl = (id: string, options: { download?: boolean; archive?: string | undefined } = {}) =>
  apiUrl(`/photos/${at(id)}/original`, { download: options.download || undefined, archive: options.archive });
export const filmUrl = (id: string, archive?: string) => apiUrl(`/photos/${at(id)}/film`, { archive });
export const exportUrl = (search: string, format: 'paths' | 'jsonl' | 'parquet' | 'zip' | 'sheet', size?: 'original' | '2048' | '1024') =>
  apiUrl('/export', joinQueries(search, { format, size }));

export const uploadPicture = (file: Blob, signal?: Signal) => upload<T.Picture>('/pictures', file, signal);
export const pictureUrl = (picture: string) => apiUrl(`/pictures/${at(picture)}`);
export const select = (what: T.SelectionOrder) => send<T.Selection>('POST', '/selections', what);

// Lists and saved searches are kept for each archive.
export const lists = (archive?: string, signal?: Signal) => get<T.Lists>('/lists', { archive }, signal);
export const createList = (name: string, kind: T.ListKind, archive?: string) => send<T.PhotoList>('POST', `/lists${of(archive)}`, { name, kind });
export const renameList = (id: string, name: string, archive?: string) => send<T.PhotoList>('PATCH', `/lists/${at(id)}${of(archive)}`, { name });
export const restoreList = (id: string, archive?: string) => send<T.PhotoList>('POST', `/lists/${at(id)}/restore${of(archive)}`);
export const deleteList = (id: string, archive?: string) => send<void>('DELETE', `/lists/${at(id)}${of(archive)}`);
export const changeList = (id: string, change: { add?: readonly string[]; remove?: readonly string[]; search?: string }, archive?: string) =>
  send<{ readonly count: number; readonly added: number; readonly removed: number }>('POST', `/lists/${at(id)}/photos${of(archive)}`, change);

export const savedSearches = (archive?: string, signal?: Signal) =>
  get<{ readonly searches: readonly T.SavedSearch[] }>('/searches', { archive }, signal);
export const saveSearch = (name: string, query: string, archive?: string) => send<T.SavedSearch>('POST', `/searches${of(archive)}`, { name, query });
export const renameSearch = (id: string, name: string, archive?: string) => send<T.SavedSearch>('PATCH', `/searches/${at(id)}${of(archive)}`, { name });
export const deleteSearch = (id: string, archive?: string) => send<void>('DELETE', `/searches/${at(id)}${of(archive)}`);

export const archives = (signal?: Signal) => get<T.Archives>('/archives', '', signal);
export const openArchive = (index: string) => send<T.Archive>('POST', '/archives', { index });
export const forgetArchive = (id: string) => send<void>('DELETE', `/archives/${at(id)}`);
export const chooseModel = (archive: string, model: string) => send<T.Archive>('PUT', `/archives/${at(archive)}/model`, { model });
export const folders = (path: string, signal?: Signal) => get<T.Folders>('/folders', { path }, signal);
export const models = (signal?: Signal) => get<{ readonly models: readonly T.Model[] }>('/models', '', signal);

export const jobs = (signal?: Signal) => get<{ readonly jobs: readonly T.Job[] }>('/jobs', '', signal);
export const startJob = (order: T.JobOrder) => send<T.Job>('POST', '/jobs', order);
export const steerJob = (id: string, action: 'pause' | 'resume' | 'stop') => send<T.Job>('POST', `/jobs/${at(id)}/${action}`);
export const jobFailures = (id: string, page: { limit?: number; after?: string } = {}, signal?: Signal) =>
  get<T.Failures>(`/jobs/${at(id)}/failures`, page, signal);
