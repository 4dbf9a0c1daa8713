import * as api from '../api/endpoints';
import type { Photo } from '../api/types';
import { location } from '../location.svelte';
import type { Placed } from './order';
import { largeUrl, smallUrl } from './urls';
import type { Size } from './zoom';

/** A photo as the stage shows it. */
export interface Shown extends Size {
  readonly id: string;
  readonly small: string;
  readonly large: string;
  /** Where the browser can show it; null else. */
  readonly original: string | null;
  /** Its average colour, which stands there first. */
  readonly color: string;
  /** Its name for screen readers. */
  readonly alt: string;
}

/** Before its details are known, a photo is taken to be as large as photos usually are. */
const USUAL_SIDE = 4000;

/** What can be shown of a photo with what is known of it; null where that is too little. */
export function shownOf(placed: Placed | null, details: Photo | null): Shown | null {
  const id = placed?.id ?? details?.id;
  if (id === undefined) return null;
  const photo = { id, hash: placed?.hash ?? details?.hash ?? '' };
  return {
    id,
    ...(sizeOf(details) ?? usualSize(placed?.ratio ?? 1)),
    small: smallUrl(photo),
    large: largeUrl(photo),
    original: details?.displayable ? api.originalUrl(id, { archive: location.params.archive }) : null,
    color: placed && placed.color >= 0 ? `#${placed.color.toString(16).padStart(6, '0')}` : 'transparent',
    alt: details ? altOf(details) : '',
  };
}

/** What a photo is called: its title, else its file's name. */
export function nameOf(photo: Photo): string {
  const { title, path } = photo;
  if (typeof title === 'string' && title.trim() !== '') return title;
  return path?.slice(path.lastIndexOf('/') + 1) ?? photo.id;
}

function altOf(photo: Photo): string {
  const { description } = photo;
  return typeof description === 'string' && description.trim() !== '' ? description : nameOf(photo);
}

function sizeOf(photo: Photo | null): Size | null {
  const width = photo?.['width'];
  const height = photo?.['height'];
  return typeof width === 'number' && typeof height === 'number' && width > 0 && height > 0 ? { width, height } : null;
}

function usualSize(ratio: number): Size {
  return ratio >= 1 ? { width: USUAL_SIDE, height: USUAL_SIDE / ratio } : { width: USUAL_SIDE * ratio, height: USUAL_SIDE };
}
