import { FLAG, type Section } from '../api/types';
import * as api from '../api/endpoints';
import { formatDate, formatPercent } from '../i18n/format';
import { countryName } from '../i18n/countries';
import { said, t } from '../i18n/i18n.svelte';
import { pathOf } from '../router';
import type { GridPhoto } from './block';
import type { GridWords } from './stage';

/** A cell taller than this many device pixels is sharper with the large thumbnail: the small one is 360 on its short side. */
const SMALL_ENOUGH = 560;

/** What the grid says, in the page's language. */
export function gridWords(total: () => number, query: () => string, toggle: (section: Section) => void): GridWords {
  const archive = () => new URLSearchParams(query()).get('archive') ?? undefined;
  return {
    cell: {
      name: (photo) => photoName(photo, total()),
      href: (id) => `${pathOf({ view: 'photo', id })}?${query()}`,
      thumbnail: (photo, height) =>
        api.thumbnailUrl(photo.id, photo.hash, height * devicePixelRatio > SMALL_ENOUGH ? 'large' : 'small', archive()),
      score: formatPercent,
      stack: (photo) => (photo.isOpen ? t.grid.closeStack : t.grid.openStack(photo.alike)),
    },
    heading: { label: sectionLabel, shortLabel: (section) => sectionLabel(section, true), count: (count) => t.grid.photos(count), select: (label) => t.grid.selectSection(label), toggle },
    lessLikely: () => t.grid.lessLikely,
  };
}

/** What a photo is called before its details are known: its date, what kind it is, its place in the order. */
export function photoName(photo: GridPhoto, total: number): string {
  const kinds: (readonly [number, string])[] = [
    [FLAG.dateGuessed, t.grid.dateGuessed],
    [FLAG.film, t.grid.film],
    [FLAG.burst, t.grid.burst],
    [FLAG.panorama, t.grid.panorama],
    [FLAG.screenshot, t.grid.screenshot],
    [FLAG.raw, t.grid.raw],
  ];
  return [
    photo.taken === null ? t.grid.undated : formatDate(photo.taken, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }),
    ...kinds.filter(([flag]) => photo.flags & flag).map(([, name]) => name),
    ...(photo.alike > 0 ? [t.grid.alike(photo.alike)] : []),
    ...(photo.member > 0 ? [t.grid.behind] : []),
    t.grid.photoAt(photo.position + 1, total),
  ].join(', ');
}

/** A heading in the page's language where it is a date, else as the server has it. */
export function sectionLabel({ key, label }: Section, short = false): string {
  const [, year, month, day, hour, minute] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d)(\d\d))?$/.exec(key) ?? [];
  if (year === undefined) {
    return placeLabel(key, label);
  }
  const time = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1), Number(hour ?? 0), Number(minute ?? 0));
  return formatDate(time, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month === undefined ? {} : { month: short && day !== undefined ? 'short' : 'long' }),
    ...(day === undefined ? {} : { weekday: short ? 'short' : 'long', day: 'numeric' }),
    // An event is called by when it begins.
    ...(hour === undefined ? {} : { hour: 'numeric', minute: '2-digit' }),
  });
}

/** A place's names, of which the key has the country first and the label has it last. */
function placeLabel(key: string, label: string): string {
  const country = key.split('/', 1)[0]!;
  const own = countryName(country);
  return own !== country && label.endsWith(country) ? label.slice(0, label.length - country.length) + own : said(label);
}
