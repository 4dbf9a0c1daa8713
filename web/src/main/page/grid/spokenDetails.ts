import { isAbort } from '../api/client';
import * as api from '../api/endpoints';
import { Cell } from './cell';

/** The focus rests this long on a photo before its details are asked for. */
const PAUSE = 200;

/**
 * Adds place and file name to the name of the photo that has the focus, and says them. Rows of the grid do not carry
 * them: that would be half of what a million photos weigh, for something that is never seen.
 */
export function speakDetails(ground: HTMLElement, voice: HTMLElement, idOf: (position: number) => string | undefined, archive: () => string | undefined): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let request: AbortController | undefined;
  const stop = () => {
    clearTimeout(timer);
    request?.abort();
  };
  ground.addEventListener('focusin', ({ target }) => {
    stop();
    const id = idOf(Cell.positionOf(target));
    if (id === undefined || !(target instanceof HTMLAnchorElement)) return;
    timer = setTimeout(async () => {
      request = new AbortController();
      try {
        const details = detailsOf(await api.photo(id, archive(), request.signal));
        const name = target.getAttribute('aria-label');
        if (details !== '' && document.activeElement === target && name?.endsWith(details) === false) {
          target.setAttribute('aria-label', `${name}, ${details}`);
          voice.textContent = details;
        }
      } catch (error) {
        // Its name stays as it is; the frame says when the server is gone.
        if (!isAbort(error)) voice.textContent = '';
      }
    }, PAUSE);
  });
  return stop;
}

function detailsOf(photo: Readonly<Record<string, unknown>>): string {
  const file = typeof photo['path'] === 'string' ? photo['path'].split('/').at(-1) : undefined;
  return [photo['title'], photo['city'], photo['country'], file].filter((part) => typeof part === 'string' && part !== '').join(', ');
}
