/** The histogram of days as a thing to brush: places, days and units, without any element. */
import type { DayRange } from './changes';

export type Unit = 'day' | 'month' | 'year';

/** A bar: all days from one to another, both counted. */
export interface Bucket {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly count: number;
}

/** The numbers of the first and last bar that a range of days touches; null where it touches none. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** The bars within a range of days; an open end is the end of the bars. */
export function spanOf(buckets: readonly Bucket[], days: DayRange): Span | null {
  const touched = (bucket: Bucket) =>
    (days.from === null || bucket.to >= days.from) && (days.to === null || bucket.from <= days.to);
  const first = buckets.findIndex(touched);
  return first < 0 ? null : { first, last: buckets.findLastIndex(touched) };
}

/**
 * The days of some bars, whichever end comes first. All bars are no limit, but all bars of a closer
 * look are one, unless the look goes from the first to the last of the whole's bars.
 */
export function daysOf(buckets: readonly Bucket[], one: number, other: number, whole: readonly Bucket[] = buckets): DayRange {
  const last = buckets.length - 1;
  const first = Math.max(0, Math.min(one, other, last));
  const end = Math.min(last, Math.max(one, other, 0));
  if (last < 0 || (first === 0 && end === last && coversAll(buckets, whole))) return { from: null, to: null };
  return { from: buckets[first]!.from, to: buckets[end]!.to };
}

/** Whether bars begin within the first bar of the whole and end within its last. */
function coversAll(buckets: readonly Bucket[], whole: readonly Bucket[]): boolean {
  return buckets[0]!.from <= (whole[0]?.to ?? '') && buckets.at(-1)!.to >= (whole.at(-1)?.from ?? '');
}

/** The number of the bar at a place from 0 to 1 across the histogram. */
export function barAt(buckets: readonly Bucket[], place: number): number {
  return Math.max(0, Math.min(buckets.length - 1, Math.floor(place * buckets.length)));
}

/** The sum of the counts of a span. */
export function countOf(buckets: readonly Bucket[], { first, last }: Span): number {
  return buckets.slice(first, last + 1).reduce((sum, bucket) => sum + bucket.count, 0);
}

/**
 * How high a bar is, from 0 to 1. By the root, so that a month of 20 photos is seen beside one of
 * 2,000.
 */
export function height(count: number, most: number): number {
  return most === 0 ? 0 : Math.sqrt(count / most);
}

/** The bar that a key moves a handle to; null where the key moves none. */
export function moved(key: string, bar: number, least: number, most: number): number | null {
  const step = stepOf(key);
  if (key === 'Home') return least;
  if (key === 'End') return most;
  return step === 0 ? null : Math.max(least, Math.min(most, bar + step));
}

function stepOf(key: string): number {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return -1;
    case 'ArrowRight':
    case 'ArrowUp':
      return 1;
    case 'PageDown':
      return -10;
    case 'PageUp':
      return 10;
    default:
      return 0;
  }
}

/** The years that bars touch, newest first, with their counts. */
export function yearsOf(buckets: readonly Bucket[]): { year: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { from, count } of buckets) {
    const year = from.slice(0, -6);
    if (count > 0) counts.set(year, (counts.get(year) ?? 0) + count);
  }
  return [...counts].map(([year, count]) => ({ year, count })).reverse();
}

/** All days of a year. */
export function daysOfYear(year: string): DayRange {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** The years that a range covers, as they are chosen; null where it is no whole year. */
export function wholeYear({ from, to }: DayRange): string | null {
  const year = from?.slice(0, -6);
  return from?.endsWith('-01-01') && to === `${year}-12-31` ? (year ?? null) : null;
}

/** So few bars are looked at more closely. */
const FEW = 3;
const FINER = { year: 'month', month: 'day', day: null } as const;

/** A closer look: the days from one to another in bars of a shorter unit. */
export interface Zoom {
  readonly unit: Unit;
  readonly from: string;
  readonly to: string;
}

/** Where a range covers few bars, these and one on either side, in a shorter unit; else null. */
export function zoomOf(unit: Unit, buckets: readonly Bucket[], days: DayRange): Zoom | null {
  const span = spanOf(buckets, days);
  const finer = FINER[unit];
  if (finer === null || span === null || span.last - span.first >= FEW || buckets.length <= FEW) return null;
  const first = buckets[Math.max(0, span.first - 1)]!;
  const last = buckets[Math.min(buckets.length - 1, span.last + 1)]!;
  return { unit: finer, from: first.from, to: last.to };
}

/** The bars of a closer look. */
export function within(buckets: readonly Bucket[], { from, to }: { readonly from: string; readonly to: string }): Bucket[] {
  return buckets.filter((bucket) => bucket.to >= from && bucket.from <= to);
}
