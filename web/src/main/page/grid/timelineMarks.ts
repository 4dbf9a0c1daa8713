import type { GridLayout } from './gridLayout';

/** A place on the timeline: its share of the height, from the beginning. */
export interface Mark {
  readonly at: number;
  /** A year, where there is room for it; else a dot for a section. */
  readonly label: string;
}

/** Room for a year's label and for a dot, in CSS pixels. */
const LABEL_ROOM = 26;
const DOT_ROOM = 7;

/**
 * Years and sections along a timeline of `height` pixels. Places are as tall as their photos, so that the timeline is in
 * step with the scroll; where dots are far from each other, a month has many photos.
 */
export function timelineMarks(layout: GridLayout, height: number): Mark[] {
  const { runs } = layout;
  const years: Mark[] = [];
  const dots: Mark[] = [];
  let year = '';
  let lastYear = -Infinity;
  let lastDot = -Infinity;
  runs.sections.forEach((section, index) => {
    const at = layout.sectionBox(index).top / layout.height;
    const own = yearOf(section.key);
    if (own !== year && own !== '' && (at - lastYear) * height >= LABEL_ROOM) {
      years.push({ at, label: own });
      lastYear = at;
    } else if ((at - lastDot) * height >= DOT_ROOM) {
      dots.push({ at, label: '' });
      lastDot = at;
    }
    year = own;
  });
  const room = (dot: Mark) => years.every((mark) => Math.abs(mark.at - dot.at) * height > LABEL_ROOM / 2);
  return [...years, ...dots.filter(room)];
}

/** The year that a section's key begins with: 2021, 2021-07, 2021-07-14; empty where it is of something else. */
function yearOf(key: string): string {
  return /^(\d{4})(?:-\d\d)*$/.exec(key)?.[1] ?? '';
}
