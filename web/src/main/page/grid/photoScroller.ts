import type { GridPhoto } from './block';
import { Cell } from './cell';
import type { GridData } from './gridData';
import { GridLayout, type Place, type RowPlace } from './gridLayout';
import type { Measure } from './justify';
import { Motion } from './motion';
import type { Runs } from './runs';
import type { Selection } from './selection';
import { Stage, type GridWords } from './stage';
import { Thumbnails } from './thumbnails';
import { Viewport } from './viewport';

/** As in grid.css. */
export const SPACING = { heading: 52, lessLikely: 44, sectionEnd: 12 };
/** What is rendered beyond what is seen, as a part of the view's height. */
const OVERSCAN = 0.8;
/** Rendered parts begin and end at multiples of this, so that most frames of a scroll change nothing. */
const STEP = 128;
/** Heights of the view a second, from which single photos cannot be seen. */
const TOO_FAST = 6;
/** Heights of the view, above which a move is a leap and not a part of a scroll. */
const LEAP = 2;

/** An order of photos, as it is shown. */
export interface Order {
  readonly runs: Runs;
  readonly data: GridData;
  readonly selection: Selection;
  /** Of the photos that are known, to estimate by. */
  readonly meanRatio: number;
}

/** A photo and how far below the upper edge its row is: what stays where it is when all else moves. */
export interface Anchor {
  readonly position: number;
  readonly offset: number;
}

/**
 * Shows a part of an order in a scrolled element, and keeps what is seen in its place while heights above become known.
 * One frame is one call of `render`.
 */
export class PhotoScroller {
  readonly thumbnails = new Thumbnails(() => this.schedule());
  readonly viewport: Viewport;
  private readonly stage: Stage;
  private order: Order | undefined;
  private current: GridLayout | undefined;
  private measure: Measure = { width: 0, rowHeight: 200, gap: 4 };
  /** Where a jump leads, until the photos there are known. */
  private target: Anchor | undefined;
  /** After a leap, until all that is seen has its pictures: nothing else is rendered or asked for. */
  private arriving = false;
  private active = 0;
  /** Whether the active photo gets the focus as soon as it is there. */
  private wantsFocus = false;
  private frame = 0;
  private readonly motion = new Motion(() => this.schedule());

  constructor(
    scroller: HTMLElement,
    ground: HTMLElement,
    words: GridWords,
    private readonly moved: () => void,
  ) {
    this.viewport = new Viewport(scroller, ground);
    this.stage = new Stage(ground, this.thumbnails, words);
    scroller.addEventListener('scroll', () => this.scrolled(), { passive: true });
    scroller.addEventListener('focusin', (event) => this.focused(Cell.positionOf(event.target)));
  }

  get layout(): GridLayout | undefined {
    return this.current;
  }

  /** The photo that has the focus, or that Tab leads to. */
  get activePosition(): number {
    return this.active;
  }

  /** Shows another order from its beginning, or from a photo on; `active` where that is another photo's number now. */
  show(order: Order, from?: Anchor, active?: number): void {
    if (active !== undefined) {
      this.active = active;
    } else if (this.order?.data !== order.data) {
      this.active = from?.position ?? 0;
    }
    this.order = order;
    this.relayout(from ?? { position: 0, offset: Infinity });
  }

  /** Fits the rows to another width or height of rows; the photo at the upper edge stays there. */
  fit(measure: Measure): void {
    this.viewport.resized();
    const { width, rowHeight, gap } = this.measure;
    if (width !== measure.width || rowHeight !== measure.rowHeight || gap !== measure.gap) {
      const anchor = this.current && this.anchor();
      this.measure = measure;
      this.relayout(anchor ?? { position: 0, offset: Infinity });
    } else {
      this.schedule();
    }
  }

  /** The photo at the upper edge and how far below it is; to come back to. */
  anchor(): Anchor {
    const layout = this.current;
    if (this.target !== undefined || layout === undefined) {
      return this.target ?? { position: 0, offset: Infinity };
    }
    const top = this.viewport.top;
    if (top <= 0) {
      return { position: 0, offset: Infinity };
    }
    const position = layout.positionAt(top + SPACING.heading);
    return { position, offset: layout.place(position).y - top };
  }

  /** Where a photo is, if it is in view. */
  anchorAt(position: number): Anchor | undefined {
    const { top, height } = this.viewport;
    const place = this.place(position);
    const inView = place !== undefined && place.y + place.height > top && place.y < top + height;
    return inView ? { position, offset: place.y - top } : undefined;
  }

  /** Shows a photo so far below the upper edge. */
  goTo(anchor: Anchor): void {
    const layout = this.current;
    if (layout !== undefined) {
      this.target = anchor;
      const before = this.viewport.top;
      this.viewport.jump(layout.place(anchor.position).y - anchor.offset, layout.height);
      if (Math.abs(this.viewport.top - before) > LEAP * this.viewport.height) {
        this.arriving = true;
        this.motion.leapt(performance.now(), this.viewport.top);
      }
      this.schedule();
    }
  }

  /** Shows a photo at the upper edge; one that begins a section with its heading. */
  jump(position: number): void {
    this.goTo({ position, offset: SPACING.heading });
  }

