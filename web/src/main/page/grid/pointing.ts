import { Cell } from './cell';
import { EdgeScroll } from './edgeScroll';
import type { PhotoScroller } from './photoScroller';
import type { Intervals } from './intervals';
import { photosIn, type Corners } from './rectangle';
import type { Selection } from './selection';

/** A pointer that moved less than this has not moved. */
const STILL = 6;
const LONG_PRESS = 450;

export interface PointingTarget {
  readonly view: PhotoScroller;
  readonly ground: HTMLElement;
  readonly selection: () => Selection | undefined;
  readonly open: (position: number) => void;
  /** Opens or closes the stack of a photo. */
  readonly toggleStack: (position: number) => void;
}

/**
 * Mouse and fingers in the grid: a click opens, or selects where something is selected; Shift extends, a drag draws a
 * rectangle; a long press selects, and goes on to the photo under the finger.
 */
export class Pointing {
  private readonly rectangle = document.createElement('div');
  private readonly edges: EdgeScroll;
  private pressed: { x: number; y: number; position: number; pointer: number } | undefined;
  private corners: Corners | undefined;
  private before: Intervals | undefined;
  private extending = false;
  /** After a drag the browser sends a click that means nothing. */
  private ignoresClick = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last = { x: 0, y: 0 };

  constructor(private readonly target: PointingTarget) {
    this.rectangle.className = 'rectangle';
    const { ground, view } = target;
    this.edges = new EdgeScroll(view.viewport.scroller, () => this.follow());
    ground.addEventListener('click', (event) => this.click(event));
    ground.addEventListener('pointerdown', (event) => this.down(event));
    ground.addEventListener('pointermove', (event) => this.move(event));
    ground.addEventListener('pointerup', () => this.end());
    ground.addEventListener('pointercancel', () => this.end());
    // While a finger selects, it does not scroll.
    ground.addEventListener('touchmove', (event) => this.extending && event.preventDefault(), { passive: false });
    ground.addEventListener('contextmenu', (event) => this.extending && event.preventDefault());
  }

  private click(event: MouseEvent): void {
    const position = Cell.positionOf(event.target);
    if (this.ignoresClick) {
      this.ignoresClick = false;
      event.preventDefault();
      return;
    }
    if (position < 0 || event.button !== 0) {
      return;
    }
    event.preventDefault();
    const selection = this.target.selection();
    if (selection === undefined) {
      return;
    }
    if ((event.target as Element).closest('.stack') !== null) {
      this.target.toggleStack(position);
      return;
    }
    const onCheck = (event.target as Element).closest('.check') !== null;
    if (event.shiftKey) {
      // With nothing selected there is no photo to begin at but this one.
      if (selection.isEmpty) {
        selection.startAt(position);
      }
      selection.extendTo(position);
    } else if (onCheck || event.ctrlKey || event.metaKey || !selection.isEmpty) {
      selection.toggle(position);
    } else {
      this.target.open(position);
      return;
    }
    this.target.view.focus(position, true);
  }

  private down(event: PointerEvent): void {
    this.ignoresClick = false;
    if (event.button !== 0 || (event.target as Element).closest('.heading, .stack')) {
      return;
    }
    const position = Cell.positionOf(event.target);
    this.pressed = { x: event.clientX, y: event.clientY, position, pointer: event.pointerId };
    if (event.pointerType === 'touch' && position >= 0) {
      this.timer = setTimeout(() => this.longPress(position), LONG_PRESS);
    }
  }

  private longPress(position: number): void {
    this.extending = true;
    this.ignoresClick = true;
    navigator.vibrate?.(8);
    this.target.selection()?.toggle(position);
  }

  private move(event: PointerEvent): void {
    const { pressed } = this;
    if (pressed === undefined || event.pointerId !== pressed.pointer) {
      return;
    }
    // It was let go where that is not seen: elsewhere, or in a menu of the system.
    if (event.buttons === 0) {
      this.end();
      return;
    }
    this.last = { x: event.clientX, y: event.clientY };
    const moved = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > STILL;
    if (moved && event.pointerType === 'touch' && !this.extending) {
      clearTimeout(this.timer);
      this.pressed = undefined;
    } else if (moved && event.pointerType !== 'touch' && this.corners === undefined) {
      this.beginRectangle(event, pressed);
    }
    this.follow();
  }

  private beginRectangle(event: PointerEvent, pressed: { x: number; y: number }): void {
    const { ground, selection } = this.target;
    ground.setPointerCapture(event.pointerId);
    this.ignoresClick = true;
    this.before = selection()?.snapshot();
    const start = this.toGrid(pressed);
    this.corners = { x1: start.x, y1: start.y, x2: start.x, y2: start.y };
    ground.append(this.rectangle);
  }

  /** Does what the pointer means where it is now; the grid may have moved below it. */
  private follow(): void {
    if (this.extending) {
      const under = Cell.positionOf(document.elementFromPoint(this.last.x, this.last.y));
      if (under >= 0) {
        this.target.selection()?.extendTo(under);
      }
      this.edges.follow(this.last.y);
    } else if (this.corners !== undefined) {
      const end = this.toGrid(this.last);
      this.corners = { ...this.corners, x2: end.x, y2: end.y };
      const { layout, viewport } = this.target.view;
      if (layout !== undefined && this.before !== undefined) {
        this.target.selection()?.replace(this.before.union(photosIn(layout, this.corners)));
        draw(this.rectangle, this.corners, (y) => viewport.within(y));
      }
      this.edges.follow(this.last.y);
    }
  }

  private toGrid({ x, y }: { x: number; y: number }): { x: number; y: number } {
    const { ground, view } = this.target;
    const box = view.viewport.scroller.getBoundingClientRect();
    return { x: x - ground.getBoundingClientRect().left, y: y - box.top + view.viewport.top };
  }

  private end(): void {
    clearTimeout(this.timer);
    this.edges.stop();
    this.rectangle.remove();
    this.pressed = undefined;
    this.corners = undefined;
    this.extending = false;
  }
}

function draw(rectangle: HTMLElement, { x1, y1, x2, y2 }: Corners, within: (y: number) => number): void {
  rectangle.style.left = `${Math.min(x1, x2)}px`;
  rectangle.style.top = `${within(Math.min(y1, y2))}px`;
  rectangle.style.width = `${Math.abs(x2 - x1)}px`;
  rectangle.style.height = `${Math.abs(y2 - y1)}px`;
}
