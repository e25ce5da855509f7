// dist/site on a local server: after the first visit it works with the server gone.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { analysed, openPage, root, test } from './harness.mjs';

/** @type {Record<string, string>} */
const kTypes = { '.html': 'text/html', '.js': 'text/javascript', '.webmanifest': 'application/manifest+json', '.svg': 'image/svg+xml' };

/** @returns {Promise<{address: string, stop: () => void}>} */
function serve() {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://x').pathname);
    const file = join(root, 'dist/site', path.endsWith('/') ? `${path}index.html` : path);
    if (!file.startsWith(join(root, 'dist/site')) || !existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': kTypes[extname(file)] ?? 'text/plain' }).end(readFileSync(file));
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      const stop = () => {
        server.closeAllConnections();
        server.close();
      };
      done({ address: `http://127.0.0.1:${port}/`, stop });
    });
  });
}

/** @param {import('puppeteer-core').Browser} browser @param {string} name */
export async function testSite(browser, name) {
  const { address, stop } = await serve();
  await test(`${name}: the site is installable and works offline after the first visit`, async () => {
    const { page, errors } = await openPage(browser, address);
    const manifest = JSON.parse(readFileSync(join(root, 'dist/site/manifest.webmanifest'), 'utf8'));
    assert.equal(manifest.lang, 'ar');
    assert.equal(await page.$eval('link[rel=manifest]', (node) => node.getAttribute('href')), 'manifest.webmanifest');
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, { timeout: 15_000 });
    stop();
    await page.reload();
    await page.waitForFunction(() => document.body.dataset.ready !== undefined, { timeout: 15_000 });
    await page.click('#sample-big');
    await analysed(page);
    assert.ok(((await page.$eval('#article', (node) => node.textContent)) ?? '').length > 500);
    assert.deepEqual(errors, []);
    await page.close();
  });
  stop();
}
