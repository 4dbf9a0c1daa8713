import type { Rows } from '../api/types';

/** How many consecutive photos are loaded together. */
export const BLOCK = 500;

/** What the grid knows of one photo. */
export interface GridPhoto {
  readonly position: number;
  readonly id: string;
  /** The beginning of its content's hash, by which its thumbnail may be cached for ever. */
  readonly hash: string;
  /** 1000 * width / height */
  readonly ratio: number;
  /** 0xRRGGBB, or -1 */
  readonly color: number;
  /** Local time as if it were UTC, in milliseconds; null where it has no date. */
  readonly taken: number | null;
  readonly flags: number;
  readonly score: number | undefined;
  /** How many near duplicates stand behind it. */
  readonly alike: number;
  /** Whether these are shown, too. */
  readonly isOpen: boolean;
  /** Its place in the stack that it is shown as a part of; 0 for all that are not behind another. */
  readonly member: number;
}

/** Consecutive photos as columns; numbers take 20 bytes a photo. */
export class Block {
  readonly start: number;
  readonly count: number;
  readonly ratios: Uint16Array;
  private readonly ids: readonly string[];
  private readonly hashes: readonly string[];
  private readonly colors: Int32Array;
  private readonly taken: Float64Array;
  private readonly flags: Uint16Array;
  private readonly scores: Float32Array | undefined;
  private readonly alike: Uint32Array | undefined;

  constructor(rows: Rows) {
    this.start = rows.start;
    this.count = rows.ids.length;
    this.ids = rows.ids;
    this.hashes = rows.hashes;
    this.ratios = Uint16Array.from(rows.ratios, (ratio) => Math.min(ratio, 0xffff));
    this.colors = Int32Array.from(rows.colors);
    this.taken = Float64Array.from(rows.taken, (time) => time ?? NaN);
    this.flags = Uint16Array.from(rows.flags);
    this.scores = rows.scores && Float32Array.from(rows.scores);
    this.alike = rows.alike && Uint32Array.from(rows.alike);
  }

  photo(position: number): GridPhoto {
    const i = position - this.start;
    const taken = this.taken[i]!;
    return {
      position,
      id: this.ids[i]!,
      hash: this.hashes[i]!,
      ratio: this.ratios[i]!,
      color: this.colors[i]!,
      taken: Number.isNaN(taken) ? null : taken,
      flags: this.flags[i]!,
      score: this.scores?.[i],
      alike: this.alike?.[i] ?? 0,
      isOpen: false,
      member: 0,
    };
  }

  /** The position of a photo, or -1. */
  find(id: string): number {
    const i = this.ids.indexOf(id);
    return i < 0 ? -1 : this.start + i;
  }
}
