import { held, zoomedAt, type Camera, type Frame, type Spot } from './mercator';

/** Moves a camera to another in a moment, the farther the wider; returns what stops it. */
export function fly(from: Camera, to: Camera, milliseconds: number, show: (camera: Camera) => void): () => void {
  let frame = 0;
  const start = performance.now();
  // The short way round the world.
  const aside = to.x - from.x - Math.round(to.x - from.x);
  const step = (now: number): void => {
    const share = Math.min(1, (now - start) / milliseconds);
    const eased = 1 - (1 - share) ** 3;
    const scale = from.scale * (to.scale / from.scale) ** eased;
    // Where the scale changes, the way is made at the pace of what is seen of it.
    const along = to.scale === from.scale ? eased : (1 / from.scale - 1 / scale) / (1 / from.scale - 1 / to.scale);
    show(share === 1 ? to : { x: from.x + aside * along, y: from.y + (to.y - from.y) * along, scale });
    if (share < 1) frame = requestAnimationFrame(step);
  };
  frame = requestAnimationFrame(step);
  return () => cancelAnimationFrame(frame);
}

/** How a map is moved by pointers, wheel and keys. */
export interface MapMover {
  camera(): Camera;
  /** Where it flies to, or is: presses that come fast count from there. */
  aim(): Camera;
  frame(): Frame;
  move(camera: Camera): void;
  /** The same, in a short flight. */
  glide(camera: Camera): void;
}

const KEY_STEP = 90;

/** Moves a map by what happens to its element. Returns what ends it. */
export function moveMap(element: HTMLElement, map: MapMover): () => void {
  const fingers = new Map<number, Spot>();

  const at = (event: MouseEvent): Spot => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  const down = (event: PointerEvent): void => {
    if (event.button !== 0 || (event.target as Element).closest('button, a, input, label')) return;
    element.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, at(event));
  };

  const move = (event: PointerEvent): void => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = at(event);
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) map.move(pinched(map, before, now, other));
    else map.move(shifted(map, map.camera(), now.x - before.x, now.y - before.y));
    fingers.set(event.pointerId, now);
  };

  const up = (event: PointerEvent): void => void fingers.delete(event.pointerId);

  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const step = Math.max(-120, Math.min(120, event.deltaY * lines));
    map.move(zoomedAt(map.camera(), at(event), Math.exp(-step * (event.ctrlKey ? 0.01 : 0.0035)), map.frame()));
  };

  const doubleClick = (event: MouseEvent): void => {
    if (!(event.target as Element).closest('button, a, label')) map.glide(zoomedAt(map.camera(), at(event), event.shiftKey ? 0.5 : 2, map.frame()));
  };

  const key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { width, height } = map.frame();
    const middle = { x: width / 2, y: height / 2 };
    const ways: Record<string, () => Camera> = {
      ArrowLeft: () => shifted(map, map.aim(), KEY_STEP, 0),
      ArrowRight: () => shifted(map, map.aim(), -KEY_STEP, 0),
      ArrowUp: () => shifted(map, map.aim(), 0, KEY_STEP),
      ArrowDown: () => shifted(map, map.aim(), 0, -KEY_STEP),
      '+': () => zoomedAt(map.aim(), middle, 2, map.frame()),
      '=': () => zoomedAt(map.aim(), middle, 2, map.frame()),
      '-': () => zoomedAt(map.aim(), middle, 0.5, map.frame()),
    };
    const way = ways[event.key];
    if (!way) return;
    event.preventDefault();
    map.glide(way());
  };

  const listeners: [string, (event: never) => void][] = [
    ['pointerdown', down],
    ['pointermove', move],
    ['pointerup', up],
    ['pointercancel', up],
    ['wheel', wheel],
    ['dblclick', doubleClick],
    ['keydown', key],
  ];
  for (const [name, listener] of listeners) element.addEventListener(name, listener as EventListener, { passive: false });
  return () => {
    for (const [name, listener] of listeners) element.removeEventListener(name, listener as EventListener);
  };
}

function shifted(map: MapMover, camera: Camera, x: number, y: number): Camera {
  return held({ x: camera.x - x / camera.scale, y: camera.y - y / camera.scale, scale: camera.scale }, map.frame());
}

function pinched(map: MapMover, before: Spot, now: Spot, other: Spot): Camera {
  const frame = map.frame();
  const distance = (one: Spot): number => Math.max(1, Math.hypot(one.x - other.x, one.y - other.y));
  const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
  const camera = map.camera();
  const panned = held({ x: camera.x - (now.x - before.x) / 2 / camera.scale, y: camera.y - (now.y - before.y) / 2 / camera.scale, scale: camera.scale }, frame);
  return zoomedAt(panned, middle, distance(now) / distance(before), frame);
}
