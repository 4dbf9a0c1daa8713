import type { GridLayout, RowPlace } from './gridLayout';

export type Move = 'left' | 'right' | 'up' | 'down' | 'first' | 'last' | 'pageUp' | 'pageDown';

/**
 * Where arrows lead from a photo: to its neighbour in the row above or below that is nearest to `x`, which stays the same
 * while one goes up and down. Where rows are not known yet, about there.
 */
export function moveFrom(layout: GridLayout, from: number, move: Move, x: number, viewHeight: number): number {
  const last = layout.runs.total - 1;
  const row = layout.lineOf(from);
  switch (move) {
    case 'left':
      return Math.max(0, from - 1);
    case 'right':
      return Math.min(last, from + 1);
    case 'first':
      return 0;
    case 'last':
      return last;
    case 'up':
      return row === undefined || row.start === 0 ? from : nearest(layout, row.start - 1, x);
    case 'down':
      return row === undefined || row.end > last ? from : nearest(layout, row.end, x);
    case 'pageUp':
    case 'pageDown': {
      const step = Math.max(viewHeight / 2, viewHeight - 1.5 * layout.measure.rowHeight);
      const y = layout.place(from).y + (move === 'pageUp' ? -step : step);
      return nearest(layout, layout.positionAt(Math.max(0, Math.min(y, layout.height - 1))), x);
    }
  }
}

/** The middle of a photo, from the left. */
export function middleOf(layout: GridLayout, position: number): number {
  const place = layout.place(position);
  return place.left + place.width / 2;
}

/** The photo of a row that is nearest to `x`. */
function nearest(layout: GridLayout, inRow: number, x: number): number {
  const row: RowPlace | undefined = layout.lineOf(inRow);
  if (row === undefined) {
    return inRow;
  }
  let best = row.start;
  for (let position = row.start; position < row.end; position++) {
    if (Math.abs(middleOf(layout, position) - x) < Math.abs(middleOf(layout, best) - x)) {
      best = position;
    }
  }
  return best;
}
