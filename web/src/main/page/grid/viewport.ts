import { Segment } from './segment';

/**
 * The scrolled element, in the space of the whole grid. It scrolls natively; what it stands for is a `Segment`.
 */
export class Viewport {
  private readonly segment: Segment;
  private written = 0;
  // Asking the browser makes it lay out the page, so it is asked once a frame, before anything is changed.
  private scrollTop = 0;
  private ownHeight = 0;

  constructor(
    readonly scroller: HTMLElement,
    /** The only child that takes room. */
    private readonly ground: HTMLElement,
    tallest?: number,
  ) {
    this.segment = new Segment(tallest);
    this.resized();
  }

  /** Notices where the element is scrolled to. To be called before each frame. */
  read(): void {
    this.scrollTop = this.scroller.scrollTop;
  }

  resized(): void {
    this.ownHeight = this.scroller.clientHeight;
  }

  /** The height of the grid at the upper edge of what is seen. */
  get top(): number {
    return this.segment.base + this.scrollTop;
  }

  get height(): number {
    return this.ownHeight;
  }

  /** Whether a person scrolled since the last jump. */
  get wasScrolled(): boolean {
    return Math.abs(this.scrollTop - this.written) > 1;
  }

  /** Where a height of the grid is in the ground. */
  within(y: number): number {
    return y - this.segment.base;
  }

  /** Shows the grid at `top`, wherever that is. */
  jump(top: number, gridHeight: number): void {
    const aim = Math.round(Math.max(0, Math.min(top, gridHeight - this.height)));
    const inside = aim - this.segment.base;
    const outside = inside < 0 || inside + this.height > this.segment.extent(gridHeight);
    this.place(outside || this.segment.isUrgent(inside, this.height, gridHeight) ? this.segment.centre(aim, gridHeight) : inside, gridHeight);
  }

  /** Makes `top` the height at the upper edge without a scroll: what is seen stays, what it is called changes. */
  rename(top: number): void {
    this.segment.base = Math.round(top - this.scrollTop);
  }

  /** Lets the element stand for another part where it must, or, `atRest`, where it had better. */
  settle(gridHeight: number, atRest: boolean): void {
    const { scrollTop } = this;
    const must = this.segment.isUrgent(scrollTop, this.height, gridHeight);
    if (must || (atRest && this.segment.isOff(scrollTop, gridHeight))) {
      this.place(this.segment.centre(Math.max(0, this.top), gridHeight), gridHeight);
    } else {
      this.extend(gridHeight);
    }
  }

  private place(scrollTop: number, gridHeight: number): void {
    this.extend(gridHeight);
    this.scroller.scrollTop = scrollTop;
    this.read();
    this.written = this.scrollTop;
  }

  private extend(gridHeight: number): void {
    const height = `${this.segment.extent(gridHeight)}px`;
    if (this.ground.style.height !== height) {
      this.ground.style.height = height;
    }
  }
}
