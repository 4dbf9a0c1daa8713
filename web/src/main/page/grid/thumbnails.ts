/** Browsers open six connections to a server; one stays free for the photos' data. */
const AT_ONCE = 5;

interface Waiting {
  readonly url: string;
  readonly y: number;
}

/**
 * Loads the pictures of cells, nearest to the middle of the view first, a few at once. A browser that gets all `src` at
 * once loads them in the order of the document, and goes on with those that scrolled away.
 */
export class Thumbnails {
  private readonly waiting = new Map<HTMLImageElement, Waiting>();
  private readonly loading = new Set<HTMLImageElement>();
  private middle = 0;
  /** While one scrolls too fast to see photos, none is begun. */
  private held = false;
  /** While anything moves, pictures appear at once: each that fades in is a layer of its own to the browser. */
  private moving = false;

  /** @param arrived called when all that was wanted is there */
  constructor(private readonly arrived: () => void) {}

  /** Makes an image whose pictures this loads. */
  adopt(image: HTMLImageElement): void {
    image.decoding = 'async';
    image.addEventListener('load', () => this.ended(image, true));
    image.addEventListener('error', () => this.ended(image, false));
  }

  /** Shows a picture in an image, when its turn comes. `y` is where its middle is in the grid. */
  want(image: HTMLImageElement, url: string, y: number): void {
    this.drop(image);
    this.waiting.set(image, { url, y });
  }

  /** Empties an image, and ends the loading of its picture. */
  drop(image: HTMLImageElement): void {
    this.waiting.delete(image);
    this.loading.delete(image);
    if (image.hasAttribute('src')) {
      image.classList.remove('there', 'fading');
      image.removeAttribute('src');
    }
  }

  /** Begins what can be begun, now that `middle` is in the middle of the view. `held`: nothing. */
  pump(middle: number, { moving, held }: { moving: boolean; held: boolean }): void {
    this.middle = middle;
    this.moving = moving;
    this.held = held;
    this.begin();
  }

  /** Whether all that was wanted is there. */
  get isIdle(): boolean {
    return this.waiting.size === 0 && this.loading.size === 0;
  }

  private begin(): void {
    while (!this.held && this.loading.size < AT_ONCE && this.waiting.size > 0) {
      const [image, { url }] = this.nearest();
      this.waiting.delete(image);
      this.loading.add(image);
      image.src = url;
    }
  }

  private nearest(): [HTMLImageElement, Waiting] {
    let best: [HTMLImageElement, Waiting] | undefined;
    for (const entry of this.waiting) {
      if (best === undefined || Math.abs(entry[1].y - this.middle) < Math.abs(best[1].y - this.middle)) {
        best = entry;
      }
    }
    return best!;
  }

  private ended(image: HTMLImageElement, there: boolean): void {
    // Not one that was dropped meanwhile.
    if (this.loading.delete(image)) {
      image.classList.toggle('fading', there && !this.moving);
      image.classList.toggle('there', there);
      this.begin();
      if (this.isIdle) {
        this.arrived();
      }
    }
  }
}
