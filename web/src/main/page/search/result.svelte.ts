import { connection } from '../api/connection.svelte';
import { grid } from '../api/endpoints';
import { ApiError } from '../api/client';
import type { Chip, Grid, QueryProblem } from '../api/types';
import { location } from '../location.svelte';
import { parseParams } from '../params';
import { readsAlike } from './changes';
import { Latest } from './latest.svelte';

/** The views that show what is searched for. */
const VIEWS: readonly string[] = ['search', 'map', 'events', 'list'];

/** How many photos come with the first answer: what a large screen shows. */
const FIRST_ROWS = 500;
/** The least milliseconds between two requests. */
const PACE = 80;

/** What the current search finds: one request for all parts of the page. */
class Result {
  #latest = new Latest<{ readonly query: string; readonly grid: Grid }>();
  #reloads = $state(0);
  /** Whether the address is of another search, which is about to be asked for. */
  #isDue = $state(false);
  /** When it was asked last. */
  #asked = -Infinity;

  /** The last good answer; while the next loads, and where it fails, that of the search before. */
  get answer(): Grid | null {
    return this.#latest.answer?.grid ?? null;
  }

  /** The search that the answer belongs to; null before the first. */
  get query(): string | null {
    return this.#latest.answer?.query ?? null;
  }

  /** What was understood of the text; nothing while the answer is that of another text, whose parts have other places. */
  get understood(): readonly Chip[] {
    const { answer, query } = this;
    return answer !== null && readsAlike(parseParams(query ?? ''), location.params) ? answer.understood : [];
  }

  /** Counts up whenever photos may be others, or the server is there again: all that shows them asks again then. */
  get changes(): number {
    return connection.returns + this.#reloads;
  }

  get loading(): boolean {
    return this.#isDue || this.#latest.loading;
  }

  get problem(): Error | null {
    return this.#latest.problem;
  }

  /** Mistakes in the text, where these are why there is no answer. */
  get mistakes(): readonly QueryProblem[] {
    return this.problem instanceof ApiError ? this.problem.problems : [];
  }

  /** Asks again: the index has changed. */
  reload(): void {
    this.#reloads += 1;
  }

  /** Asks for a fuller answer to the search that is shown, which is taken only if it is welcome when it comes. */
  refine(isWelcome: () => boolean): void {
    if (!this.loading && this.query === location.query) void this.#ask(location.query, isWelcome);
  }

  /** Follows the address until the returned function is called. */
  follow(): () => void {
    return $effect.root(() => {
      $effect(() => {
        if (!VIEWS.includes(location.beneath.view)) return undefined;
        const query = location.query;
        void this.changes;
        // At once, unless a weight is being dragged: then at a pace that the server and the eye can follow.
        const wait = Math.max(0, this.#asked + PACE - performance.now());
        this.#isDue = true;
        const timer = setTimeout(() => {
          this.#isDue = false;
          this.#asked = performance.now();
          void this.#ask(query);
        }, wait);
        return () => {
          clearTimeout(timer);
          this.#isDue = false;
        };
      });
    });
  }

  #ask(query: string, isWelcome?: () => boolean): Promise<unknown> {
    return this.#latest.ask(async (signal) => ({ query, grid: await grid(query, FIRST_ROWS, signal) }), isWelcome);
  }
}

export const result = new Result();
