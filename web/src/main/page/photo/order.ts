import type { Rows } from '../api/types';

/** A photo at its place in the order of a result: enough to show it before its details are known. */
export interface Placed {
  readonly position: number;
  readonly id: string;
  readonly hash: string;
  /** width / height */
  readonly ratio: number;
  /** 0xRRGGBB, or -1 */
  readonly color: number;
  readonly flags: number;
}

/** Loads positions [start, start + count); fewer come back at the end. */
export type LoadRows = (start: number, count: number) => Promise<Rows>;

const BLOCK = 40;
/** So many blocks stay in memory: one walks from photo to photo. */
const MOST_BLOCKS = 50;

/** The order of a result, loaded in blocks around where one looks. */
export class Order {
  readonly #load: LoadRows;
  readonly #blocks = new Map<number, Promise<Rows>>();

  constructor(load: LoadRows) {
    this.#load = load;
  }

  /** The photo at a position, or null before the first and after the last. */
  async at(position: number): Promise<Placed | null> {
    if (position < 0) return null;
    return placed(await this.#block(Math.floor(position / BLOCK)), position);
  }

  #block(number: number): Promise<Rows> {
    const known = this.#blocks.get(number);
    if (known) return known;
    const loading = this.#load(number * BLOCK, BLOCK);
    this.#blocks.set(number, loading);
    // What failed is asked for again next time.
    loading.catch(() => this.#blocks.delete(number));
    const oldest = this.#blocks.keys().next();
    if (this.#blocks.size > MOST_BLOCKS && !oldest.done) this.#blocks.delete(oldest.value);
    return loading;
  }
}

/** A row of columns; null where they do not reach. */
export function placed(rows: Rows, position: number): Placed | null {
  const index = position - rows.start;
  const id = rows.ids[index];
  if (id === undefined) return null;
  return {
    position,
    id,
    hash: rows.hashes[index] ?? '',
    ratio: (rows.ratios[index] ?? 1000) / 1000,
    color: rows.colors[index] ?? -1,
    flags: rows.flags[index] ?? 0,
  };
}
