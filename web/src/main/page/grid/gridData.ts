import type { Rows } from '../api/types';
import { BLOCK, Block, type GridPhoto } from './block';
import { OpenStacks } from './openStacks';

/** Loads photos at positions [start, start + count). */
export type RowSource = (range: { start: number; count: number }, signal: AbortSignal) => Promise<Rows>;

export interface GridDataEvents {
  /** Photos at these positions are there now. */
  readonly loaded: (start: number, end: number) => void;
  /** The server no longer has this order: `/grid` must be asked again. */
  readonly stale: () => void;
}

/** Blocks that are kept: 40,000 photos. */
const KEPT = 80;
const AT_ONCE = 3;
const FIRST_RETRY = 500;
const LAST_RETRY = 15_000;

/**
 * The photos of one order, with the members of stacks that are open, loaded in blocks as they come near the view. What scrolled away before it came is aborted,
 * what was seen longest ago is forgotten, and what fails is asked for again, less and less often, while it is wanted.
 */
export class GridData {
  /** In the order in which they were wanted last. */
  private readonly blocks = new Map<number, Block>();
  private readonly asked = new Map<number, AbortController>();
  private wanted: number[] = [];
  private retryIn = FIRST_RETRY;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private closed = false;
  private opened = OpenStacks.NONE;

  constructor(
    private readonly places: number,
    first: Rows,
    private readonly source: RowSource,
    private readonly events: GridDataEvents,
  ) {
    // A block that is not whole would look as if the order ended there.
    if (first.start === 0 && first.ids.length === Math.min(BLOCK, places) && places > 0) {
      this.blocks.set(0, new Block(first));
    }
  }

  /** How many photos are shown. */
  get total(): number {
    return this.places + this.opened.members;
  }

  get stacks(): OpenStacks {
    return this.opened;
  }

  /** Shows other stacks open; positions mean other photos from then on. */
  open(stacks: OpenStacks): void {
    this.opened = stacks;
  }

  photo(position: number): GridPhoto | undefined {
    const origin = this.opened.origin(position);
    if (origin.member > 0) {
      return this.opened.photo(origin, position);
    }
    const photo = this.blocks.get(Math.floor(origin.place / BLOCK))?.photo(origin.place);
    return photo === undefined || this.opened.isEmpty ? photo : { ...photo, position, isOpen: this.opened.has(origin.place) };
  }

  /** The position of a photo among those that are loaded, or -1. */
  find(id: string): number {
    for (const block of this.blocks.values()) {
      const position = block.find(id);
      if (position >= 0) {
        return this.opened.position(position);
      }
    }
    return this.opened.find(id);
  }

  /** The ratios of photos [start, end), if all of them are loaded. */
  ratios(start: number, end: number): Uint16Array | undefined {
    if (!this.opened.isEmpty) {
      return this.ratiosBetween(start, end);
    }
    const ratios = new Uint16Array(end - start);
    for (let at = start; at < end; ) {
      const block = this.blocks.get(Math.floor(at / BLOCK));
      if (block === undefined) {
        return undefined;
      }
      const until = Math.min(end, block.start + block.count);
      ratios.set(block.ratios.subarray(at - block.start, until - block.start), at - start);
      at = until;
    }
    return ratios;
  }

  private ratiosBetween(start: number, end: number): Uint16Array | undefined {
    const photos = Array.from({ length: end - start }, (_, i) => this.photo(start + i));
    return photos.includes(undefined) ? undefined : Uint16Array.from(photos, (photo) => Math.min(photo!.ratio, 0xffff));
  }

  /** Loads photos [from, to) first, then their neighbours if it is `further`; nothing else is loaded any longer. */
  want(from: number, to: number, further = true): void {
    const last = Math.ceil(this.places / BLOCK) - 1;
    const [begin, end] = [this.opened.origin(from).place, this.opened.origin(Math.max(from, to - 1)).place];
    const first = Math.floor(begin / BLOCK);
    const until = Math.floor(end / BLOCK);
    const middle = (begin + end + 1) / 2 / BLOCK - 0.5;
    const wanted: number[] = [];
    for (let block = Math.max(0, first - 1); block <= Math.min(last, until + 1); block++) {
      if (further || (block >= first && block <= until) || this.asked.has(block)) {
        wanted.push(block);
      }
    }
    this.wanted = wanted.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
    for (const [block, request] of this.asked) {
      if (!wanted.includes(block)) {
        this.asked.delete(block);
        request.abort();
      }
    }
    this.keep();
    this.ask();
  }

  /** One photo, loaded if it must be. Undefined past the end. */
  async load(position: number, signal: AbortSignal): Promise<GridPhoto | undefined> {
    if (position < 0 || position >= this.total) {
      return undefined;
    }
    const number = Math.floor(this.opened.origin(position).place / BLOCK);
    if (!this.blocks.has(number)) {
      this.take(number, new Block(await this.source({ start: number * BLOCK, count: BLOCK }, signal)));
    }
    return this.photo(position);
  }

  /** Whether nothing more is loaded: the order is gone, or no longer shown. */
  get isClosed(): boolean {
    return this.closed;
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.retryTimer);
    this.asked.forEach((request) => request.abort());
    this.asked.clear();
  }

  /** Marks what is wanted as used just now, and forgets what was used longest ago. */
  private keep(): void {
    for (const number of this.wanted) {
      const block = this.blocks.get(number);
      if (block !== undefined) {
        this.blocks.delete(number);
        this.blocks.set(number, block);
      }
    }
    for (const number of this.blocks.keys()) {
      if (this.blocks.size <= KEPT) {
        return;
      }
      this.blocks.delete(number);
    }
  }

  private ask(): void {
    for (const number of this.wanted) {
      if (this.closed || this.asked.size >= AT_ONCE || this.retryTimer !== undefined) {
        return;
      }
      if (!this.blocks.has(number) && !this.asked.has(number)) {
        void this.askFor(number);
      }
    }
  }

  private async askFor(number: number): Promise<void> {
    const request = new AbortController();
    this.asked.set(number, request);
    try {
      const rows = await this.source({ start: number * BLOCK, count: BLOCK }, request.signal);
      if (!request.signal.aborted) {
        this.asked.delete(number);
        this.retryIn = FIRST_RETRY;
        this.take(number, new Block(rows));
      }
    } catch (error) {
      if (!request.signal.aborted) {
        this.asked.delete(number);
        this.failed(error);
      }
    }
    this.ask();
  }

  private take(number: number, block: Block): void {
    if (this.closed) {
      return;
    }
    if (block.count < Math.min(BLOCK, this.places - number * BLOCK)) {
      // The order has become shorter than it was said to be.
      this.events.stale();
      return;
    }
    this.blocks.set(number, block);
    this.keep();
    this.events.loaded(block.start, block.start + block.count);
  }

  private failed(error: unknown): void {
    if (this.closed) {
      return;
    }
    if (isGone(error)) {
      this.close();
      this.events.stale();
      return;
    }
    // What fails together is asked for again together.
    this.retryTimer ??= setTimeout(() => {
      this.retryTimer = undefined;
      this.retryIn = Math.min(LAST_RETRY, 2 * this.retryIn);
      this.ask();
    }, this.retryIn);
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'status' in error && error.status === 410;
}
