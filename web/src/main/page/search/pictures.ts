import { uploadPicture } from '../api/endpoints';
import { t } from '../i18n/i18n.svelte';
import { location } from '../location.svelte';
import { toasts } from '../ui/toasts.svelte';
import { withPicture } from './changes';

const MOST_BYTES = 64 * 1024 * 1024;

/** Files that browsers give no type, though the server reads them. */
const NAMED = /\.(heic|heif|avif|jxl|jp2|tiff?|dng|nef|cr[23]|arw|raf|orf|rw2)$/i;

/** Searches by pictures that a person dropped, pasted or chose, together with what is searched for already. */
export async function searchByPictures(files: readonly File[]): Promise<void> {
  for (const file of files) {
    const complaint = complaintOf(file);
    if (complaint === null) await searchBy(file);
    else toasts.error(complaint);
  }
}

/** The pictures among what is on the clipboard or dragged. */
export function picturesIn(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])];
}

function complaintOf(file: File): string | null {
  if (!file.type.startsWith('image/') && !NAMED.test(file.name)) return t.search.notPicture(file.name);
  return file.size > MOST_BYTES ? t.search.pictureTooLarge(file.name) : null;
}

async function searchBy(file: File): Promise<void> {
  try {
    const { picture } = await uploadPicture(file);
    location.go({ view: 'search' }, withPicture(location.params, 'image', picture));
  } catch (error) {
    toasts.failure(error);
  }
}
