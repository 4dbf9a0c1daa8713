import * as api from '../api/endpoints';
import { location } from '../location.svelte';

interface Pictured {
  readonly id: string;
  readonly hash?: string | undefined;
}

/** The large rendition of a photo. */
export function largeUrl(photo: Pictured): string {
  return api.thumbnailUrl(photo.id, photo.hash ?? '', 'large', location.params.archive);
}

/** The small one, which the grid has loaded already. */
export function smallUrl(photo: Pictured): string {
  return api.thumbnailUrl(photo.id, photo.hash ?? '', 'small', location.params.archive);
}
