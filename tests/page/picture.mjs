// Takes the README's picture, web/screenshot.png, from the built page: the sample
// analysed, with one card open.
//   node tests/page/picture.mjs
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { analysed, launch, openPage, root, wait } from './harness.mjs';

const kMostBytes = 250_000;

const browser = await launch('chromium');
const { page } = await openPage(browser, 'dist/fihris.html', { width: 1280, height: 860 });
await page.click('#sample-big');
await analysed(page);
await page.evaluate(() => document.fonts.ready);
await page.evaluate(() => /** @type {HTMLElement} */ ([...document.querySelectorAll('.mark.t-MONEY')].find((mark) => mark.textContent?.startsWith('1.4'))).click());
await wait(300);
const file = join(root, 'web/screenshot.png');
await page.screenshot({ path: /** @type {`${string}.png`} */ (file) });
await browser.close();
const { size } = statSync(file);
console.log(`web/screenshot.png: ${Math.round(size / 1000)} KB`);
process.exit(size <= kMostBytes ? 0 : 1);
