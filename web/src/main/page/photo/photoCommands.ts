import { t } from '../i18n/i18n.svelte';
import type { Command } from '../keys/commands.svelte';

/** What the keys of an opened photo do. */
export interface PhotoKeys {
  close(): void;
  step(by: 1 | -1): void;
  burst(by: 1 | -1): void;
  /** Steps through the near duplicates that the photo stands for. */
  stack(by: 1 | -1): void;
  hasStack(): boolean;
  zoomIn(): void;
  zoomOut(): void;
  whole(): void;
  actual(): void;
  pan(x: number, y: number): void;
  isZoomed(): boolean;
  inform(): void;
  film(): void;
  hasFilm(): boolean;
  hasBurst(): boolean;
  download(): void;
  addToList(): void;
  canWrite(): boolean;
  moreLike(): void;
  lessLike(): void;
}

const scope = 'photo';

export function photoCommands(photo: PhotoKeys): Command[] {
  return [...walking(photo), ...zooming(photo), ...doing(photo)];
}

function walking(photo: PhotoKeys): Command[] {
  const whole = (): boolean => !photo.isZoomed();
  return [
    { id: 'photo.close', title: () => t.photo.back, keys: ['escape'], scope, run: () => photo.close() },
    { id: 'photo.next', title: () => t.photo.next, keys: ['arrowright', 'pagedown', 'j'], scope, when: whole, run: () => photo.step(1) },
    { id: 'photo.previous', title: () => t.photo.previous, keys: ['arrowleft', 'pageup', 'k'], scope, when: whole, run: () => photo.step(-1) },
    { id: 'photo.next-zoomed', title: () => t.photo.next, keys: ['pagedown', 'j'], scope, keysOnly: true, when: photo.isZoomed, run: () => photo.step(1) },
    { id: 'photo.previous-zoomed', title: () => t.photo.previous, keys: ['pageup', 'k'], scope, keysOnly: true, when: photo.isZoomed, run: () => photo.step(-1) },
    { id: 'photo.stack-next', title: () => t.photo.stackNext, keys: ['arrowdown'], scope, when: () => whole() && photo.hasStack(), run: () => photo.stack(1) },
    { id: 'photo.stack-previous', title: () => t.photo.stackPrevious, keys: ['arrowup'], scope, when: () => whole() && photo.hasStack(), run: () => photo.stack(-1) },
    { id: 'photo.burst-next', title: () => t.photo.burstNext, keys: ['.'], scope, when: photo.hasBurst, run: () => photo.burst(1) },
    { id: 'photo.burst-previous', title: () => t.photo.burstPrevious, keys: [','], scope, when: photo.hasBurst, run: () => photo.burst(-1) },
  ];
}

function zooming(photo: PhotoKeys): Command[] {
  const pan = (id: string, title: () => string, key: string, x: number, y: number): Command => ({
    id: `photo.pan-${id}`,
    title,
    keys: [key],
    scope,
    keysOnly: true,
    when: photo.isZoomed,
    run: () => photo.pan(x, y),
  });
  return [
    { id: 'photo.zoom-in', title: () => t.photo.zoomIn, keys: ['+', '='], scope, run: () => photo.zoomIn() },
    { id: 'photo.zoom-out', title: () => t.photo.zoomOut, keys: ['-'], scope, when: photo.isZoomed, run: () => photo.zoomOut() },
    { id: 'photo.whole', title: () => t.photo.zoomWhole, keys: ['0'], scope, when: photo.isZoomed, run: () => photo.whole() },
    { id: 'photo.actual', title: () => t.photo.zoomActual, keys: ['1'], scope, run: () => photo.actual() },
    pan('left', () => t.photo.panLeft, 'arrowleft', -1, 0),
    pan('right', () => t.photo.panRight, 'arrowright', 1, 0),
    pan('up', () => t.photo.panUp, 'arrowup', 0, -1),
    pan('down', () => t.photo.panDown, 'arrowdown', 0, 1),
  ];
}

function doing(photo: PhotoKeys): Command[] {
  return [
    { id: 'photo.inform', title: () => t.photo.info, keys: ['i'], scope, run: () => photo.inform() },
    { id: 'photo.film', title: () => t.photo.film, keys: ['v'], scope, when: photo.hasFilm, run: () => photo.film() },
    { id: 'photo.download', title: () => t.photo.download, keys: ['d'], scope, run: () => photo.download() },
    { id: 'photo.add-to-list', title: () => t.lists.addTo, keys: ['l'], scope, when: () => photo.canWrite(), run: () => photo.addToList() },
    { id: 'photo.more-like', title: () => t.photo.moreLikeThis, keys: ['m'], scope, run: () => photo.moreLike() },
    { id: 'photo.less-like', title: () => t.photo.lessLikeThis, keys: ['u'], scope, run: () => photo.lessLike() },
  ];
}
