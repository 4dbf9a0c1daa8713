import { language } from './i18n.svelte';

/** Numbers, sizes and times in the page's language. */

/** Formatters by language and options: making one takes as long as formatting a hundred numbers with it. */
const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

function cached<F>(made: Map<string, F>, options: object | undefined, make: () => F): F {
  const key = language() + JSON.stringify(options ?? {});
  const known = made.get(key) ?? make();
  made.set(key, known);
  return known;
}

export function formatNumber(value: number, options?: Intl.NumberFormatOptions): string {
  return cached(numbers, options, () => new Intl.NumberFormat(language(), options)).format(value);
}

export function formatPercent(share: number): string {
  return formatNumber(share, { style: 'percent', maximumFractionDigits: share < 0.1 ? 1 : 0 });
}

/** 12.4 MB: decimal units, as file managers have them. */
export function formatBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return formatNumber(value, { style: 'unit', unit: units[unit]!, unitDisplay: unit === 0 ? 'long' : 'short', maximumFractionDigits: unit > 0 && value < 10 ? 1 : 0 });
}

/**
 * A time. Photos have local times without a zone, which the server gives as if they were UTC:
 * pass `timeZone: 'UTC'` for them.
 */
export function formatDate(time: number | Date, options: Intl.DateTimeFormatOptions = { dateStyle: 'medium' }): string {
  return cached(dates, options, () => new Intl.DateTimeFormat(language(), options)).format(time);
}

/** From one day to another, times as photos have them. */
export function formatDays(from: number, to: number): string {
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeZone: 'UTC' };
  return cached(dates, options, () => new Intl.DateTimeFormat(language(), options)).formatRange(from, to);
}

/** 2 h 5 min; of a long time the two largest units. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const parts: [number, string][] = [
    [Math.floor(whole / 86400), 'day'],
    [Math.floor(whole / 3600) % 24, 'hour'],
    [Math.floor(whole / 60) % 60, 'minute'],
    [whole % 60, 'second'],
  ];
  const first = parts.findIndex(([count]) => count > 0);
  const shown = (first < 0 ? parts.slice(3) : parts.slice(first, first + 2)).filter(([count], i) => count > 0 || i === 0);
  return shown.map(([count, unit]) => formatNumber(count, { style: 'unit', unit, unitDisplay: 'short' })).join(' ');
}
