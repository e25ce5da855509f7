// What every page test needs: a browser (Chromium or Firefox) on a page opened
// from file://, a record of every request it made, and a counting `test`.
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const shots = join(root, 'build/screenshots');
mkdirSync(shots, { recursive: true });

export const counts = { passed: 0, failed: 0 };

/** @param {string} name @param {() => unknown} body */
export async function test(name, body) {
  try {
    await body();
    counts.passed++;
    console.log(`ok   ${name}`);
  } catch (error) {
    counts.failed++;
    console.log(`FAIL ${name}\n     ${String(error?.stack ?? error).split('\n').slice(0, 6).join('\n     ')}`);
  }
}

const kChromiumFlags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--force-device-scale-factor=1'];

/** @param {'chromium' | 'firefox'} name */
export function launch(name) {
  if (name === 'chromium') return puppeteer.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: kChromiumFlags });
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
    // Puppeteer switches this protection of file:// off; a reader's browser has it on.
    extraPrefsFirefox: { 'security.fileuri.strict_origin_policy': true },
  });
}

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} file under the project's root, or an address
 * @param {{width?: number, height?: number, dark?: boolean}} [how]
 */
export async function openPage(browser, file, { width = 1360, height = 900, dark = false } = {}) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const requests = [];
  /** @type {string[]} */
  const errors = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.setViewport({ width, height });
  if (dark) await page.evaluateOnNewDocument(() => localStorage.setItem('fihris.theme', 'dark'));
  const address = file.includes('://') ? file : pathToFileURL(join(root, file)).href;
  await page.goto(address);
  await page.waitForFunction(() => document.body.dataset.ready !== undefined, { timeout: 20_000 });
  return { page, requests, errors };
}

/** Gives the page a text the way a paste anywhere does. @param {import('puppeteer-core').Page} page @param {string} text */
export async function dropText(page, text) {
  await page.evaluate((given) => {
    const data = new DataTransfer();
    data.setData('text/plain', given);
    document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, text);
}

/** @param {import('puppeteer-core').Page} page @returns {Promise<void>} once the newest text is analysed */
export async function analysed(page) {
  await page.waitForFunction(() => document.querySelector('.took') && !document.body.classList.contains('busy'), { timeout: 20_000 });
}

/** @param {import('puppeteer-core').Page} page @param {string} name */
export const shoot = (page, name) => page.screenshot({ path: /** @type {`${string}.png`} */ (join(shots, `${name}.png`)) });

export const wait = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms));

/** Waits until a smooth scroll has come to rest. @param {import('puppeteer-core').Page} page */
export async function settled(page) {
  for (let last = NaN, still = 0; still < 4; await wait(80)) {
    const now = await page.evaluate(() => window.scrollY);
    still = now === last ? still + 1 : 0;
    last = now;
  }
}
