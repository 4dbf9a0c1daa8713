import { countryName, englishCountry } from '../i18n/countries';
import { language, t } from '../i18n/i18n.svelte';
import type { FacetFilter } from '../params';

/** The months as the index calls them. */
const MONTHS = [
  'january', 'february', 'march', 'april', 'may', 'june',
  'july', 'august', 'september', 'october', 'november', 'december',
];

/** Formats that people know by their letters. */
const TYPED = /^[a-z0-9]{2,5}$/;

export function facetLabel(name: string): string {
  return t.search.facets[name] ?? name;
}

/** A value of a facet in the page's language, where it is one of a few that are known; `within` another, as a town in a country. */
export function valueLabel(facet: string, value: string, within = false): string {
  switch (facet) {
    case 'country':
      return countryName(value);
    case 'place':
      return within ? value : countryName(value);
    case 'month':
      return monthLabel(value);
    case 'rating':
      return /^-?\d$/.test(value) ? t.search.stars(value) : value;
    case 'type':
      return TYPED.test(value) ? value.toUpperCase() : value;
    case 'kind':
    case 'shape':
    case 'flash':
    case 'confidence':
      return t.search.values[value] ?? value;
    default:
      return value;
  }
}

/** What values of a facet are looked for by, which the index has in English, where a person looks for them in the page's language. */
export function soughtText(facet: string, text: string): string {
  return facet === 'country' || facet === 'place' ? englishCountry(text) : text;
}

/** As it is read aloud: five stars are not five times "star". */
export function spokenValue(facet: string, value: string, within = false): string {
  return facet === 'rating' && /^-?\d$/.test(value) ? t.search.starsName(value) : valueLabel(facet, value, within);
}

/** What a chosen value is called, by the query that keeps it: the last of its parts is the narrowest. */
export function choiceLabel({ name, query }: FacetFilter): string {
  const parts = [...query.matchAll(/[\w-]+[:=]("[^"]*"|\S+)/g)];
  const last = parts.at(-1)?.[1];
  return last === undefined ? query : valueLabel(name, last.replace(/^"|"$/g, ''), parts.length > 1);
}

/** A day, a month or a year as the page's language writes it. */
export function dayLabel(day: string, unit: 'day' | 'month' | 'year' = 'day'): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  const parts: Intl.DateTimeFormatOptions = {
    ...(unit === 'day' ? { day: 'numeric' } : {}),
    ...(unit === 'year' ? {} : { month: 'short' }),
    year: 'numeric',
    timeZone: 'UTC',
  };
  return new Intl.DateTimeFormat(language(), parts).format(date);
}

/** A range of days; a whole year is that year. */
export function daysLabel(from: string | undefined, to: string | undefined): string {
  const year = from?.slice(0, -6);
  if (from !== undefined && from === `${year}-01-01` && to === `${year}-12-31`) return dayLabel(from, 'year');
  if (from === undefined) return t.search.daysTo(dayLabel(to ?? ''));
  return to === undefined ? t.search.daysFrom(dayLabel(from)) : t.search.days(dayLabel(from), dayLabel(to));
}

function monthLabel(value: string): string {
  const month = MONTHS.indexOf(value.toLowerCase());
  if (month < 0) return value;
  return new Intl.DateTimeFormat(language(), { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month, 1));
}
