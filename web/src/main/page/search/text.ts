/** The text of a search: the server counts code points, the browser counts UTF-16 units. */

/** Where the code point with a number begins, in UTF-16 units. */
export function unitOf(text: string, codePoint: number): number {
  let units = 0;
  let points = 0;
  for (const character of text) {
    if (points >= codePoint) break;
    units += character.length;
    points++;
  }
  return units;
}

/** How many code points stand before a place that counts UTF-16 units. */
export function codePointOf(text: string, unit: number): number {
  return [...text.slice(0, unit)].length;
}

/** Puts a text in place of a range of code points. */
export function withRange(text: string, from: number, to: number, replacement: string): string {
  return text.slice(0, unitOf(text, from)) + replacement + text.slice(unitOf(text, to));
}

/** A text without a range of code points, and without the space that it would leave. */
export function withoutRange(text: string, from: number, to: number): string {
  const before = text.slice(0, unitOf(text, from)).trimEnd();
  const after = text.slice(unitOf(text, to)).trimStart();
  // An OR whose neighbour is gone would join others.
  const joined = after.replace(/^OR(\s+|$)/, '');
  const start = joined === '' ? before.replace(/(^|\s+)(OR|AND|NOT|-)$/, '') : before;
  return [start, joined].filter((part) => part !== '').join(' ');
}

/** A text in parts, each with whether a mistake is in it. Ranges count code points. */
export interface MarkedPart {
  readonly text: string;
  /** The number of the mistake; -1 where the text is right. */
  readonly mistake: number;
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Splits a text where mistakes begin and end; a mistake within another is part of the first. */
export function markedParts(text: string, mistakes: readonly Range[]): MarkedPart[] {
  const points = [...text];
  const parts: MarkedPart[] = [];
  let at = 0;
  const take = (end: number, mistake: number) => {
    if (end > at) parts.push({ text: points.slice(at, end).join(''), mistake });
    at = Math.max(at, end);
  };
  mistakes
    .map(({ from, to }, mistake) => ({ from, to, mistake }))
    .sort((one, other) => one.from - other.from)
    .forEach(({ from, to, mistake }) => {
      take(Math.min(from, points.length), -1);
      take(Math.min(to, points.length), mistake);
    });
  take(points.length, -1);
  return parts;
}
