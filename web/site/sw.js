// Keeps the installed page for offline use: everything is fetched once when a
// version is installed, and served from the cache ever after. A new version
// replaces the cache as a whole.
const cacheName = 'fihris-VERSION';
const files = ['./', 'manifest.webmanifest', 'icon.svg'];
/** A service worker's own global; the page's type library does not have it. */
const scope = /** @type {any} */ (self);

scope.addEventListener('install', (/** @type {any} */ event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll(files.map((file) => new Request(file, { cache: 'reload' }))))
      .then(() => scope.skipWaiting()),
  );
});

scope.addEventListener('activate', (/** @type {any} */ event) => {
  const isOld = (/** @type {string} */ name) => name.startsWith('fihris-') && name !== cacheName;
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name))))
      .then(() => scope.clients.claim()),
  );
});

scope.addEventListener('fetch', (/** @type {any} */ event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== scope.location.origin) return;
  const wanted = event.request.mode === 'navigate' ? './' : event.request;
  event.respondWith(caches.match(wanted, { cacheName }).then((kept) => kept ?? fetch(event.request)));
});
