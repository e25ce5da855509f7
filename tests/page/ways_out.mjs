// Every way a page could send a reader's text away, and a server that would hear
// of it. The policy must refuse each one.
import { createServer } from 'node:http';

/** @returns {Promise<{address: string, heard: string[], stop: () => void}>} a server and what reached it */
export function listen() {
  /** @type {string[]} */
  const heard = [];
  const server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`);
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('');
  });
  server.on('upgrade', (request, socket) => {
    heard.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      done({ address: `http://127.0.0.1:${port}/`, heard, stop: () => server.close() });
    });
  });
}

/**
 * Runs inside the page, so it stands alone.
 * @param {string} outside @returns {Promise<{fates: Record<string, string>, violations: string[], title: string}>}
 */
export async function tryEveryWayOut(outside) {
  /** @type {string[]} */
  const violations = [];
  document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
  const fate = async (/** @type {() => any} */ attempt) => {
    try {
      await attempt();
      return 'went';
    } catch {
      return 'refused';
    }
  };
  const loads = (/** @type {HTMLElement} */ node) =>
    new Promise((done, fail) => {
      node.onload = done;
      node.onerror = fail;
      document.body.append(node);
      setTimeout(fail, 1000);
    });
  const make = (/** @type {string} */ tag, /** @type {object} */ props) => Object.assign(document.createElement(tag), props);
  const inWorker = (/** @type {string} */ code) =>
    new Promise((done, fail) => {
      const worker = new Worker(/** @type {any} */ (URL.createObjectURL(new Blob([code]))));
      worker.onmessage = (event) => (event.data === 'went' ? done(0) : fail());
      worker.onerror = fail;
    });
  const fates = {
    fetch: await fate(() => fetch(outside)),
    request: await fate(() => new Promise((done, fail) => {
      const request = new XMLHttpRequest();
      Object.assign(request, { onload: done, onerror: fail });
      request.open('POST', outside);
      request.send('x');
    })),
    socket: await fate(() => new Promise((done, fail) => Object.assign(new WebSocket(outside.replace('http', 'ws')), { onopen: done, onerror: fail }))),
    events: await fate(() => new Promise((done, fail) => Object.assign(new EventSource(outside), { onopen: done, onerror: fail }))),
    image: await fate(() => loads(make('img', { src: `${outside}x.png` }))),
    style: await fate(() => loads(make('link', { rel: 'stylesheet', href: `${outside}x.css` }))),
    script: await fate(() => loads(make('script', { src: `${outside}x.js` }))),
    inline: await fate(() => loads(make('script', { textContent: 'document.title = "ran"' }))),
    worker: await fate(() => inWorker(`fetch(${JSON.stringify(outside)}).then(() => postMessage('went'), () => postMessage('refused'))`)),
  };
  // These two answer nothing to the page; only the server can tell.
  navigator.sendBeacon(outside, 'x');
  document.body.append(make('iframe', { src: `${outside}frame` }));
  await new Promise((done) => setTimeout(done, 300));
  return { fates, violations: [...new Set(violations)].sort(), title: document.title };
}
