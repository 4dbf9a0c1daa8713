/** When a photo was taken, in words and no more exactly than it is known. */

export type Precision = 'year' | 'month' | 'day' | 'time';

export interface Taken {
  /** By the clock on the wall there: `2021-07-04T18:30:00+02:00`; the offset may lack. */
  readonly iso: string;
  readonly precision: Precision;
}

const LONG: Record<Precision, Intl.DateTimeFormatOptions> = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  day: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' },
  time: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long', hour: 'numeric', minute: '2-digit' },
};
const SHORT: Record<Precision, Intl.DateTimeFormatOptions> = {
  ...LONG,
  day: { dateStyle: 'medium' },
  time: { dateStyle: 'medium', timeStyle: 'short' },
};

/** In the language's own order; the clock is the one there, whatever zone the browser is in. */
export function takenText(taken: Taken, language: string, length: 'long' | 'short' = 'long'): string {
  const local = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?))?/.exec(taken.iso);
  const moment = local ? Date.parse(`${local[1]}T${local[2] ?? '00:00'}Z`) : Number.NaN;
  if (Number.isNaN(moment)) return taken.iso;
  return new Intl.DateTimeFormat(language, { ...(length === 'long' ? LONG : SHORT)[taken.precision], timeZone: 'UTC' }).format(moment);
}

/** `+02:00`, where it is known. */
export function takenOffset(taken: Taken): string | null {
  const offset = /(Z|[+-]\d\d:\d\d)(?::\d\d)?$/.exec(taken.iso.slice(10))?.[1];
  return offset === 'Z' ? '+00:00' : (offset ?? null);
}

/** What keeps the photos of the same day, month or year. */
export function takenFilter(taken: Taken): string | null {
  const day = /^\d{4}-\d\d-\d\d/.exec(taken.iso)?.[0];
  if (day === undefined) return null;
  const length = { year: 4, month: 7, day: 10, time: 10 }[taken.precision];
  return `date:${day.slice(0, length)}`;
}
