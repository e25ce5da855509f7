// How the page looks, as far as it can be measured: letters stay joined at the
// edges of marks, contrast, no sideways scrolling on a phone, dark mode, print.
// The screenshots in build/screenshots are for eyes.
import assert from 'node:assert/strict';
import { analysed, dropText, openPage, shoot, test } from './harness.mjs';

const mockPage = 'build/page-mock/fihris.html';

/** Every mark with its paragraph's colours; contrast by WCAG 2. Runs in the page. */
function findWeakContrast() {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!canvas) throw new Error('no canvas');
  const luminance = (/** @type {string} */ over, /** @type {string} */ color) => {
    canvas.fillStyle = over;
    canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((v) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const backOf = (/** @type {Element | null} */ node) => {
    for (let at = node; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor;
    }
    return 'white';
  };
  const weak = [];
  for (const node of document.querySelectorAll('.mark, .noise, .chip, .row-title, .row-note, .count, .group h3, .privacy, .brand p, .summary, .fine, .foot, button, label, .times')) {
    if (!node.checkVisibility() || !node.textContent?.trim()) continue;
    const style = getComputedStyle(node);
    const tint = /rgb\([^)]*\)|#\w+/.exec(style.backgroundImage)?.[0];
    const base = backOf(node);
    const backs = tint ? [luminance(base, tint)] : [luminance(base, base)];
    for (const back of backs) {
      const front = luminance(base, style.color);
      const ratio = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
      if (ratio < 4.5) weak.push(`${node.className || node.tagName} ${ratio.toFixed(2)} ${node.textContent.slice(0, 20)}`);
    }
  }
  return [...new Set(weak)];
}

/** @param {import('puppeteer-core').Browser} browser @param {string} name */
export async function testLooks(browser, name) {
  const it = (/** @type {string} */ what, /** @type {() => unknown} */ body) => test(`${name}: ${what}`, body);
  const { page } = await openPage(browser, mockPage);

  await it('letters join across the edges of a mark: the words are as wide as unmarked', async () => {
    const words = ['وباريس', 'ولندن', 'بالقاهرة', 'كبيروت', 'ونسق', 'فباريسيين', 'بخمسة موظفين', 'وعام 2019', 'لبناني', 'و48%'];
    await dropText(page, words.join('\n'));
    await analysed(page);
    const widths = await page.$$eval('.para', (nodes) =>
      nodes.map((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        const marked = range.getBoundingClientRect().width;
        const plain = /** @type {HTMLElement} */ (node.cloneNode(true));
        plain.textContent = node.textContent;
        node.after(plain);
        range.selectNodeContents(plain);
        const unmarked = range.getBoundingClientRect().width;
        plain.remove();
        return { word: node.textContent?.trim(), marks: node.querySelectorAll('.mark').length, marked, unmarked };
      }),
    );
    assert.equal(widths.length, words.length);
    assert.ok(widths.filter((w) => w.marks > 0).length >= 9);
    for (const { word, marked, unmarked } of widths) assert.ok(Math.abs(marked - unmarked) < 0.6, `${word}: ${marked} marked, ${unmarked} unmarked`);
    await shoot(page, `${name}-joins`);
  });

  await it('each type is told by its pattern too, never by colour alone', async () => {
    await dropText(page, 'زار كريم الحلبي شركة نسق في باريس مع الوفد السوري في معرض جيتكس أفريقيا ودفع 120 مليون دولار أو 48% أو خمسة موظفين في عام 2019 بعد سبع سنوات');
    await analysed(page);
    const looks = await page.$$eval('.mark', (nodes) =>
      nodes.map((node) => {
        const style = getComputedStyle(node);
        return { type: /** @type {HTMLElement} */ (node).dataset.type, kind: node.classList.contains('name') ? 'name' : 'figure', line: style.textDecorationStyle, weight: style.fontWeight, padding: style.padding, display: style.display };
      }),
    );
    for (const kind of ['name', 'figure']) {
      const lines = new Map(looks.filter((look) => look.kind === kind).map((look) => [look.type, look.line]));
      assert.equal(new Set(lines.values()).size, 5, `${kind}: ${JSON.stringify([...lines])}`);
    }
    for (const look of looks) assert.deepEqual([look.padding, look.display], ['0px', 'inline']);
  });

  for (const theme of ['light', 'dark']) {
    await it(`everything readable has contrast of 4.5 or more (${theme})`, async () => {
      await page.evaluate((wanted) => (document.documentElement.dataset.theme = wanted), theme);
      await page.evaluate(() => document.getElementById('sample')?.click());
      await analysed(page);
      await page.evaluate(() => document.getElementById('tab-names')?.click());
      assert.deepEqual(await page.evaluate(findWeakContrast), []);
      await shoot(page, `${name}-${theme}`);
    });
  }
  await page.close();

  await it('the dark choice is remembered, the light and dark pages differ', async () => {
    const { page: dark } = await openPage(browser, mockPage, { dark: true });
    const back = await dark.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.equal(back, 'rgb(20, 23, 26)');
    await dark.click('#theme');
    assert.equal(await dark.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(244, 241, 234)');
    await dark.evaluate(() => localStorage.clear());
    await dark.close();
  });

  await it('on a phone nothing runs off sideways; text and lists take turns; the card is a sheet', async () => {
    const { page: phone } = await openPage(browser, mockPage, { width: 390, height: 780 });
    await shoot(phone, `${name}-phone-empty`);
    await phone.click('#sample-big');
    await analysed(phone);
    const overflow = () => phone.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(await overflow(), 0);
    await shoot(phone, `${name}-phone-text`);
    await phone.click('[data-view="list"]');
    assert.equal(await overflow(), 0);
    assert.equal(await phone.$eval('#article', (node) => node.checkVisibility()), false);
    await shoot(phone, `${name}-phone-list`);
    await phone.click('.row');
    assert.equal(await phone.$eval('#article', (node) => node.checkVisibility()), true);
    await phone.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('.mark.t-MONEY')).click());
    const card = await phone.$eval('#card', (node) => node.getBoundingClientRect().toJSON());
    assert.equal(Math.round(card.bottom), 780);
    await shoot(phone, `${name}-phone-card`);
    await phone.close();
  });
}
