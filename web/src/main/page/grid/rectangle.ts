import type { GridLayout } from './gridLayout';
import { Intervals } from './intervals';

/** Two corners, in the space of the grid. */
export interface Corners {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** The photos that a rectangle touches. Of runs whose layout is not known (any longer) it is all of them. */
export function photosIn(layout: GridLayout, { x1, y1, x2, y2 }: Corners): Intervals {
  const [left, right] = [Math.min(x1, x2), Math.max(x1, x2)];
  const [top, bottom] = [Math.min(y1, y2), Math.max(y1, y2)];
  let found = Intervals.NONE;
  for (let run = layout.runAt(top); run < layout.runs.length && layout.top(run) < bottom; run++) {
    const rows = layout.rows(run);
    const start = layout.runs.start(run);
    if (rows === undefined) {
      found = found.add(start, layout.runs.end(run));
      continue;
    }
    for (const row of layout.rowsBetween(run, top, bottom)) {
      if (row.y + row.height <= top) {
        continue;
      }
      let from = row.start;
      while (from < row.end && rows.lefts[from - start]! + rows.widths[from - start]! <= left) from++;
      let to = from;
      while (to < row.end && rows.lefts[to - start]! < right) to++;
      found = found.add(from, to);
    }
  }
  return found;
}
