import * as api from '../api/endpoints';
import { EVERYTHING, formatParams, parseParams, withParams } from '../params';

/** The photos that an action is for: some that were chosen, or all that a search finds. */
export interface Target {
  readonly count: number;
  /** A search that finds these photos and no others, as a query string. */
  search(): Promise<string>;
  /** The ids of the first of them. */
  ids(most: number): Promise<readonly string[]>;
  /** The same with the near duplicates that stand behind them; null where there are none. */
  stacks?(): Promise<Target | null>;
}

/** So many ids travel in one request. */
export const CHUNK = 1000;

/** Photos by their ids, of an archive. */
export function photosTarget(ids: readonly string[], archive?: string): Target {
  let selection: Promise<string> | null = null;
  return {
    count: ids.length,
    search: () => (selection ??= api.select({ ids }).then((made) => formatParams(withParams(EVERYTHING, { archive, selection: made.selection })))),
    ids: async (most) => ids.slice(0, most),
  };
}

/**
 * All photos that a search finds.
 *
 * @param photos how many it finds where near duplicates are not stacked
 */
export function hitsTarget(search: string, count: number, photos = count): Target {
  const unstacked = (): string => formatParams(withParams(parseParams(search), { collapse: false }));
  return {
    count,
    search: async () => search,
    ids: (most) => idsOf(search, Math.min(most, count)),
    stacks: async () => (photos > count ? hitsTarget(unstacked(), photos) : null),
  };
}

/** The ids of the first hits of a search, in its order. */
export async function idsOf(search: string, most: number): Promise<readonly string[]> {
  const first = await api.grid(search, Math.min(CHUNK, most));
  const ids = [...first.rows.ids];
  const total = Math.min(first.total, most);
  while (ids.length < total) {
    const rows = await api.gridRows(search, { start: ids.length, count: Math.min(CHUNK, total - ids.length), generation: first.generation });
    if (rows.ids.length === 0) break;
    ids.push(...rows.ids);
  }
  return ids.slice(0, most);
}

/** Ids in portions that fit into one request. */
export function chunks(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / CHUNK) }, (_, i) => ids.slice(i * CHUNK, (i + 1) * CHUNK));
}
