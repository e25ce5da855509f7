// What the page needs from its own file: the worker's source and the engine's
// bytes, both carried in inert script elements, and the one trusted-types policy
// that lets a script address be made. Nothing else may make one.

/** @param {string} id */
const carried = (id) => document.getElementById(id)?.textContent ?? '';

/** @type {{createScriptURL: (url: string) => any}} */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('w', { createScriptURL: (/** @type {string} */ url) => url }) ?? {
  createScriptURL: (url) => url,
};

/** @type {string | undefined} */
let workerUrl;

export function makeWorker() {
  workerUrl ??= URL.createObjectURL(new Blob([carried('worker-source')], { type: 'text/javascript' }));
  return new Worker(policy.createScriptURL(workerUrl));
}

/** @returns {string} the gzipped module as bytes.js carries it */
export const readEngine = () => carried('engine');

/** On the installable site (never in the single file) a service worker keeps the page for offline use. */
export function registerOffline() {
  if (!document.documentElement.hasAttribute('data-site') || !('serviceWorker' in navigator)) return;
  void navigator.serviceWorker.register(policy.createScriptURL('sw.js'));
}
