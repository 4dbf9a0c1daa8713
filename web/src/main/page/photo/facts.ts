import type { Photo } from '../api/types';
import { aperture, focal, shutter } from './exposure';
import { exactly, holding } from './narrow';

/** A value of a photo, and the search for the photos that share it. */
export interface Fact {
  readonly text: string;
  /** In the query language; null where there is no such search. */
  readonly filter: string | null;
  /** The facet whose value it is, so that narrowing shows it as chosen there. */
  readonly facet?: string;
}

/** What of a photo is shown first; the rest is under "All fields". */
export type FactName = 'place' | 'people' | 'keywords' | 'camera' | 'lens' | 'exposure' | 'rating' | 'label' | 'kind' | 'creator' | 'copyright';

/** The facts of a photo, those that it has, in the order in which people ask for them. */
export function factsOf(photo: Photo): { readonly name: FactName; readonly facts: readonly Fact[] }[] {
  const all: [FactName, (Fact | null)[]][] = [
    ['place', ['city', 'region', 'country'].map((field) => exact(photo, field))],
    ['people', texts(photo['people']).map((name) => value('people', name))],
    ['keywords', texts(photo['keywords']).map((word) => value('keyword', word))],
    ['camera', [exact(photo, 'camera')]],
    ['lens', [exact(photo, 'lens')]],
    ['exposure', exposure(photo)],
    ['rating', [rating(photo)]],
    ['label', [exact(photo, 'label')]],
    ['kind', texts(photo['kind']).map((kind) => ({ text: kind, filter: `is:${KINDS[kind] ?? kind}`, facet: 'kind' }))],
    ['creator', texts(photo['creator']).map((name) => ({ text: name, filter: holding('creator', name) }))],
    ['copyright', texts(photo['copyright']).map((text) => ({ text, filter: null }))],
  ];
  return all.map(([name, facts]) => ({ name, facts: facts.filter((fact) => fact !== null) })).filter(({ facts }) => facts.length > 0);
}

/** What searches call the kinds whose names differ. */
const KINDS: Record<string, string> = { live_photo: 'live' };

/** What is shown elsewhere on the panel, or is no field of the photo's document. */
const APART = ['notes', 'lists', 'burst_ids', 'film', 'displayable', 'rank', 'score', 'hash'];

/** All fields as they are in the document, for those who want to know. */
export function allFields(photo: Photo): { readonly name: string; readonly text: string }[] {
  return Object.entries(photo)
    .filter(([name, of]) => !APART.includes(name) && of !== null && of !== undefined && of !== '')
    .map(([name, of]) => ({ name, text: Array.isArray(of) ? of.join(', ') : typeof of === 'object' ? JSON.stringify(of) : String(of) }));
}

function exposure(photo: Photo): (Fact | null)[] {
  const seconds = number(photo, 'exposure');
  const stop = number(photo, 'aperture');
  const iso = number(photo, 'iso');
  const millimetres = number(photo, 'focal_length');
  const film = number(photo, 'focal_length_35');
  const speed = seconds === undefined ? '' : shutter(seconds);
  const length = focal(millimetres, film);
  return [
    speed === '' ? null : { text: speed, filter: `exposure:${speed.replace(' s', '')}` },
    stop === undefined ? null : { text: aperture(stop), filter: `f:${Number(stop.toFixed(1))}` },
    iso === undefined ? null : { text: `ISO ${iso}`, filter: `iso:${iso}` },
    length === '' ? null : { text: length, filter: millimetres === undefined ? `focal35:${film}` : `focal:${Number(millimetres.toFixed(1))}` },
  ];
}

function rating(photo: Photo): Fact | null {
  const stars = number(photo, 'rating');
  return stars === undefined ? null : { text: String(stars), filter: `rating:${stars}`, facet: 'rating' };
}

function exact(photo: Photo, field: string): Fact | null {
  const text = texts(photo[field])[0];
  return text === undefined ? null : value(field, text);
}

function value(field: string, text: string): Fact {
  return { text, filter: exactly(field, text), facet: field };
}

function number(photo: Photo, field: string): number | undefined {
  const found = photo[field];
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}

function texts(found: unknown): string[] {
  const all = Array.isArray(found) ? found : [found];
  return all.filter((text): text is string => typeof text === 'string' && text.trim() !== '');
}
