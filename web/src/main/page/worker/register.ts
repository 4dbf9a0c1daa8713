import { session } from '../api/endpoints';
import { t } from '../i18n/i18n.svelte';
import { toasts } from '../ui/toasts.svelte';

/** Keeps the page for when the server is stopped, and says when a newer one is there. */
export async function registerWorker(): Promise<void> {
  // A part of this page that the server has no more: it was updated. One that is gone has no newer page either.
  addEventListener('vite:preloadError', () => void session().then(() => globalThis.location.reload(), () => {}));
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const hadOne = navigator.serviceWorker.controller !== null;
  try {
    await navigator.serviceWorker.register('/sw.js');
  } catch {
    // A browser that forbids it, or a certificate of the server's own: the page works as well.
    return;
  }
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (hadOne) toasts.info(t.frame.newVersion, { label: t.frame.reload, run: () => globalThis.location.reload() });
  });
}
