// What the page does with a text, tried with the stand-in engine: marks, lists,
// walking, cards, filter, search, stale answers, errors, and the network's absence.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listen, tryEveryWayOut } from './ways_out.mjs';
import { analysed, dropText, openPage, root, settled, shoot, test, wait } from './harness.mjs';

const mockPage = 'build/page-mock/fihris.html';

/** @typedef {import('puppeteer-core').Page} Page */

/** @param {Page} page @param {string} selector */
const textOf = (page, selector) => page.$eval(selector, (node) => node.textContent ?? '');
/** @param {Page} page @param {string} selector */
const countOf = (page, selector) => page.$$eval(selector, (nodes) => nodes.length);

/** @param {import('puppeteer-core').Browser} browser @param {string} name */
export async function testBehaviour(browser, name) {
  const { page, requests, errors } = await openPage(browser, mockPage);
  const it = (/** @type {string} */ what, /** @type {() => unknown} */ body) => test(`${name}: ${what}`, body);

  await it('opens in Arabic, right to left, with the privacy line and the two lines of help', async () => {
    assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl');
    assert.equal((await textOf(page, '#privacy')).trim(), 'لا شيء يغادر جهازك');
    assert.equal(await page.$eval('#empty', (node) => node.checkVisibility()), true);
    await shoot(page, `${name}-empty`);
  });

  await it('analyses the sample one click away; the article is the text, exactly', async () => {
    await page.click('#sample-big');
    await analysed(page);
    const sample = readFileSync(join(root, 'web/sample.txt'), 'utf8').trim();
    assert.equal(await textOf(page, '#article'), sample);
    assert.ok((await countOf(page, '.mark.name')) > 15);
    assert.ok((await countOf(page, '.mark.figure')) > 10);
    assert.ok((await countOf(page, '.noise')) >= 2);
    await shoot(page, `${name}-sample`);
  });

  await it('marks have the surface of their finding, in order and once', async () => {
    const surfaces = await page.$$eval('.mark.t-MONEY', (nodes) => nodes.map((node) => node.textContent));
    assert.deepEqual(surfaces, ['120 مليون دولار', '120 مليون دولار', '1.4 مليار دولار', '210 ملايين درهم', 'عشرات الملايين من الدولارات']);
  });

  await it('a click in the list walks through the mentions, round the end', async () => {
    const row = '.row[data-key="e0"]';
    assert.match(await textOf(page, `${row} .row-title`), /نسق/);
    await page.click(row);
    assert.match(await textOf(page, '.walker-count'), /^1 من 4$/);
    for (let i = 0; i < 4; i++) {
      await settled(page); // a click aimed while the page still scrolls may miss the row
      await page.click(row);
    }
    assert.match(await textOf(page, '.walker-count'), /^1 من 4$/);
    await page.click('.walker .next');
    assert.match(await textOf(page, `${row} .times`), /2 من 4/);
    await settled(page);
    const state = await page.evaluate(() => {
      const ranges = CSS.highlights ? [...(CSS.highlights.get('current') ?? [])] : [];
      const box = /** @type {Range | undefined} */ (ranges[0])?.getBoundingClientRect();
      return { text: ranges.join(''), seen: !!box && box.top >= 0 && box.bottom <= innerHeight, chain: CSS.highlights?.get('chain')?.size };
    });
    assert.deepEqual(state, { text: 'نسق', seen: true, chain: 4 });
    await shoot(page, `${name}-walking`);
  });

  await it('a click on a mark shows its card, which lists every mention; Escape closes it', async () => {
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.click('.mark.t-PERSON');
    const card = await textOf(page, '#card');
    for (const part of ['شخص', 'ليلى بناني', 'الرئيسة التنفيذية', 'من المعجم', '93%', 'المواضع (3)']) assert.ok(card.includes(part), `${part} in ${card}`);
    await shoot(page, `${name}-card-name`);
    await page.keyboard.press('Escape');
    assert.equal(await page.$eval('#card', (node) => /** @type {HTMLElement} */ (node).hidden), true);
  });

  await it('a figure shows its value, unit, hedge and resolved days', async () => {
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelectorAll('.mark.t-MONEY')[2]).click());
    const money = await textOf(page, '#card');
    for (const part of ['نحو 1.4 مليار دولار أمريكي', '1,400,000,000', 'USD']) assert.ok(money.includes(part), `${part} in ${money}`);
    await shoot(page, `${name}-card-figure`);
    await page.evaluate(() => [...document.querySelectorAll('.mark.t-DATE')].find((m) => m.textContent === 'الشهر الماضي')?.dispatchEvent(new MouseEvent('click', { bubbles: true })));
    const date = await textOf(page, '#card');
    for (const part of ['فبراير 2025', 'السبت، 1 فبراير 2025', 'الجمعة، 28 فبراير 2025', '2025-02']) assert.ok(date.includes(part), `${part} in ${date}`);
    await page.keyboard.press('Escape');
  });

  await it('marks are reached by keyboard: arrows move, Enter opens, focus returns', async () => {
    await page.focus('.mark[tabindex="0"]');
    await page.keyboard.press('ArrowLeft');
    const second = await page.evaluate(() => document.activeElement?.getAttribute('data-key'));
    assert.equal(second, await page.evaluate(() => document.querySelectorAll('.mark')[1].getAttribute('data-key')));
    await page.keyboard.press('Enter');
    assert.equal(await page.$eval('#card', (node) => node.contains(document.activeElement)), true);
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-key')), second);
  });

  await it('the legend hides a type in text and list, and brings it back', async () => {
    const shown = () => countOf(page, '.mark.t-GPE:not(.off)');
    const before = await shown();
    assert.ok(before > 5);
    await page.click('.chip[data-type="GPE"]');
    assert.equal(await shown(), 0);
    await page.evaluate(() => document.getElementById('tab-names')?.click());
    assert.equal(await countOf(page, '.group[data-type="GPE"]'), 0);
    await page.click('.legend .link');
    assert.equal(await shown(), before);
    assert.equal(await countOf(page, '.group[data-type="GPE"]'), 1);
  });

  await it('search ignores marks and spelling, narrows the lists and finds places in the text', async () => {
    await page.type('#search', 'بنانى');
    const rows = await page.$$eval('.row:not(.hits)', (nodes) => nodes.map((node) => node.querySelector('.row-title')?.textContent));
    assert.deepEqual(rows, ['ليلى بناني']);
    assert.equal(await page.evaluate(() => CSS.highlights.get('search')?.size), 3);
    await page.keyboard.press('Enter');
    assert.match(await textOf(page, '.walker-count'), /^1 من 3$/);
    await shoot(page, `${name}-search`);
    await page.$eval('#search', (node) => {
      /** @type {HTMLInputElement} */ (node).value = '';
      node.dispatchEvent(new Event('input'));
    });
    await page.keyboard.press('Escape');
  });

  await it('quotes have their speaker', async () => {
    await page.click('#tab-quotes');
    assert.match(await textOf(page, '.quote-row'), /لن نلحق بالكبار.*ليلى بناني/);
    await page.click('#tab-figures');
    assert.match(await textOf(page, '#list-body'), /عدة|30 – 35%/);
  });

  await it('dated facts stand in order of time, checks name both values, and both lead into the text', async () => {
    await page.click('#tab-timeline');
    const titles = await page.$$eval('.group[data-type="DATED"] .row-title', (nodes) => nodes.map((node) => node.textContent));
    assert.equal(titles[0], 'عام 2019');
    await page.click('.group[data-type="DATED"] .row');
    assert.match(await textOf(page, '.walker-title'), /عام 2019/);
    await shoot(page, `${name}-timeline`);
    await page.click('#tab-checks');
    assert.match(await textOf(page, '.check-row'), /ورد 120، ثم ورد 1,400/);
    await page.click('.check-row');
    assert.match(await textOf(page, '.walker-count'), /^1 من 2$/);
    await page.keyboard.press('Escape');
    await page.click('#tab-figures');
    await page.click('.mark.figure.t-MONEY');
    assert.match(await textOf(page, '#card'), /التغيّر.*ارتفاع · من .* · إلى /s);
    await page.keyboard.press('Escape');
    await shoot(page, `${name}-figures`);
  });

  await it('speaks English and back; the article stays right to left', async () => {
    await page.click('#language');
    assert.deepEqual(await page.evaluate(() => [document.documentElement.dir, document.documentElement.lang]), ['ltr', 'en']);
    assert.match(await textOf(page, '#summary'), /23 names · 19 figures · 1 quote/);
    assert.match(await textOf(page, '#list-body'), /120 million US dollars/);
    assert.equal(await page.$eval('.para', (node) => getComputedStyle(node).direction), 'rtl');
    const left = await page.$$eval('[data-say]', (nodes) => nodes.filter((node) => /[\u0621-\u064A]/.test(node.textContent ?? '')).map((node) => node.id));
    assert.deepEqual(left, ['language'], 'only the name of the other language is in Arabic');
    await shoot(page, `${name}-english`);
    await page.click('#language');
    assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl');
  });

  await it('a newer text supersedes a slow one at once; the stale answer never shows', async () => {
    const began = Date.now();
    await dropText(page, 'بطيء !!slow وباريس');
    await wait(100);
    await dropText(page, 'ثم باريس ولندن');
    await analysed(page);
    assert.ok(Date.now() - began < 7000, 'the slow worker was stopped');
    assert.equal(await textOf(page, '#article'), 'ثم باريس ولندن');
    assert.deepEqual(await page.$$eval('.mark', (nodes) => nodes.map((node) => node.textContent)), ['باريس', 'لندن']);
    await wait(8200 - Math.min(8000, Date.now() - began));
    assert.equal(await countOf(page, '.mark'), 2);
  });

  await it('of many quick texts only the last is shown', async () => {
    for (let i = 0; i < 12; i++) await dropText(page, `نص رقم ${i} من باريس`);
    await analysed(page);
    assert.equal(await textOf(page, '#article'), 'نص رقم 11 من باريس');
    assert.equal(await countOf(page, '.mark'), 1);
  });

  await it('typing is analysed after a pause, with the lists beside', async () => {
    await page.click('#clear');
    await page.evaluate(() => document.getElementById('tab-names')?.click());
    await page.type('#editor', 'زار باريس');
    await page.waitForFunction(() => document.querySelector('.row-title')?.textContent === 'باريس');
    assert.equal(await page.evaluate(() => document.body.dataset.mode), 'edit');
    await page.click('#toggle');
    assert.equal(await countOf(page, '.mark'), 1);
  });

  await it('an error is shown as an error', async () => {
    await dropText(page, 'خطأ !!throw');
    await page.waitForSelector('#notice:not([hidden])');
    assert.match(await textOf(page, '#notice'), /تعذّر تحليل النص: .*mock failure/);
    await shoot(page, `${name}-error`);
  });

  await it('a crash restarts the worker and says so; the next text is analysed', async () => {
    await dropText(page, 'انهيار !!trap');
    await page.waitForFunction(() => document.getElementById('notice')?.textContent?.includes('أُعيد تشغيله'));
    await dropText(page, 'بعد باريس');
    await analysed(page);
    assert.equal(await page.$eval('#notice', (node) => /** @type {HTMLElement} */ (node).hidden), true);
    assert.equal(await countOf(page, '.mark'), 1);
  });

  await it('clearing can be undone, and nothing of the text is stored', async () => {
    await page.click('#clear');
    assert.equal(await page.$eval('#editor', (node) => /** @type {HTMLTextAreaElement} */ (node).value), '');
    await page.click('#toast .link');
    await analysed(page);
    assert.equal(await textOf(page, '#article'), 'بعد باريس');
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }) + document.cookie + location.href);
    assert.ok(!kept.includes('باريس'), kept);
  });

  await it('no error was thrown on the way', () => assert.deepEqual(errors, []));

  await it('nothing leaves the page: a listening server hears of none of the ways out', async () => {
    const { address, heard, stop } = await listen();
    const tried = await page.evaluate(tryEveryWayOut, address);
    await dropText(page, `!!fetch ${address}from-the-worker`);
    await page.waitForSelector('#notice:not([hidden])');
    await wait(300);
    stop();
    assert.deepEqual(heard, []);
    for (const [way, fate] of Object.entries(tried.fates)) assert.equal(fate, 'refused', way);
    assert.ok(tried.violations.includes('connect-src'), `violations: ${tried.violations}`);
    assert.notEqual(tried.title, 'ran');
  });

  await it('and none was made: only the file itself, blobs and data', () => {
    const foreign = requests.filter((url) => !/^(file|blob|data|about):/.test(url) && !url.includes('//127.0.0.1:'));
    assert.deepEqual(foreign, []);
    const files = requests.filter((url) => url.startsWith('file:') && !url.endsWith('/build/page-mock/fihris.html'));
    assert.deepEqual(files, []);
  });
  await page.close();
}
