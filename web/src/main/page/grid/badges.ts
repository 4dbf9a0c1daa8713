import { FLAG } from '../api/types';
import type { GridPhoto } from './block';

/** Drawings of badges, in a box of 16 by 16; constants, so that they may be markup. */
const DRAWINGS = {
  film: '<circle cx="8" cy="8" r="2.5"/><circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2 1.5"/>',
  burst: '<path d="M1 6h9v8H1z"/><path d="M3.5 3.7h9V11M6 1.5h9V8.5" fill="none" stroke="currentColor" stroke-width="1.4"/>',
  panorama: '<path d="M1 4.5q7 2.4 14 0v7q-7-2.4-14 0z"/>',
  raw: '<path d="M2 3h12v10H2zM4 11h8l-2.6-4-2 2.6L6 8z" fill-rule="evenodd"/>',
  alike: '<path d="M6 6h9v9H6z"/><path d="M10 3.5V2H1.8v8.2H3.5" fill="none" stroke="currentColor" stroke-width="1.6"/>',
} as const;

export type BadgeKind = Exclude<keyof typeof DRAWINGS, 'alike'>;

/** The drawing of a badge, as markup. */
export function draw(kind: keyof typeof DRAWINGS): string {
  return `<svg viewBox="0 0 16 16" width="14" height="14" fill="currentColor">${DRAWINGS[kind]}</svg>`;
}

/** What is said of a photo besides its picture: at most one of each kind. */
export function badgesOf(photo: GridPhoto): BadgeKind[] {
  const badges: BadgeKind[] = [];
  if (photo.flags & FLAG.film) badges.push('film');
  if (photo.flags & FLAG.burst) badges.push('burst');
  if (photo.flags & FLAG.panorama) badges.push('panorama');
  if (photo.flags & FLAG.raw) badges.push('raw');
  return badges;
}

export function drawBadge(kind: BadgeKind): HTMLElement {
  const badge = document.createElement('span');
  badge.className = `badge ${kind}`;
  badge.innerHTML = draw(kind);
  return badge;
}
