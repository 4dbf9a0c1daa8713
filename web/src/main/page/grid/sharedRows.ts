import { justify, placeRow, shownRatio, type Measure, type Rows, type SectionBox } from './justify';

/**
 * Rows that small sections share: each stands beside the one before it, its heading above its own photos. What does not
 * fit into one row has rows of its own. Breaks are chosen for all rows of a run at once, so that few are left half empty.
 */

/** Between two sections of a row. */
const BETWEEN = 16;
/** No section is narrower: its heading must be readable. */
const NARROWEST = 172;
/** Rows are between these parts of the asked height. */
const LOWEST = 0.7;
const TALLEST = 1.4;
/** How bad it is to leave a row empty, beside rows of another height than the asked one. */
const EMPTY = 1;

/** What stands around the photos of a row, in CSS pixels. */
export interface Around {
  readonly heading: number;
  readonly sectionEnd: number;
}

interface Block {
  readonly start: number;
  readonly end: number;
  /** Of the photos' ratios. */
  readonly sum: number;
}

/**
 * Lays out sections that may share rows.
 *
 * @param ratios 1000 * width / height of each photo
 * @param counts how many photos each section has
 */
export function shareRows(ratios: ArrayLike<number>, counts: readonly number[], measure: Measure, around: Around): Rows {
  return new Sharing(Float64Array.from(ratios, shownRatio), ratios, measure, around).rows(counts);
}

/** How wide a section is with rows of a height. */
function widthOf({ start, end, sum }: Block, height: number, gap: number): number {
  return Math.max(NARROWEST, sum * height + gap * (end - start - 1));
}

class Sharing {
  private readonly starts: number[] = [];
  private readonly tops: number[] = [];
  private readonly heights: number[] = [];
  private readonly lefts: Uint16Array;
  private readonly widths: Uint16Array;
  private readonly boxes: SectionBox[] = [];
  private y = 0;

  constructor(
    private readonly shown: Float64Array,
    private readonly ratios: ArrayLike<number>,
    private readonly measure: Measure,
    private readonly around: Around,
  ) {
    this.lefts = new Uint16Array(shown.length);
    this.widths = new Uint16Array(shown.length);
  }

  rows(counts: readonly number[]): Rows {
    let start = 0;
    const blocks = counts.map((count) => {
      const sum = this.shown.subarray(start, start + count).reduce((all, ratio) => all + ratio, 0);
      return { start, end: (start += count), sum };
    });
    for (const line of this.lines(blocks)) {
      this.place(line);
    }
    return {
      starts: Uint16Array.from([...this.starts, this.shown.length]),
      tops: Uint32Array.from(this.tops),
      heights: Uint16Array.from(this.heights),
      lefts: this.lefts,
      widths: this.widths,
      height: this.y,
      boxes: this.boxes,
    };
  }

  /** The sections of each row, so that all rows together are nearest to full at the asked height. */
  private lines(blocks: readonly Block[]): Block[][] {
    const best = new Float64Array(blocks.length + 1).fill(Infinity);
    const before = new Uint16Array(blocks.length + 1);
    best[0] = 0;
    for (let end = 1; end <= blocks.length; end++) {
      for (let start = end - 1; start >= 0; start--) {
        const line = blocks.slice(start, end);
        if (start < end - 1 && !this.fits(line)) {
          break;
        }
        const cost = best[start]! + this.cost(line, end === blocks.length);
        if (cost < best[end]!) {
          best[end] = cost;
          before[end] = start;
        }
      }
    }
    const lines: Block[][] = [];
    for (let end = blocks.length; end > 0; end = before[end]!) {
      lines.push(blocks.slice(before[end], end));
    }
    return lines.reverse();
  }

  private fits(line: readonly Block[]): boolean {
    return this.used(line, LOWEST * this.measure.rowHeight) <= this.room(line);
  }

  private cost(line: readonly Block[], isLast: boolean): number {
    const { rowHeight } = this.measure;
    if (!this.fits(line)) {
      // It has rows of its own.
      return 0;
    }
    const empty = Math.max(0, 1 - this.used(line, this.heightOf(line)) / this.room(line));
    const off = Math.log(this.heightOf(line) / rowHeight);
    return isLast && empty > 0 ? 0 : off * off + EMPTY * empty * empty;
  }

  /** What the sections of a row may take, without what is between them. */
  private room(line: readonly Block[]): number {
    return this.measure.width - BETWEEN * (line.length - 1);
  }

  private used(line: readonly Block[], height: number): number {
    return line.reduce((sum, block) => sum + widthOf(block, height, this.measure.gap), 0);
  }

  private place(line: readonly Block[]): void {
    const { width, gap } = this.measure;
    if (!this.fits(line)) {
      this.placeAlone(line[0]!);
      return;
    }
    const height = this.heightOf(line);
    let left = 0;
    for (const block of line) {
      placeRow(this.shown, block.start, block.end, height, gap, this.lefts, this.widths, left);
      this.add(block.start, this.y + this.around.heading, height);
      const own = Math.min(Math.round(widthOf(block, height, gap)), width - left);
      this.boxes.push({ top: this.y, height: this.around.heading + Math.round(height), left, width: own });
      left += own + BETWEEN;
    }
    this.y += this.around.heading + Math.round(height) + gap + this.around.sectionEnd;
  }

  /** The height with which the sections fill the width, where that is near the asked one. */
  private heightOf(line: readonly Block[]): number {
    const { rowHeight } = this.measure;
    const room = this.room(line);
    if (this.used(line, TALLEST * rowHeight) < room) {
      return rowHeight;
    }
    // What is as narrow as its heading does not grow with the height: the height is found by halving.
    let low = LOWEST * rowHeight;
    let high = TALLEST * rowHeight;
    for (let i = 0; i < 12; i++) {
      const middle = (low + high) / 2;
      if (this.used(line, middle) > room) high = middle;
      else low = middle;
    }
    return low;
  }

  private placeAlone({ start, end }: Block): void {
    const part = Array.from({ length: end - start }, (_, i) => this.ratios[start + i]!);
    const own = justify(part, this.measure, true);
    const top = this.y + this.around.heading;
    own.heights.forEach((height, row) => this.add(start + own.starts[row]!, top + own.tops[row]!, height));
    this.lefts.set(own.lefts, start);
    this.widths.set(own.widths, start);
    this.boxes.push({ top: this.y, height: this.around.heading + own.height, left: 0, width: this.measure.width });
    this.y = top + own.height + this.around.sectionEnd;
  }

  private add(start: number, top: number, height: number): void {
    this.starts.push(start);
    this.tops.push(top);
    this.heights.push(Math.max(1, Math.round(height)));
  }
}

/** How tall the rows will be about, before ratios are known. */
export function estimateShared(counts: readonly number[], meanRatio: number, { width, rowHeight, gap }: Measure, around: Around): number {
  const used = counts.reduce((sum, count) => sum + BETWEEN + Math.max(NARROWEST, count * (meanRatio * rowHeight + gap)), 0);
  return Math.ceil(used / width) * (around.heading + rowHeight + gap + around.sectionEnd);
}
