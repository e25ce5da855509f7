// An engine that cannot start, or dies at once, ever again: the page must say so,
// stop trying, and leave the reader's text alone.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dropText, root, test, wait } from './harness.mjs';

/** @type {[string, string, RegExp][]} what happens, the engine, what the page says */
const kEngines = [
  ['an engine that refuses to start is named as the reason', 'function createFihris() { return Promise.reject(new Error("no memory")); }', /تعذّر.*no memory/],
  ['a worker that dies on every start is given up', 'throw new Error("dead on arrival");', /تعذّر.*dead on arrival/],
];

/** @param {import('puppeteer-core').Browser} browser @param {string} name */
export async function testBrokenEngine(browser, name) {
  for (const [i, [what, source, words]] of kEngines.entries()) {
    await test(`${name}: ${what}`, async () => {
      const out = `build/page-broken-${i}`;
      mkdirSync(join(root, out), { recursive: true });
      writeFileSync(join(root, out, 'engine.js'), source);
      execFileSync(process.execPath, ['scripts/build-page.mjs', '--engine', `${out}/engine.js`, '--out', out], { cwd: root });
      const page = await browser.newPage();
      await page.goto(pathToFileURL(join(root, out, 'fihris.html')).href);
      await page.waitForSelector('#notice:not([hidden])', { timeout: 10_000 });
      await wait(300);
      assert.match(await page.$eval('#notice', (node) => node.textContent ?? ''), words);
      await dropText(page, 'نص للقراءة');
      await wait(500);
      assert.equal(await page.$eval('#article', (node) => node.textContent), 'نص للقراءة');
      assert.equal(await page.$eval('#notice', (node) => /** @type {HTMLElement} */ (node).hidden), false);
      await page.close();
    });
  }
}
