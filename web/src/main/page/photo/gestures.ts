import type { Point } from './zoom';

/** What fingers, a mouse and a wheel do to a picture. Points count from the middle of the element. */
export interface GestureTarget {
  /** Whether a drag moves the picture, not from one picture to the next. */
  isZoomed(): boolean;
  zoomBy(factor: number, at: Point): void;
  panBy(x: number, y: number): void;
  /** A double click or a double tap. */
  toggle(at: Point): void;
  /** One finger draws the whole picture aside. */
  swipe(x: number, y: number): void;
  /** The finger is lifted; speeds are pixels a millisecond. */
  swipeEnd(x: number, y: number, speedX: number, speedY: number): void;
}

const DOUBLE_TAP_MS = 300;
const DOUBLE_TAP_PX = 30;
/** Below that, a finger or a mouse has not moved. */
const STILL_PX = 6;

interface Finger extends Point {
  readonly at: number;
}

/** Turns an element's pointer events into gestures. Returns what ends it. */
export function gestures(element: HTMLElement, target: GestureTarget): () => void {
  const fingers = new Map<number, Finger>();
  let start: Finger | null = null;
  let previous: Finger | null = null;
  let moved = false;
  let lastTap: Finger | null = null;
  let lastTouch = -Infinity;

  const here = (event: MouseEvent): Finger => {
    const box = element.getBoundingClientRect();
    return {
      x: event.clientX - box.left - box.width / 2,
      y: event.clientY - box.top - box.height / 2,
      at: event.timeStamp,
    };
  };

  const down = (event: PointerEvent): void => {
    if (event.button !== 0 || isControl(event.target)) return;
    element.setPointerCapture(event.pointerId);
    const finger = here(event);
    fingers.set(event.pointerId, finger);
    if (fingers.size === 1) {
      start = previous = finger;
      moved = false;
    } else if (start && !target.isZoomed()) {
      target.swipeEnd(0, 0, 0, 0);
      moved = true;
    }
  };

  const move = (event: PointerEvent): void => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = here(event);
    if (fingers.size === 2) pinch(event.pointerId, before, now);
    else if (fingers.size === 1) drag(before, now);
    fingers.set(event.pointerId, now);
  };

  const drag = (before: Finger, now: Finger): void => {
    if (!start) return;
    if (!moved && Math.hypot(now.x - start.x, now.y - start.y) < STILL_PX) return;
    moved = true;
    if (now.at - (previous?.at ?? 0) > 40) previous = before;
    if (target.isZoomed()) target.panBy(now.x - before.x, now.y - before.y);
    else target.swipe(now.x - start.x, now.y - start.y);
  };

  const pinch = (id: number, before: Finger, now: Finger): void => {
    const other = [...fingers].find(([finger]) => finger !== id)?.[1];
    if (!other) return;
    moved = true;
    const middle = (one: Point): Point => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
    const distance = (one: Point): number => Math.max(1, Math.hypot(one.x - other.x, one.y - other.y));
    const from = middle(before);
    const to = middle(now);
    target.panBy(to.x - from.x, to.y - from.y);
    target.zoomBy(distance(now) / distance(before), to);
  };

  const up = (event: PointerEvent): void => {
    const was = fingers.get(event.pointerId);
    if (!was) return;
    fingers.delete(event.pointerId);
    if (fingers.size > 0) {
      // What is left of a pinch pans from where it is.
      start = [...fingers.values()][0] ?? null;
      return;
    }
    if (moved) release(was);
    else if (event.type === 'pointerup' && event.pointerType !== 'mouse') tap(was);
    start = null;
  };

  const release = (last: Finger): void => {
    if (!start || target.isZoomed()) return;
    const time = Math.max(1, last.at - (previous?.at ?? last.at));
    const speed = (now: number, before: number | undefined): number => (now - (before ?? now)) / time;
    target.swipeEnd(last.x - start.x, last.y - start.y, speed(last.x, previous?.x), speed(last.y, previous?.y));
  };

  const tap = (now: Finger): void => {
    lastTouch = now.at;
    const again = lastTap && now.at - lastTap.at < DOUBLE_TAP_MS && Math.hypot(now.x - lastTap.x, now.y - lastTap.y) < DOUBLE_TAP_PX;
    if (again) target.toggle(now);
    lastTap = again ? null : now;
  };

  const doubleClick = (event: MouseEvent): void => {
    // A double tap makes this event, too, and has been seen.
    if (event.timeStamp - lastTouch > 2 * DOUBLE_TAP_MS && !isControl(event.target)) target.toggle(here(event));
  };

  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    // A touchpad's pinch arrives as a wheel with ctrl, in smaller steps.
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const step = Math.max(-100, Math.min(100, event.deltaY * lines));
    target.zoomBy(Math.exp(-step * (event.ctrlKey ? 0.01 : 0.003)), here(event));
  };

  const listeners: [string, (event: never) => void][] = [
    ['pointerdown', down],
    ['pointermove', move],
    ['pointerup', up],
    ['pointercancel', up],
    ['dblclick', doubleClick],
    ['wheel', wheel],
  ];
  for (const [name, listener] of listeners) element.addEventListener(name, listener as EventListener, { passive: false });
  return () => {
    for (const [name, listener] of listeners) element.removeEventListener(name, listener as EventListener);
  };
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, input, video[controls]') !== null;
}
