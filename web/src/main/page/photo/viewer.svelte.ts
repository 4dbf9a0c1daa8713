import * as api from '../api/endpoints';
import type { Photo, Stack, Why } from '../api/types';
import { gallery } from '../grid/gallery.svelte';
import { location } from '../location.svelte';
import { parseParams } from '../params';
import { Latest } from '../search/latest.svelte';
import { result } from '../search/result.svelte';
import type { Order, Placed } from './order';
import { preload } from './preload';
import { resultOrder } from './resultOrder';
import { largeUrl } from './urls';

/** So many photos of a stack are asked for on each side of the opened one: a stack may have thousands. */
const AROUND = 40;
/** So near to the end of what is known, more is asked for. */
const NEAR_END = 10;

/** The opened photo, where it stands in the result, and what is known of it. */
export class Viewer {
  #id = $state('');
  #query = '';
  #order: Order | null = null;
  #placing: Promise<number | null> = Promise.resolve(null);
  #position = $state<number | null>(null);
  #around = $state.raw<{ readonly previous: Placed | null; readonly next: Placed | null }>({ previous: null, next: null });
  #placed = $state.raw<Placed | null>(null);
  readonly #details = new Latest<Photo>();
  readonly #why = new Latest<Why>();
  readonly #stack = new Latest<Stack>();

  get id(): string {
    return this.#id;
  }

  /** What the grid knows of it; null until its place is found. */
  get placed(): Placed | null {
    return this.#placed?.id === this.#id ? this.#placed : null;
  }

  get details(): Photo | null {
    return this.#details.answer?.id === this.#id ? this.#details.answer : null;
  }

  /** Why the photo cannot be shown. */
  get problem(): Error | null {
    return this.#details.problem;
  }

  /** Why it is where it is; null until it is known. */
  get why(): Why | null {
    return this.#why.answer;
  }

  /** From 0; null where the photo is not among the hits. */
  get position(): number | null {
    return this.#position;
  }

  get total(): number | null {
    return result.query === this.#query ? (result.answer?.total ?? null) : null;
  }

  get previous(): Placed | null {
    return this.#around.previous;
  }

  get next(): Placed | null {
    return this.#around.next;
  }

  /** The photos around it in the stack where near duplicates are stacked; none where it stands alone. */
  get stack(): StackPart {
    const { rows, total } = this.#stack.answer ?? { rows: undefined, total: 0 };
    if (rows === undefined || total < 2 || !rows.ids.includes(this.#id)) return { start: 0, total: 0, photos: [] };
    return { start: rows.start, total, photos: rows.ids.map((id, i) => ({ id, hash: rows.hashes[i] ?? '' })) };
  }

  /** Whether enough of the stack is known to step on in it. */
  get #knowsStack(): boolean {
    const { start, total, photos } = this.stack;
    const at = photos.findIndex(({ id }) => id === this.#id);
    return at >= 0 && (at >= NEAR_END || start === 0) && (photos.length - at > NEAR_END || start + photos.length === total);
  }

  /** Shows a photo of a search: what is known at once, the rest as it comes. */
  async show(id: string, query: string): Promise<void> {
    if (!this.#order || query !== this.#query) {
      this.#query = query;
      this.#order = resultOrder(query);
      this.#position = null;
      this.#stack.reset();
    }
    const order = this.#order;
    this.#id = id;
    if (!this.#knowsStack && parseParams(query).collapse) void this.#stack.ask((signal) => api.gridStack(query, { id, around: AROUND }, signal));
    const known = [this.#around.next, this.#around.previous].find((photo) => photo?.id === id) ?? inGrid(id);
    this.#placed = known;
    this.#around = { previous: null, next: null };
    this.#why.reset();
    void this.#details.ask((signal) => api.photo(id, location.params.archive, signal));
    void this.#why.ask((signal) => api.why(id, query, signal));
    // Without its neighbours a photo can still be looked at; the frame says when the server is gone.
    this.#placing = known ? Promise.resolve(known.position) : api.gridPosition(query, id).then(({ position }) => position, () => null);
    const position = await this.#placing;
    if (this.#id !== id || this.#order !== order) return;
    this.#position = position;
    if (position !== null) await this.#lookAround(order, id, position).catch(() => {});
  }

  /** The photo after or before this one, waiting for it where it is not known yet; null at the ends. */
  async neighbour(step: 1 | -1): Promise<Placed | null> {
    const order = this.#order;
    const position = await this.#placing;
    return order && position !== null ? order.at(position + step).catch(() => null) : null;
  }

  async #lookAround(order: Order, id: string, position: number): Promise<void> {
    const [placed, previous, next, afterNext] = await Promise.all([0, -1, 1, 2].map((step) => order.at(position + step)));
    if (this.#id !== id) return;
    this.#placed = placed ?? null;
    this.#around = { previous: previous ?? null, next: next ?? null };
    for (const near of [next, previous, afterNext]) if (near) preload(largeUrl(near));
  }
}

/** Some photos of a stack that follow each other. */
export interface StackPart {
  /** The place of the first in the stack. */
  readonly start: number;
  /** How many the stack has. */
  readonly total: number;
  readonly photos: readonly { readonly id: string; readonly hash: string }[];
}

/** The photo as the grid beneath has it, so that it is shown at once. */
function inGrid(id: string): Placed | null {
  const photo = gallery.photo(id);
  return photo === undefined ? null : { ...photo, ratio: photo.ratio / 1000 };
}
