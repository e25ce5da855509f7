// How texts come in and go out: files of several encodings, long texts, awkward
// characters, exported files.
import assert from 'node:assert/strict';
import { analysed, dropText, openPage, settled, shoot, test, wait } from './harness.mjs';

/** @param {import('puppeteer-core').Page} page @param {number[]} bytes @param {string} name */
async function dropFile(page, bytes, name) {
  await page.evaluate(
    (given, called) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(given)], called, { type: 'text/plain' }));
      document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    bytes,
    name,
  );
}

/** @param {import('puppeteer-core').Page} page */
const shown = (page) => page.$eval('#article', (node) => node.textContent);

/** @param {import('puppeteer-core').Browser} browser @param {string} name */
export async function testIntake(browser, name) {
  const { page, errors } = await openPage(browser, 'build/page-mock/fihris.html');
  const it = (/** @type {string} */ what, /** @type {() => unknown} */ body) => test(`${name}: ${what}`, body);

  await it('a dropped UTF-8 file is read, its line breaks made one kind', async () => {
    await dropFile(page, [...new TextEncoder().encode('سطر من باريس\r\nوسطر')], 'a.txt');
    await analysed(page);
    assert.equal(await shown(page), 'سطر من باريس\nوسطر');
  });

  await it('so are UTF-16 and the old Windows Arabic', async () => {
    const utf16 = [0xff, 0xfe, ...[...'لندن'].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])];
    await dropFile(page, utf16, 'b.txt');
    await page.waitForFunction(() => document.getElementById('article')?.textContent === 'لندن');
    await dropFile(page, [0xc8, 0xc7, 0xd1, 0xed, 0xd3], 'c.txt'); // windows-1256
    await page.waitForFunction(() => document.getElementById('article')?.textContent === 'باريس');
  });

  await it('a file that is no text is refused by name', async () => {
    await dropFile(page, [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1], 'picture.png');
    await page.waitForFunction(() => document.getElementById('notice')?.textContent?.includes('picture.png'));
    assert.equal(await shown(page), 'باريس');
  });

  await it('a paste anywhere on the page replaces the text', async () => {
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'لصق في باريس');
      const event = new Event('paste', { bubbles: true, cancelable: true });
      Object.defineProperty(event, 'clipboardData', { value: data });
      document.body.dispatchEvent(event);
    });
    await analysed(page);
    assert.equal(await shown(page), 'لصق في باريس');
  });

  await it('a paste into the empty editor shows the result at once', async () => {
    await page.click('#clear');
    await page.evaluate(() => {
      const editor = /** @type {HTMLTextAreaElement} */ (document.getElementById('editor'));
      editor.value = 'كلام عن باريس';
      editor.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }));
    });
    await analysed(page);
    assert.equal(await page.evaluate(() => document.body.dataset.mode), 'read');
  });

  await it('markup, marks, ligatures, bidi controls and lone surrogates are carried through as text', async () => {
    const odd = '<img src=x onerror=alert(1)> بِسْمِ ﷺ ﻻ \u202Bباريس\u202C \u200F«لندن»\uFEFF \uD83D\uDE00 & \uDC00.\n\n\n  \tنهاية  ';
    await dropText(page, odd);
    await analysed(page);
    assert.equal(await shown(page), odd);
    assert.equal(await page.$$eval('#article img', (nodes) => nodes.length), 0);
    assert.deepEqual(await page.$$eval('.mark', (nodes) => nodes.map((node) => node.textContent)), ['باريس', 'لندن']);
  });

  await it('a Latin paragraph runs left to right; one that only begins in Latin does not', async () => {
    await dropText(page, 'DeepSeek شركة صينية\nAn English line.\n2025');
    await analysed(page);
    assert.deepEqual(await page.$$eval('.para', (nodes) => nodes.map((node) => /** @type {HTMLElement} */ (node).dir)), ['rtl', 'ltr', 'rtl']);
  });

  await it('a text of half a million characters is whole at once and marked on demand', async () => {
    const line = 'زار الوفد باريس ثم لندن وعاد إلى القاهرة بمبلغ 120 مليون دولار بعد سبع سنوات من الغياب.\n';
    const long = line.repeat(Math.ceil(500_000 / line.length));
    await dropText(page, long);
    await analysed(page);
    assert.equal(await page.$eval('#article', (node, given) => node.textContent === given, long), true);
    const marks = await page.$$eval('.mark', (nodes) => nodes.length);
    assert.ok(marks > 0 && marks < 2000, `${marks} marks drawn`);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await page.waitForFunction(() => [...document.querySelectorAll('.para')].at(-1)?.querySelector('.mark'));
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.click('.row');
    await page.click('.walker .previous');
    await settled(page);
    const box = await page.evaluate(() => {
      const [range] = [...(CSS.highlights.get('current') ?? [])];
      const { top, bottom } = /** @type {Range} */ (range).getBoundingClientRect();
      return { text: String(range), seen: top >= 0 && bottom <= innerHeight };
    });
    assert.equal(box.seen, true, JSON.stringify(box));
    assert.ok(['باريس', 'لندن', 'القاهرة'].includes(box.text));
  });

  await it('results are copied and saved as JSON and CSV', async () => {
    await dropText(page, 'زار باريس');
    await analysed(page);
    await page.evaluate(() => {
      const saved = /** @type {any} */ (window);
      saved.saved = [];
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => (/** @type {Blob} */ (blob).text().then((text) => saved.saved.push(text)), make(blob));
      document.addEventListener('click', (event) => event.target instanceof HTMLAnchorElement && saved.saved.push(event.target.download), true);
    });
    for (const what of ['saveJson', 'saveCsv']) await page.evaluate((action) => /** @type {HTMLElement} */ (document.querySelector(`[data-export="${action}"]`)).click(), what);
    await wait(300);
    const saved = /** @type {string[]} */ (await page.evaluate(() => /** @type {any} */ (window).saved));
    assert.ok(saved.some((text) => text.includes('"schema": "fihris/1"')));
    assert.ok(saved.some((text) => text.startsWith('start,end,type') || text.startsWith('\uFEFFstart,end,type')));
    assert.ok(saved.some((text) => text.includes('باريس')));
  });

  await it('no error was thrown on the way', () => assert.deepEqual(errors, []));
  await shoot(page, `${name}-intake`);
  await page.close();
}
