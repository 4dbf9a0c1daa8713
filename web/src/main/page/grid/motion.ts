/** How long after the last scroll nothing moves, in milliseconds. */
const REST = 150;

/** Whether and how fast the grid is scrolled. */
export class Motion {
  /** In pixels a millisecond, over the last frames. */
  speed = 0;
  rests = true;
  private lastTop = 0;
  private lastTime = 0;
  private lastLeap = -Infinity;
  private leaps = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param rested called when nothing moves any longer */
  constructor(private readonly rested: () => void) {}

  scrolled(): void {
    this.rests = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.rests = true;
      this.speed = 0;
      this.rested();
    }, REST);
  }

  /** Called when the grid shows another place at once: a leap or two are not speed, but more in a row, as of a drag, are. */
  leapt(time: number, top: number): void {
    this.leaps = time - this.lastLeap < REST ? this.leaps + 1 : 1;
    this.speed = this.leaps > 2 ? Infinity : 0;
    this.lastLeap = time;
    this.lastTop = top;
    this.scrolled();
  }

  /** Called in each frame with where the upper edge is. */
  gauge(time: number, top: number): void {
    const passed = time - this.lastTime;
    if (passed > 0 && passed < 100) {
      this.speed = 0.7 * this.speed + (0.3 * Math.abs(top - this.lastTop)) / passed;
    }
    this.lastTop = top;
    this.lastTime = time;
  }

  close(): void {
    clearTimeout(this.timer);
  }
}
