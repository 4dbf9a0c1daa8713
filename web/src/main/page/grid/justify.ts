/**
 * Justified rows: the photos of a row have one height, and together they fill the width.
 *
 * Breaks are chosen for all rows of a run at once (as TeX breaks paragraphs), so that the last row of a run is full as
 * well. That lets one long section be laid out in runs that know nothing of each other, in any order; a greedy layout
 * (Flickr's `justified-layout`) leaves a ragged row at the end of each run, or needs all rows before.
 */

/** What rows are fitted to, in CSS pixels. */
export interface Measure {
  readonly width: number;
  readonly rowHeight: number;
  readonly gap: number;
}

/** The rows of one run. All numbers are whole pixels, so that gaps are equally wide everywhere. */
export interface Rows {
  /** Index of each row's first photo within the run; one more at the end: the count of photos. */
  readonly starts: Uint16Array;
  readonly tops: Uint32Array;
  readonly heights: Uint16Array;
  readonly lefts: Uint16Array;
  readonly widths: Uint16Array;
  /** Of all rows, each with the gap below it. */
  readonly height: number;
  /** Where each section is, where several share the rows. */
  readonly boxes?: readonly SectionBox[];
}

/** The place of a section among others, its heading included. */
export interface SectionBox {
  readonly top: number;
  readonly height: number;
  readonly left: number;
  readonly width: number;
}

/** Columns of panoramas and of strips are cropped to these, or they would be lines. */
const NARROWEST = 0.4;
const WIDEST = 5;
/** Rows are between these parts of the asked height where that is possible. */
const LOWEST = 0.55;
const TALLEST = 1.7;

/** The ratio of width to height that a photo is shown with; the server gives it times 1000, 0 where it is unknown. */
export function shownRatio(permille: number): number {
  return permille <= 0 ? 4 / 3 : Math.min(WIDEST, Math.max(NARROWEST, permille / 1000));
}

/**
 * Lays out one run.
 *
 * @param ratios 1000 * width / height of each photo
 * @param open whether the last row may stay short of the full width: that of a section, not of a run inside it
 */
export function justify(ratios: ArrayLike<number>, measure: Measure, open: boolean): Rows {
  const shown = Float64Array.from(ratios, shownRatio);
  const starts = breakRows(shown, measure, open);
  return placeRows(shown, starts, measure, open);
}

/** How tall a row of these photos is when it fills the width. */
export function fullHeight(sum: number, photos: number, { width, gap }: Measure): number {
  return (width - gap * (photos - 1)) / sum;
}

function breakRows(shown: Float64Array, measure: Measure, open: boolean): Uint16Array {
  const photos = shown.length;
  const best = new Float64Array(photos + 1).fill(Infinity);
  const before = new Uint16Array(photos + 1);
  best[0] = 0;
  for (let end = 1; end <= photos; end++) {
    let sum = 0;
    for (let start = end - 1; start >= 0; start--) {
      sum += shown[start]!;
      const height = fullHeight(sum, end - start, measure);
      if (height < measure.rowHeight * LOWEST && end - start > 1) {
        break;
      }
      const off = open && end === photos && height > measure.rowHeight ? 0 : Math.log(height / measure.rowHeight);
      const cost = best[start]! + off * off;
      if (cost < best[end]!) {
        best[end] = cost;
        before[end] = start;
      }
    }
  }
  const starts = [photos];
  for (let at = photos; at > 0; at = before[at]!) {
    starts.push(before[at]!);
  }
  return Uint16Array.from(starts.reverse());
}

function placeRows(shown: Float64Array, starts: Uint16Array, measure: Measure, open: boolean): Rows {
  const rows = starts.length - 1;
  const tops = new Uint32Array(rows);
  const heights = new Uint16Array(rows);
  const lefts = new Uint16Array(shown.length);
  const widths = new Uint16Array(shown.length);
  let top = 0;
  for (let row = 0; row < rows; row++) {
    const start = starts[row]!;
    const end = starts[row + 1]!;
    let sum = 0;
    for (let i = start; i < end; i++) {
      sum += shown[i]!;
    }
    const full = fullHeight(sum, end - start, measure);
    const most = open && row === rows - 1 ? measure.rowHeight : measure.rowHeight * TALLEST;
    const height = Math.min(full, most);
    placeRow(shown, start, end, height, measure.gap, lefts, widths, 0);
    tops[row] = top;
    heights[row] = Math.max(1, Math.round(height));
    top += heights[row]! + measure.gap;
  }
  return { starts, tops, heights, lefts, widths, height: top };
}

/** Places the photos of a row, from `left` on. */
export function placeRow(
  shown: Float64Array,
  start: number,
  end: number,
  height: number,
  gap: number,
  lefts: Uint16Array,
  widths: Uint16Array,
  left: number,
): void {
  let x = left;
  for (let i = start; i < end; i++) {
    lefts[i] = Math.round(x);
    x += shown[i]! * height;
    widths[i] = Math.max(1, Math.round(x) - lefts[i]!);
    x += gap;
  }
}

/** How tall rows of `count` photos will be about, before their ratios are known. */
export function estimateHeight(count: number, meanRatio: number, measure: Measure): number {
  return estimateRows(count, meanRatio, measure) * (measure.rowHeight + measure.gap);
}

export function estimateRows(count: number, meanRatio: number, { width, rowHeight, gap }: Measure): number {
  return Math.ceil((count * (meanRatio * rowHeight + gap)) / (width + gap));
}
