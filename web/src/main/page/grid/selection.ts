import { Intervals } from './intervals';

/**
 * Which photos of an order are selected, by position. Costs as much as there are ranges, so that *all hits* of a million
 * is a flag and not a list of ids. Positions mean something in one order only: another search begins with a new one.
 */
export class Selection {
  private chosen = Intervals.NONE;
  /** Where the next range begins, and what was selected before the last one: a second Shift-click changes its end. */
  private origin = 0;
  private beforeRange = Intervals.NONE;
  /** Where the last range ended, or -1: from there the arrows go on with it. */
  private end = -1;
  private readonly listeners = new Set<(selection: Selection) => void>();

  constructor(private all: number) {}

  /** How many positions there are. */
  get total(): number {
    return this.all;
  }

  get count(): number {
    return this.chosen.count;
  }

  get isEmpty(): boolean {
    return this.chosen.isEmpty;
  }

  get isAll(): boolean {
    return this.total > 0 && this.count === this.total;
  }

  get ranges(): [number, number][] {
    return this.chosen.ranges;
  }

  has(position: number): boolean {
    return this.chosen.has(position);
  }

  /** Whether all, some or none of a section are selected. */
  extentIn(start: number, count: number): 'all' | 'some' | 'none' {
    const inside = this.chosen.countIn(start, start + count);
    return inside === 0 ? 'none' : inside === count ? 'all' : 'some';
  }

  toggle(position: number): void {
    const on = !this.chosen.has(position);
    this.change(on ? this.chosen.add(position, position + 1) : this.chosen.remove(position, position + 1));
    this.startAt(position);
  }

  /** From the photo that was selected last to this one; again from there when it is called again. */
  extendTo(position: number): void {
    const from = Math.min(this.origin, position);
    this.end = position;
    this.change(this.beforeRange.add(from, Math.max(this.origin, position) + 1));
  }

  /** A step of the range from one photo to another; a new range where the last one did not end there. */
  extendFrom(from: number, to: number): void {
    if (this.end !== from || !this.has(from)) {
      this.startAt(from);
    }
    this.extendTo(to);
  }

  /** Where a range begins that `extendTo` ends. */
  startAt(position: number): void {
    this.origin = position;
    this.end = position;
    this.beforeRange = this.chosen;
  }

  set(start: number, count: number, on: boolean): void {
    this.change(on ? this.chosen.add(start, start + count) : this.chosen.remove(start, start + count));
    this.startAt(start);
  }

  /** Photos are put in at a position; none of them is selected. */
  insert(at: number, count: number): void {
    this.all += count;
    this.replace(this.chosen.insert(at, count));
    if (this.origin >= at) this.origin += count;
  }

  /** Photos are taken out again; a range that began among them begins at the one before. */
  cut(at: number, count: number): void {
    this.all -= count;
    this.replace(this.chosen.cut(at, count));
    if (this.origin >= at) this.origin = Math.max(0, at - 1, this.origin - count);
  }

  /** What is selected now, to be given to `replace` while a rectangle is drawn over it. */
  snapshot(): Intervals {
    return this.chosen;
  }

  replace(chosen: Intervals): void {
    this.end = -1;
    this.change(chosen);
    this.beforeRange = chosen;
  }

  selectAll(): void {
    this.set(0, this.total, true);
  }

  invert(): void {
    this.replace(this.chosen.invert(this.total));
  }

  clear(): void {
    this.replace(Intervals.NONE);
  }

  /** Calls `listener` now and after each change (the contract of Svelte's stores). Returns how to stop. */
  subscribe(listener: (selection: Selection) => void): () => void {
    this.listeners.add(listener);
    listener(this);
    return () => this.listeners.delete(listener);
  }

  private change(chosen: Intervals): void {
    this.chosen = chosen;
    for (const listener of this.listeners) {
      listener(this);
    }
  }
}
