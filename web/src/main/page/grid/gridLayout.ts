import { estimateHeight, estimateRows, justify, shownRatio, type Measure, type Rows, type SectionBox } from './justify';
import type { Runs } from './runs';
import { estimateShared, shareRows } from './sharedRows';
import { Sums } from './sums';

/** The heights of what stands between rows, in CSS pixels. */
export interface Spacing {
  readonly heading: number;
  readonly lessLikely: number;
  /** Below the last row of a section. */
  readonly sectionEnd: number;
}

/** Where a row is. `y` is in the space of the whole grid, whose height no element could have. */
export interface RowPlace {
  readonly run: number;
  readonly row: number;
  readonly y: number;
  readonly height: number;
  /** The first position of the row and the one after its last. */
  readonly start: number;
  readonly end: number;
}

export interface Place {
  readonly y: number;
  readonly height: number;
  readonly left: number;
  readonly width: number;
  /** Whether the rows here are known, or this is an estimate. */
  readonly exact: boolean;
}

/** Layouts of runs that are kept. Heights of all runs are kept anyway, in a few bytes each. */
const KEPT = 120;

/**
 * Where every photo of the grid is. The height of a run is estimated from its count until its ratios are known; then
 * `lay` corrects it, and all below moves. Who shows the grid keeps what is seen in its place (see PhotoScroller).
 */
export class GridLayout {
  private readonly heights: Sums;
  private readonly rowCounts: Sums;
  private readonly laid = new Map<number, Rows>();

  constructor(
    readonly runs: Runs,
    readonly measure: Measure,
    private readonly spacing: Spacing,
    private readonly meanRatio: number,
  ) {
    const numbers = Array.from({ length: runs.length }, (_, run) => run);
    this.heights = new Sums(numbers.map((run) => this.around(run) + this.estimate(run)));
    this.rowCounts = new Sums(numbers.map((run) => (runs.isShared(run) ? runs.counts(run).length : estimateRows(this.count(run), meanRatio, measure))));
  }

  get height(): number {
    return this.heights.total;
  }

  get rowCount(): number {
    return this.rowCounts.total;
  }

  /** Lays a run out, if it is not. Returns whether its height changed. */
  lay(run: number, ratios: () => ArrayLike<number> | undefined): boolean {
    const known = this.laid.get(run);
    if (known !== undefined) {
      this.laid.delete(run);
      this.laid.set(run, known);
      return false;
    }
    const given = ratios();
    if (given === undefined) {
      return false;
    }
    const rows = this.runs.isShared(run)
      ? shareRows(given, this.runs.counts(run), this.measure, this.spacing)
      : justify(given, this.measure, this.runs.closes(run));
    this.laid.set(run, rows);
    if (this.laid.size > KEPT) {
      this.laid.delete(this.laid.keys().next().value!);
    }
    const height = this.around(run) + rows.height;
    const changed = height !== this.heights.at(run);
    this.heights.set(run, height);
    this.rowCounts.set(run, rows.heights.length);
    return changed;
  }

  rows(run: number): Rows | undefined {
    return this.laid.get(run);
  }

  runAt(y: number): number {
    return this.heights.find(y);
  }

  top(run: number): number {
    return this.heights.before(run);
  }

  bottom(run: number): number {
    return this.top(run) + this.heights.at(run);
  }

  /** Where the rows of a run begin, below what stands above them. */
  rowsTop(run: number): number {
    return this.top(run) + this.head(run);
  }

  /** Where a section is, its heading included: estimated where it shares rows that are not known yet. */
  sectionBox(section: number): SectionBox {
    const run = this.runs.firstOf(section);
    if (!this.runs.isShared(run)) {
      const top = this.top(run);
      return { top, height: this.bottom(this.runs.firstOf(section + 1) - 1) - top, left: 0, width: this.measure.width };
    }
    const rows = this.laid.get(run);
    const box = rows?.boxes?.[section - this.runs.section(run)];
    if (box === undefined) {
      const share = (this.runs.sections[section]!.start - this.runs.start(run)) / this.count(run);
      return { top: this.rowsTop(run) + share * this.heights.at(run), height: 0, left: 0, width: this.measure.width };
    }
    return { ...box, top: this.rowsTop(run) + box.top };
  }

  /** The count of rows above a run, about. */
  rowsBefore(run: number): number {
    return this.rowCounts.before(run);
  }

