import type { Cut, Why } from '../api/types';

/** What one leg of a search gave to a hit's score. */
export interface Leg {
  readonly kind: 'shows' | 'words' | 'name' | 'other';
  /** What the server calls it. */
  readonly name: string;
  readonly found: boolean;
  readonly rank: number;
  readonly of: number;
  /** 0 to 1: how likely a match is by this leg alone. */
  readonly chance: number;
  /** The part of the score that it adds; all legs together are the score. */
  readonly share: number;
  /** The cosine, where the leg compares pictures. */
  readonly cosine: number | null;
}

const KINDS: Record<string, Leg['kind']> = { vector: 'shows', words: 'words', name: 'name' };

/** The legs of an explanation, the one that adds most first. */
export function legsOf(why: Pick<Why, 'explain'>): Leg[] {
  return why.explain
    .map((leg) => {
      const kind = KINDS[leg.leg] ?? 'other';
      const rank = leg.rank ?? 0;
      return {
        kind,
        name: leg.leg,
        found: rank > 0,
        rank,
        of: Number(leg.found ?? 0),
        chance: part(leg.chance),
        share: part(leg.share),
        cosine: kind === 'shows' && rank > 0 ? (leg.score ?? null) : null,
      };
    })
    .sort((one, other) => other.share - one.share);
}

/** The score where likely hits end: the least that is kept, or what is between that and the first one dropped. Null where all are kept. */
export function cutScore(cut: Pick<Cut, 'above' | 'below' | 'score'> | null | undefined): number | null {
  if (!cut) return null;
  const { above, below, score } = cut;
  if (typeof score === 'number') return score;
  return above !== null && below !== null ? (above + below) / 2 : null;
}

function part(value: number | null | undefined): number {
  return Math.min(1, Math.max(0, value ?? 0));
}
