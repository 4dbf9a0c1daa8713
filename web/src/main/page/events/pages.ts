import { events } from '../api/endpoints';
import type { PhotoEvent } from '../api/types';

/** The server gives no more at once. */
const MOST = 200;

/** The first events of a search. */
export interface ShownEvents {
  readonly query: string;
  readonly events: readonly PhotoEvent[];
  /** Where more of them begin; null where these are all. */
  readonly next: string | null;
}

/** As many events of a search as are wanted, or as there are; those that are known are not asked for. */
export async function eventsOf(query: string, wanted: number, signal: AbortSignal, known?: ShownEvents): Promise<ShownEvents> {
  let shown: readonly PhotoEvent[] = known?.events ?? [];
  let next = known?.next ?? null;
  do {
    const limit = Math.min(MOST, wanted - shown.length);
    const page = await events(query, { limit, ...(next === null ? {} : { after: next }) }, signal);
    shown = joined(shown, page.events);
    next = page.next;
  } while (next !== null && shown.length < wanted);
  return { query, events: shown, next };
}

/** Where photos are added between two pages, an event of the first may be on the second, too. */
function joined(some: readonly PhotoEvent[], others: readonly PhotoEvent[]): PhotoEvent[] {
  const keys = new Set(some.map((event) => event.key));
  return [...some, ...others.filter((event) => !keys.has(event.key))];
}
