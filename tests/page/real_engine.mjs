// The page as it ships, with the real engine: it starts, analyses, and keeps to
// the contract. Times and sizes are reported, not judged: machines differ.
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { analysed, dropText, openPage, root, shoot, test } from './harness.mjs';

/** @param {import('puppeteer-core').Page} page @returns {Promise<number>} the worker's own time for this text */
async function timeOf(page, /** @type {string} */ text) {
  await dropText(page, text);
  await analysed(page);
  const words = await page.$eval('.took', (node) => node.textContent ?? '');
  return Number(/[\d.]+/.exec(words.replaceAll(',', ''))?.[0]);
}

/** @param {import('puppeteer-core').Browser} browser @param {string} name */
export async function testRealEngine(browser, name) {
  const it = (/** @type {string} */ what, /** @type {() => unknown} */ body) => test(`${name}: ${what}`, body);
  const { page, requests, errors } = await openPage(browser, 'dist/fihris.html');
  const sample = readFileSync(join(root, 'web/sample.txt'), 'utf8').trim();

  await it('the real engine starts, and the page is one file under 2.5 MB', async () => {
    const size = statSync(join(root, 'dist/fihris.html')).size;
    const ready = await page.evaluate(() => document.body.dataset.ready);
    console.log(`     page ${(size / 1e6).toFixed(2)} MB; ready ${ready} ms after opening`);
    assert.ok(size < 2.5e6);
  });

  await it('the sample is analysed by the contract, and the article is the text', async () => {
    await page.click('#sample-big');
    await analysed(page);
    assert.equal(await page.$eval('#article', (node) => node.textContent), sample);
    const [names, figures] = await page.evaluate(() => [document.querySelectorAll('.mark.name').length, document.querySelectorAll('.mark.figure').length]);
    console.log(`     ${names} marks of names, ${figures} of figures; ${await page.$eval('#summary', (node) => node.textContent)}`);
    assert.ok(names + figures > 0, 'the engine found nothing in the sample');
    await shoot(page, `${name}-real`);
    for (const tab of ['timeline', 'quotes', 'figures', 'names']) {
      if (!(await page.$(`#tab-${tab}`))) continue;
      await page.click(`#tab-${tab}`);
      await shoot(page, `${name}-real-${tab}`);
    }
  });

  await it('10,000 characters are analysed in the worker', async () => {
    const text = `${sample}\n`.repeat(Math.ceil(10_000 / sample.length)).slice(0, 10_000);
    const times = [];
    for (let i = 0; i < 5; i++) times.push(await timeOf(page, text + ' '.repeat(i)));
    times.sort((a, b) => a - b);
    console.log(`     10,000 characters: ${times[0]} ms at best, ${times[2]} ms in the middle of 5`);
    assert.ok(times.every((time) => time >= 0));
  });

  await it('no request was made and nothing was thrown', () => {
    assert.deepEqual(requests.filter((url) => !/^(blob|data|about):/.test(url) && !url.endsWith('/dist/fihris.html')), []);
    assert.deepEqual(errors, []);
  });
  await page.close();
}
