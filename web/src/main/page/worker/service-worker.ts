/// <reference lib="webworker" />

/**
 * Keeps the page itself, so that it opens as an installed app and says in its own words that the server
 * is stopped. It keeps no photo, and no answer of the server.
 */
const worker = self as unknown as ServiceWorkerGlobalScope;

/** Filled in by the build: all files of the page but index.html, and their version. */
const FILES = '__FILES__' as unknown as readonly string[];
const CACHE = 'lumiere-page-__VERSION__';
/** index.html, whatever view the address names. */
const PAGE = '/';

worker.addEventListener('install', (event) => {
  event.waitUntil(keep());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(removeOlder());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin || url.pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') event.respondWith(open(request));
  else if (FILES.includes(url.pathname)) event.respondWith(kept(url.pathname, request));
});

async function keep(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll([PAGE, ...FILES].map((file) => new Request(file, { cache: 'no-cache' })));
  await worker.skipWaiting();
}

async function removeOlder(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('lumiere-page-') && name !== CACHE).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** The server first: it may have a newer page, or want to see who asks. */
async function open(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const page = await caches.match(PAGE);
    if (page) return page;
    throw error;
  }
}

async function kept(file: string, request: Request): Promise<Response> {
  return (await caches.match(file)) ?? fetch(request);
}
