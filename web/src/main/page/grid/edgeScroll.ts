/** How near to an edge a pointer scrolls, and how fast at most, in pixels a frame. */
const NEAR = 64;
const FASTEST = 28;

/** Scrolls while a dragging pointer is at the upper or lower edge. */
export class EdgeScroll {
  private frame = 0;
  private speed = 0;

  /** @param scrolled called after each step */
  constructor(
    private readonly scroller: HTMLElement,
    private readonly scrolled: () => void,
  ) {}

  /** The pointer is at this height of the window now. */
  follow(clientY: number): void {
    const { top, bottom } = this.scroller.getBoundingClientRect();
    const above = top + NEAR - clientY;
    const below = clientY - (bottom - NEAR);
    this.speed = FASTEST * (Math.min(1, Math.max(0, below / NEAR)) - Math.min(1, Math.max(0, above / NEAR)));
    if (this.speed !== 0 && this.frame === 0) {
      this.frame = requestAnimationFrame(() => this.step());
    }
  }

  stop(): void {
    this.speed = 0;
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  private step(): void {
    this.frame = 0;
    if (this.speed !== 0) {
      this.scroller.scrollBy({ top: this.speed, behavior: 'instant' });
      // Calls `follow` again, which asks for the next step.
      this.scrolled();
    }
  }
}
