import type { Cut } from '../api/types';

/** How many hits score at least as much; exact at the borders of the buckets. */
export function keptFrom(scores: readonly number[], least: number): number {
  return scores.slice(bucketOf(scores, least)).reduce((sum, count) => sum + count, 0);
}

/** The bucket that a least score begins at. */
export function bucketOf(scores: readonly number[], least: number): number {
  return Math.min(scores.length, Math.max(0, Math.round(least * scores.length)));
}

/** How high a bar is, from 0 to 1; by the root, since few photos score high and those matter. */
export function heights(scores: readonly number[]): number[] {
  const most = Math.max(1, ...scores);
  return scores.map((count) => Math.sqrt(count / most));
}

/** Where the slider stands: at the place that was chosen, else where the automatic cut is. */
export function place(chosen: string | undefined, cut: Cut): number {
  const asked = Number(chosen);
  if (chosen !== undefined && Number.isFinite(asked)) return asked;
  if (chosen === 'none') return 0;
  return cut.score ?? (cut.outcome === 'no_match' ? 1 : 0);
}
