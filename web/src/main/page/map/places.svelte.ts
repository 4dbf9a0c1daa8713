import * as api from '../api/endpoints';
import type { PhotoMap } from '../api/types';
import { formatParams, withParams, type SearchParams } from '../params';
import { Latest } from '../search/latest.svelte';
import { result } from '../search/result.svelte';
import { boxOf, formatBox, zoomLevel, type Box, type Camera, type Frame } from './mercator';

/** The whole world at so low a zoom has few enough clusters to be asked for at once. */
const WORLD_ZOOM = 3;
/** How large it is at most when it is asked for at once. */
export const WORLD_SCALE = 256 * 2 ** WORLD_ZOOM;

/** The places of the photos that a search finds, as far as a map shows them. */
export class Places {
  readonly #latest = new Latest<PhotoMap>();
  #asked = '';

  get clusters(): PhotoMap['clusters'] {
    return this.#latest.answer?.clusters ?? [];
  }

  get loading(): boolean {
    return this.#latest.loading;
  }

  get problem(): Error | null {
    return this.#latest.problem;
  }

  /** Whether an answer came. */
  get known(): boolean {
    return this.#latest.answer !== null;
  }

  /**
   * Asks for what is seen and a little around it, unless that was asked last and photos are still the
   * same. The search's own box is left out, so that the map shows what lies beyond it.
   */
  async ask(search: SearchParams, camera: Camera, frame: Frame): Promise<PhotoMap | null> {
    const zoom = zoomLevel(camera);
    const box = zoom <= WORLD_ZOOM ? undefined : formatBox(around(boxOf(camera, frame), frame, camera));
    const query = formatParams(withParams(search, { box, sort: undefined, group: undefined }));
    const asked = `${query}#${zoom}#${result.changes}`;
    if (asked === this.#asked) return null;
    this.#asked = asked;
    const answer = await this.#latest.ask((signal) => api.map(query, zoom, signal));
    if (!answer && this.#latest.problem) this.#asked = '';
    return answer;
  }
}

/** A half more on each side, in steps, so that small moves ask for nothing; all around where that would meet itself. */
function around([west, south, east, north]: Box, frame: Frame, camera: Camera): Box {
  const width = (frame.width / camera.scale) * 360;
  const step = width / 4;
  const down = (value: number): number => Math.floor((value - width / 2) / step) * step;
  const up = (value: number): number => Math.ceil((value + width / 2) / step) * step;
  const turn = (lon: number): number => lon - 360 * Math.floor((lon + 180) / 360);
  const isAround = 2 * width + 2 * step >= 360;
  return [isAround ? -180 : turn(down(west)), Math.max(-90, down(south)), isAround ? 180 : turn(up(east)), Math.min(90, up(north))];
}