  place(position: number): Place {
    const run = this.runs.find(position);
    const rows = this.laid.get(run);
    const index = position - this.runs.start(run);
    const top = this.rowsTop(run);
    if (rows === undefined) {
      const share = index / (this.runs.end(run) - this.runs.start(run));
      const y = top + Math.floor(share * (this.heights.at(run) - this.around(run)));
      return { y, height: this.measure.rowHeight, left: 0, width: this.measure.width, exact: false };
    }
    const row = rowOf(rows, index);
    return {
      y: top + rows.tops[row]!,
      height: rows.heights[row]!,
      left: rows.lefts[index]!,
      width: rows.widths[index]!,
      exact: true,
    };
  }

  /** The row of a position, if its run is laid out. */
  rowOf(position: number): RowPlace | undefined {
    const run = this.runs.find(position);
    const rows = this.laid.get(run);
    return rows && this.rowPlace(run, rows, rowOf(rows, position - this.runs.start(run)));
  }

  /** The row of a position with all that stand beside it, where sections share rows. */
  lineOf(position: number): RowPlace | undefined {
    const run = this.runs.find(position);
    const rows = this.laid.get(run);
    if (rows === undefined) {
      return undefined;
    }
    const row = rowOf(rows, position - this.runs.start(run));
    const first = firstBeside(rows, row);
    let last = row;
    while (rows.tops[last + 1] === rows.tops[row]) {
      last += 1;
    }
    return { ...this.rowPlace(run, rows, first), end: this.rowPlace(run, rows, last).end };
  }

  /** The first photo of the row at `y`, or the one that is there about. */
  positionAt(y: number): number {
    const run = this.runAt(y);
    const rows = this.laid.get(run);
    const inside = y - this.rowsTop(run);
    const start = this.runs.start(run);
    if (rows !== undefined) {
      return start + rows.starts[firstBeside(rows, rowAt(rows, inside))]!;
    }
    const share = inside / Math.max(1, this.heights.at(run) - this.around(run));
    const count = this.runs.end(run) - start;
    return start + Math.max(0, Math.min(count - 1, Math.floor(share * count)));
  }

  /** The rows of a run between two heights; none if the run is not laid out. */
  rowsBetween(run: number, from: number, to: number): RowPlace[] {
    const rows = this.laid.get(run);
    if (rows === undefined) {
      return [];
    }
    const top = this.rowsTop(run);
    const found: RowPlace[] = [];
    for (let row = firstBeside(rows, rowAt(rows, from - top)); row < rows.tops.length && top + rows.tops[row]! < to; row++) {
      found.push(this.rowPlace(run, rows, row));
    }
    return found;
  }

  private rowPlace(run: number, rows: Rows, row: number): RowPlace {
    const start = this.runs.start(run);
    return {
      run,
      row,
      y: this.rowsTop(run) + rows.tops[row]!,
      height: rows.heights[row]!,
      start: start + rows.starts[row]!,
      end: start + rows.starts[row + 1]!,
    };
  }

  private count(run: number): number {
    return this.runs.end(run) - this.runs.start(run);
  }

  private estimate(run: number): number {
    return this.runs.isShared(run)
      ? estimateShared(this.runs.counts(run), this.meanRatio, this.measure, this.spacing)
      : estimateHeight(this.count(run), this.meanRatio, this.measure);
  }

  /** What stands above the rows of a run. Where sections share rows, headings stand between these. */
  private head(run: number): number {
    const labelled = this.runs.opens(run) && !this.runs.isShared(run) && this.runs.sections[this.runs.section(run)]!.label !== '';
    return (labelled ? this.spacing.heading : 0) + (this.runs.opensLessLikely(run) ? this.spacing.lessLikely : 0);
  }

  private around(run: number): number {
    const last = (run + 1 === this.runs.length || this.runs.opens(run + 1)) && !this.runs.isShared(run);
    return this.head(run) + (last ? this.spacing.sectionEnd : 0);
  }
}

/** The row that holds a photo of the run. */
function rowOf(rows: Rows, index: number): number {
  return lastNotAbove(rows.starts, rows.heights.length, index);
}

/** The row at a height within the run; the first or last one outside. */
function rowAt(rows: Rows, y: number): number {
  return lastNotAbove(rows.tops, rows.tops.length, y);
}

/** The first of the rows that stand beside each other. */
function firstBeside(rows: Rows, row: number): number {
  let first = row;
  while (first > 0 && rows.tops[first - 1] === rows.tops[row]) {
    first -= 1;
  }
  return first;
}

function lastNotAbove(sorted: ArrayLike<number>, length: number, value: number): number {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sorted[middle]! <= value) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

/** The mean ratio of width to height of some photos, from which the height of others is estimated. */
export function meanRatio(ratios: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < ratios.length; i++) {
    sum += shownRatio(ratios[i]!);
  }
  return ratios.length === 0 ? 4 / 3 : sum / ratios.length;
}
