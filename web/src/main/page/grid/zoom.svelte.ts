/** How tall rows are, in CSS pixels; kept for the next visit. */
export const HEIGHTS = [72, 100, 136, 184, 240, 320, 440] as const;
const STORED = 'lumiere.row-height';

class Zoom {
  #step = $state(readStored());

  /** Index in HEIGHTS. */
  get step(): number {
    return this.#step;
  }

  set step(step: number) {
    this.#step = Math.max(0, Math.min(HEIGHTS.length - 1, step));
    try {
      localStorage.setItem(STORED, String(this.#step));
    } catch {
      // Without storage it lasts for this visit.
    }
  }

  get height(): number {
    return HEIGHTS[this.#step]!;
  }
}

function readStored(): number {
  try {
    const stored = Number(localStorage.getItem(STORED) ?? NaN);
    if (Number.isInteger(stored) && stored >= 0 && stored < HEIGHTS.length) {
      return stored;
    }
  } catch {
    // As if nothing were stored.
  }
  return matchMedia('(max-width: 720px)').matches ? 1 : 3;
}

export const zoom = new Zoom();

/** Turns of the wheel with Ctrl change the size, as they zoom elsewhere. Returns what ends it. */
export function watchZoom(scroller: HTMLElement): () => void {
  let turned = 0;
  const wheel = (event: WheelEvent) => {
    event.preventDefault();
    turned += event.deltaY;
    if (Math.abs(turned) > 60) {
      zoom.step += turned > 0 ? -1 : 1;
      turned = 0;
    }
  };
  // A listener that may prevent scrolling makes the browser wait for it at each turn, so it is there with Ctrl only.
  const stop = () => scroller.removeEventListener('wheel', wheel);
  const key = (event: KeyboardEvent) => {
    stop();
    if (event.ctrlKey || event.metaKey) scroller.addEventListener('wheel', wheel, { passive: false });
  };
  addEventListener('keydown', key);
  addEventListener('keyup', key);
  addEventListener('blur', stop);
  return () => {
    stop();
    removeEventListener('keydown', key);
    removeEventListener('keyup', key);
    removeEventListener('blur', stop);
  };
}
