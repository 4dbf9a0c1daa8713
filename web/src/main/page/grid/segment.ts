/** No element is taller than this: browsers lose pixels from about 2^24 on, and compositors earlier. */
export const TALLEST = 8_000_000;

/**
 * The part of the grid's height that the scrolled element stands for. The element scrolls natively, with the browser's
 * own momentum; a point at `y` of the grid is at `y - base` in it. What changes above the seen part moves `base` and not
 * the scroll position, since setting that ends a touch's momentum.
 */
export class Segment {
  base = 0;

  constructor(private readonly tallest = TALLEST) {}

  /** How tall the element is. */
  extent(height: number): number {
    return Math.max(0, Math.min(this.tallest, height - this.base));
  }

  /** Whether scrolling soon hits an edge of the element that is not one of the grid, or passes one that is. */
  isUrgent(scrollTop: number, view: number, height: number): boolean {
    const top = this.base + scrollTop;
    if (this.base < 0) {
      return top < view;
    }
    const early = this.base > 0 && scrollTop < view;
    const late = this.base + this.tallest < height && scrollTop + 2 * view > this.tallest;
    return early || late;
  }

  /** Whether the element had better stand for another part, when nothing moves. */
  isOff(scrollTop: number, height: number): boolean {
    if (this.base < 0 || (this.base > 0 && height <= this.tallest)) {
      return true;
    }
    const nearTop = this.base > 0 && scrollTop < this.tallest / 4;
    const nearEnd = this.base + this.tallest < height && scrollTop > (3 * this.tallest) / 4;
    return nearTop || nearEnd;
  }

  /** Chooses the part around `top`; returns the scroll position that shows `top`. */
  centre(top: number, height: number): number {
    this.base = Math.max(0, Math.min(Math.round(top - this.tallest / 2), height - this.tallest));
    return top - this.base;
  }
}
