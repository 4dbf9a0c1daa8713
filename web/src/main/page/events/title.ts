import type { PhotoEvent } from '../api/types';
import { countryName } from '../i18n/countries';
import { formatDays } from '../i18n/format';
import { language } from '../i18n/i18n.svelte';

/** An event is called by its place and days; the server's title is the English one. */
export function eventTitle(event: PhotoEvent): string {
  if (language() === 'en') return event.title;
  const [place] = event.places;
  // Only the largest of several names is a country.
  const name = place !== undefined && event.places.length === 1 ? countryName(place) : place;
  const days = formatDays(Date.parse(`${event.from}Z`), Date.parse(`${event.to}Z`));
  return name === undefined ? days : `${name}，${days}`;
}
