/**
 * A set of positions as ranges: all of a million hits are one range, all but three are four. Immutable.
 *
 * Kept as the sorted points where membership changes: [start, end, start, end ...], ends exclusive.
 */
export class Intervals {
  static readonly NONE = new Intervals([]);

  private constructor(private readonly edges: readonly number[]) {}

  static of(start: number, end: number): Intervals {
    return start < end ? new Intervals([start, end]) : Intervals.NONE;
  }

  get isEmpty(): boolean {
    return this.edges.length === 0;
  }

  /** How many positions there are. */
  get count(): number {
    let sum = 0;
    for (let i = 0; i < this.edges.length; i += 2) {
      sum += this.edges[i + 1]! - this.edges[i]!;
    }
    return sum;
  }

  /** `[start, count]` of each range, in order. */
  get ranges(): [number, number][] {
    const ranges: [number, number][] = [];
    for (let i = 0; i < this.edges.length; i += 2) {
      ranges.push([this.edges[i]!, this.edges[i + 1]! - this.edges[i]!]);
    }
    return ranges;
  }

  has(position: number): boolean {
    return this.edgesUpTo(position) % 2 === 1;
  }

  /** How many positions of [start, end) are in the set. */
  countIn(start: number, end: number): number {
    return this.intersect(start, end).count;
  }

  add(start: number, end: number): Intervals {
    return this.splice(start, end, true);
  }

  remove(start: number, end: number): Intervals {
    return this.splice(start, end, false);
  }

  /** All positions below `total` that are not in this set. */
  invert(total: number): Intervals {
    const inside = this.intersect(0, total).edges;
    const edges = inside[0] === 0 ? inside.slice(1) : [0, ...inside];
    return new Intervals(edges.at(-1) === total ? edges.slice(0, -1) : [...edges, total]);
  }

  union(other: Intervals): Intervals {
    return other.ranges.reduce<Intervals>((all, [start, count]) => all.add(start, start + count), this);
  }

  /** The same where `count` positions that are not in the set are put in at `at`. */
  insert(at: number, count: number): Intervals {
    const moved = (edge: number) => edge + count;
    const before = this.remove(at, Infinity).edges;
    return new Intervals([...before, ...this.remove(0, at).edges.map(moved)]);
  }

  /** The same without positions [at, at + count): what comes after them moves there. */
  cut(at: number, count: number): Intervals {
    const after = this.remove(0, at + count).ranges;
    return after.reduce<Intervals>((all, [start, size]) => all.add(start - count, start - count + size), this.remove(at, Infinity));
  }

  private intersect(start: number, end: number): Intervals {
    return this.remove(0, start).remove(end, Infinity);
  }

  /** Makes all of [start, end) in or out. */
  private splice(start: number, end: number, inside: boolean): Intervals {
    if (start >= end) {
      return this;
    }
    const first = this.edgesUpTo(start - 0.5);
    const last = this.edgesUpTo(end);
    const edges = this.edges.slice(0, first);
    if ((first % 2 === 1) !== inside) {
      edges.push(start);
    }
    if ((last % 2 === 1) !== inside) {
      edges.push(end);
    }
    return new Intervals(edges.concat(this.edges.slice(last)));
  }

  /** How many edges are at or before a position. */
  private edgesUpTo(position: number): number {
    let low = 0;
    let high = this.edges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.edges[middle]! <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
