import { t } from '../i18n/i18n.svelte';

/** Lets the browser download an address of the server, which says what the file is called. */
export function download(url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}

/** Puts a text where other programs can paste it. */
export async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Browsers have a clipboard for safe addresses only, or it was not allowed.
    throw new Error(t.photo.copyFailed);
  }
}
