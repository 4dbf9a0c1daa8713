import { copy, download } from '../actions/download';
import { lessLike, moreLike } from '../actions/feedback';
import * as api from '../api/endpoints';
import type { Photo } from '../api/types';
import { gallery } from '../grid/gallery.svelte';
import { t } from '../i18n/i18n.svelte';
import { location } from '../location.svelte';
import { session } from '../session.svelte';
import type { MenuEntry } from '../ui/Menu.svelte';
import { toasts } from '../ui/toasts.svelte';
import { whyNot } from './whyNot.svelte';

/** What can be done with one photo, for its menu. */
export function photoActions(id: string, photo: Photo | null, ask: (kind: 'album' | 'label') => void): MenuEntry[] {
  const { archive } = location.params;
  const can = session.known?.capabilities;
  const file = typeof photo?.['file'] === 'string' ? photo['file'] : photo?.path;
  const entries: (MenuEntry | false)[] = [
    { label: t.photo.download, icon: 'download', hint: 'D', run: () => download(api.originalUrl(id, { download: true, archive })) },
    photo?.displayable === true && { label: t.photo.openOriginal, icon: 'open', run: () => void globalThis.open(api.originalUrl(id, { archive }), '_blank', 'noopener') },
    can?.reveal === true && { label: t.photo.reveal, icon: 'folder', run: () => void reveal(id, archive) },
    file !== undefined && { label: t.photo.copyPath, icon: 'copy', run: () => void copyPath(file) },
    'line',
    can?.write === true && { label: t.lists.addTo, icon: 'lists', hint: 'L', run: () => ask('album') },
    can?.write === true && { label: t.lists.labelThem, icon: 'label', run: () => ask('label') },
    { label: t.grid.showInTimeline, icon: 'history', run: () => gallery.showInTimeline(id) },
    { label: t.photo.moreLikeThis, icon: 'like', run: () => moreLike([id]) },
    { label: t.photo.lessLikeThis, icon: 'unlike', run: () => lessLike([id]) },
    'line',
    { label: t.photo.whyNot, icon: 'why', run: () => whyNot.open() },
  ];
  return entries.filter((entry) => entry !== false);
}

async function reveal(id: string, archive: string | undefined): Promise<void> {
  try {
    await api.reveal(id, archive);
    toasts.info(t.photo.revealed);
  } catch (error) {
    toasts.failure(error);
  }
}

async function copyPath(path: string): Promise<void> {
  try {
    await copy(path);
    toasts.info(t.photo.copied);
  } catch (error) {
    toasts.failure(error);
  }
}