  /** Scrolls as little as it takes to see a photo whole. */
  reveal(position: number): void {
    const place = this.place(position);
    const { top, height } = this.viewport;
    if (place === undefined || !place.exact) {
      this.goTo({ position, offset: height / 3 });
    } else if (place.y < top + SPACING.heading) {
      this.goTo({ position, offset: SPACING.heading });
    } else if (place.y + place.height > top + height) {
      this.goTo({ position, offset: Math.max(SPACING.heading, height - place.height - this.measure.gap) });
    }
  }

  /** Makes a photo the one that Tab leads to, and gives it the focus if that is `wanted`. */
  focus(position: number, wanted: boolean): void {
    this.active = position;
    this.wantsFocus = wanted;
    this.reveal(position);
    this.render();
  }

  /** A photo, if it is loaded. */
  photo(position: number): GridPhoto | undefined {
    return this.order?.data.photo(position);
  }

  place(position: number): Place | undefined {
    return this.current?.place(position);
  }

  /** Shows what is selected. */
  mark(): void {
    if (this.order !== undefined) {
      this.stage.mark(this.order.selection, this.active);
    }
  }

  /** Renders in the next frame. */
  schedule(): void {
    this.frame ||= requestAnimationFrame((time) => {
      this.frame = 0;
      this.viewport.read();
      this.motion.gauge(time, this.viewport.top);
      this.render();
    });
  }

  close(): void {
    cancelAnimationFrame(this.frame);
    this.motion.close();
    this.stage.clear();
  }

  private relayout(anchor: Anchor): void {
    if (this.order === undefined || this.measure.width <= 0) {
      return;
    }
    this.wantsFocus ||= this.viewport.scroller.contains(document.activeElement);
    this.stage.clear();
    this.current = new GridLayout(this.order.runs, this.measure, SPACING, this.order.meanRatio);
    this.goTo(anchor);
    this.render();
  }

  private scrolled(): void {
    this.viewport.read();
    if (this.viewport.wasScrolled) {
      this.target = undefined;
      this.arriving = false;
    }
    this.motion.scrolled();
    this.schedule();
  }

  private render(): void {
    const { order, current: layout, viewport } = this;
    if (order === undefined || layout === undefined) {
      return;
    }
    const [from, to] = this.layOut(layout, order);
    viewport.settle(layout.height, this.motion.rests);
    this.keepReachable(layout);
    this.stage.show({
      layout,
      data: order.data,
      from,
      to,
      within: (y) => viewport.within(y),
      pinned: this.pinned(layout),
    });
    this.mark();
    this.giveFocus();
    const moving = !this.motion.rests;
    const held = moving && this.motion.speed * 1000 > TOO_FAST * viewport.height;
    this.thumbnails.pump(viewport.top + viewport.height / 2, { moving, held });
    if (this.arriving && this.target === undefined && this.thumbnails.isIdle) {
      this.arriving = false;
      this.schedule();
    }
    this.moved();
  }

  /** Lays out what is seen or nearly so; returns where that begins and ends. */
  private layOut(layout: GridLayout, order: Order): [number, number] {
    const anchor = this.anchor();
    let range = this.range();
    // Each pass may bring other runs into view, as heights become known.
    for (let pass = 0; pass < 4 && this.layRange(layout, order, range); pass++) {
      if (anchor.offset !== Infinity) {
        this.viewport.rename(layout.place(anchor.position).y - anchor.offset);
      }
      range = this.range();
    }
    const last = layout.runAt(range[1]);
    order.data.want(layout.runs.start(layout.runAt(range[0])), layout.runs.end(last), !this.arriving);
    if (this.target !== undefined && layout.place(this.target.position).exact) {
      this.target = undefined;
    }
    return range;
  }

  private layRange(layout: GridLayout, { runs, data }: Order, [from, to]: [number, number]): boolean {
    let changed = false;
    for (let run = layout.runAt(from); run < runs.length && layout.top(run) < to; run++) {
      changed = layout.lay(run, () => data.ratios(runs.start(run), runs.end(run))) || changed;
    }
    return changed;
  }

  private range(): [number, number] {
    const { top, height } = this.viewport;
    const beyond = this.arriving ? 0 : OVERSCAN * height;
    return [Math.floor((top - beyond) / STEP) * STEP, Math.ceil((top + height + beyond) / STEP) * STEP];
  }

  private focused(position: number): void {
    if (position >= 0) {
      this.active = position;
      this.schedule();
    }
  }

  private giveFocus(): void {
    const link = this.wantsFocus ? this.stage.link(this.active) : undefined;
    if (link !== undefined) {
      this.wantsFocus = false;
      link.focus({ preventScroll: true });
    }
  }

  private pinned(layout: GridLayout): RowPlace | undefined {
    const focused = this.viewport.scroller.contains(document.activeElement) && document.activeElement !== this.viewport.scroller;
    return focused ? layout.rowOf(this.active) : undefined;
  }

  /** Lets Tab lead to a photo that is there, where none has the focus. */
  private keepReachable(layout: GridLayout): void {
    const { top, height, scroller } = this.viewport;
    const place = layout.place(this.active);
    if (!this.wantsFocus && !scroller.contains(document.activeElement) && (place.y < top || place.y > top + height)) {
      this.active = layout.positionAt(Math.max(0, top) + SPACING.heading);
    }
  }
}
