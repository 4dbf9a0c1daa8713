import { Cell } from './cell';
import type { RowPlace } from './gridLayout';
import type { Rows } from './justify';
import type { Thumbnails } from './thumbnails';

/** Cells that show nothing now. */
export class CellPool {
  private readonly free: Cell[] = [];

  constructor(private readonly thumbnails: Thumbnails) {}

  take(): Cell {
    return this.free.pop() ?? new Cell(this.thumbnails);
  }

  give(cell: Cell): void {
    cell.release();
    cell.element.remove();
    this.free.push(cell);
  }
}

/** The element of a row, and its cells. */
export class RowElement {
  readonly element = document.createElement('div');
  readonly cells: Cell[] = [];
  place: RowPlace | undefined;
  private top = NaN;

  constructor(private readonly pool: CellPool) {
    this.element.className = 'row';
    this.element.setAttribute('role', 'row');
  }

  /** Shows the places of another row's photos. */
  show(place: RowPlace, rows: Rows, runStart: number, index: number): void {
    this.place = place;
    this.element.style.height = `${place.height}px`;
    this.element.setAttribute('aria-rowindex', String(index));
    const count = place.end - place.start;
    while (this.cells.length > count) {
      this.pool.give(this.cells.pop()!);
    }
    while (this.cells.length < count) {
      const cell = this.pool.take();
      this.cells.push(cell);
      this.element.append(cell.element);
    }
    this.cells.forEach((cell, column) => {
      const photo = place.start + column - runStart;
      const box = { left: rows.lefts[photo]!, width: rows.widths[photo]!, height: place.height, y: place.y };
      cell.place(place.start + column, column + 1, box);
    });
  }

  /** Moves it to a height within the ground. */
  moveTo(top: number): void {
    if (top !== this.top) {
      this.top = top;
      this.element.style.top = `${top}px`;
    }
  }

  /** Takes it out of the page until it is needed again. */
  release(): void {
    this.place = undefined;
    this.element.remove();
    // Cells stay in the row: the next one has nearly as many.
    this.cells.forEach((cell) => cell.release());
  }
}
