/**
 * A list of numbers with running totals that stay right while single numbers change: a Fenwick tree. With the heights of
 * 54,000 parts of a grid, "where does part i begin?" and "which part is at y?" take 16 steps.
 */
export class Sums {
  private readonly values: Float64Array;
  private readonly tree: Float64Array;
  private readonly top: number;
  private sum = 0;

  constructor(values: ArrayLike<number>) {
    this.values = Float64Array.from(values);
    this.tree = new Float64Array(values.length + 1);
    this.top = values.length === 0 ? 0 : 2 ** Math.floor(Math.log2(values.length));
    for (let i = 1; i <= values.length; i++) {
      this.tree[i]! += this.values[i - 1]!;
      this.sum += this.values[i - 1]!;
      const parent = i + (i & -i);
      if (parent <= values.length) {
        this.tree[parent]! += this.tree[i]!;
      }
    }
  }

  get length(): number {
    return this.values.length;
  }

  get total(): number {
    return this.sum;
  }

  at(index: number): number {
    return this.values[index]!;
  }

  set(index: number, value: number): void {
    const change = value - this.values[index]!;
    if (change === 0) {
      return;
    }
    this.values[index] = value;
    this.sum += change;
    for (let i = index + 1; i < this.tree.length; i += i & -i) {
      this.tree[i]! += change;
    }
  }

  /** The sum of the numbers before `index`. */
  before(index: number): number {
    let sum = 0;
    for (let i = index; i > 0; i -= i & -i) {
      sum += this.tree[i]!;
    }
    return sum;
  }

  /** The index of the number in which `point` falls; the first or last one for a point outside. */
  find(point: number): number {
    let index = 0;
    let rest = point;
    for (let step = this.top; step > 0; step >>= 1) {
      const next = index + step;
      if (next < this.tree.length && this.tree[next]! <= rest) {
        index = next;
        rest -= this.tree[next]!;
      }
    }
    return Math.max(0, Math.min(index, this.values.length - 1));
  }
}
