import { afterEach, expect, it, vi } from 'vitest';
import type { PhotoEvent } from '../../../main/page/api/types';
import { eventsOf } from '../../../main/page/events/pages';

afterEach(() => vi.unstubAllGlobals());

/** A server with events of these keys; each request is noted. */
function serve(keys: readonly string[]): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    const query = new URL(url, 'http://localhost').searchParams;
    const [first, count] = [Number(query.get('after') ?? 0), Number(query.get('limit'))];
    asked.push(`${count} after ${first}`);
    const some = keys.slice(first, first + count).map((key) => ({ key }));
    return Response.json({ events: some, next: first + count < keys.length ? String(first + count) : null });
  });
  return asked;
}

const { signal } = new AbortController();
const keysOf = (events: readonly PhotoEvent[]) => events.map((event) => event.key);
const numbers = (count: number) => Array.from({ length: count }, (_, i) => `e${i}`);

it('asks for as many as are wanted, in as many pages as that takes', async () => {
  const asked = serve(numbers(300));
  const shown = await eventsOf('q=sea', 250, signal);
  expect(asked).toEqual(['200 after 0', '50 after 200']);
  expect(keysOf(shown.events)).toEqual(numbers(250));
  expect(shown.next).toBe('250');
  expect((await eventsOf('q=sea', 310, signal)).next).toBeNull();
});

it('shows an event once that photos which were added have moved onto the next page', async () => {
  serve(['a', 'b', 'c']);
  const first = await eventsOf('', 2, signal);
  const asked = serve(['new', 'a', 'b', 'c']);
  const more = await eventsOf('', 4, signal, first);
  expect(asked[0]).toBe('2 after 2');
  expect(keysOf(more.events)).toEqual(['a', 'b', 'c']);
});
