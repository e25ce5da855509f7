// The page's pure parts under node: values and dates in words, folding and
// search, rows, CSV, both languages' words, and the policy of the built file.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { toCsv } from '../../web/export.js';
import { decodeText } from '../../web/intake.js';
import { Reading } from '../../web/result.js';
import { directionOf, figureGroups, nameGroups } from '../../web/rows.js';
import { findInText, fold } from '../../web/search.js';
import { sayCount, setLanguage, stringKeys } from '../../web/strings.js';
import { describeDay, describeTimex } from '../../web/timex.js';
import { describeFigure, exactFigure, shortNumber } from '../../web/values.js';
import { root, test } from './harness.mjs';
import { decodeBytes, encodeBytes } from '../../web/bytes.js';

/** @param {Partial<import('../../web/result.js').Figure>} given @returns {import('../../web/result.js').Figure} */
const figure = (given) => ({ id: 0, start: 0, end: 1, type: 'MONEY', value: null, low: null, high: null, unit: null, ...given });

/** [Arabic, English, figure, counted noun] @type {[string, string, Partial<import('../../web/result.js').Figure>, string?][]} */
const kFigures = [
  ['1 تريليون دولار أمريكي', '1 trillion US dollars', { value: 1e12, unit: 'USD' }],
  ['نحو 210 ملايين درهم مغربي', 'about 210 million Moroccan dirhams', { value: 210e6, unit: 'MAD', hedge: 'approx' }],
  ['20 مليون – 90 مليون يورو', '20 million – 90 million euros', { low: 20e6, high: 90e6, unit: 'EUR' }],
  ['أكثر من 1.25 مليار يوان صيني سنويًا', 'more than 1.25 billion Chinese yuan per year', { value: 1.25e9, unit: 'CNY', hedge: 'more_than', per: 'year' }],
  ['30 – 35%', '30 – 35%', { type: 'PERCENT', low: 30, high: 35, unit: '%' }],
  ['0.25 نقطة مئوية', '0.25 percentage points', { type: 'PERCENT', value: 0.25, unit: 'pp' }],
  ['12,000 متر مربع', '12,000 m²', { type: 'QUANTITY', value: 12000, unit: 'm²' }],
  ['4,096 شريحة', '4,096 شريحة', { type: 'COUNT', value: 4096 }, 'شريحة'],
  ['≥ 100', '≥ 100', { type: 'CARDINAL', low: 100 }],
  ['الشهر الماضي', 'last month', { type: 'DATE', timex: 'P-1M' }],
  ['3 أيام', '3 days', { type: 'DURATION', timex: 'P3D' }],
  ['2/9', '2/9', { type: 'RATIO', value: 2 / 9 }],
  ['×3', '×3', { type: 'RATIO', value: 3, unit: 'x' }],
  ['الثالث', '3rd', { type: 'ORDINAL', value: 3 }],
  ['38 سنة', '38 years', { type: 'AGE', value: 38, timex: 'P38Y' }],
  ['50 – 70 عامًا', '50 – 70 years', { type: 'AGE', low: 50, high: 70, timex: 'P50Y' }],
  ['', '', { type: 'CARDINAL' }],
];

/** [TIMEX3, Arabic, English] @type {[string, string, string][]} */
const kTimes = [
  ['2024-07', 'يوليو 2024', 'July 2024'],
  ['2019', 'عام 2019', '2019'],
  ['XXXX-02-09', '9 فبراير', 'February 9'],
  ['199X', 'العقد 1990–1999', 'the 1990s'],
  ['2016-Q3', 'الربع الثالث 2016', 'Q3 2016'],
  ['2016-W45', 'الأسبوع 45 من 2016', 'week 45 of 2016'],
  ['2016-11-07T20:00', '7 نوفمبر 2016، 20:00', 'November 7, 2016, 20:00'],
  ['T08:30', '08:30', '08:30'],
  ['P1Y2M', 'سنة وشهران', '1 year and 2 months'],
  ['PT2.5H', '2.5 ساعة', '2.5 hours'],
  ['PXM', 'عدة أشهر', 'several months'],
  ['XXXX-WXX-2', 'الثلاثاء', 'Tuesday'],
  ['2016-11-11/2016-11-15', '11 نوفمبر 2016 – 15 نوفمبر 2016', 'November 11, 2016 – November 15, 2016'],
  ['XXXX-SP', 'الربيع', 'spring'],
  ['BC0312', '312 قبل الميلاد', '312 BC'],
  ['P-XY', 'قبل عدة أعوام', 'several years ago'],
  ['PX0Y', 'عشرات من الأعوام', 'tens of years'],
  ['PX000Y', 'آلاف من الأعوام', 'thousands of years'],
  ['XXXX-01/XXXX-03', 'يناير – مارس', 'January – March'],
  ['T09:00/T21:00', '09:00 – 21:00', '09:00 – 21:00'],
  ['PAST_REF', 'في الماضي', 'in the past'],
  ['P0D', 'اليوم', 'today'],
  ['P+1W', 'الأسبوع القادم', 'next week'],
  ['2024-99', '2024-99', '2024-99'],
  ['whatever', 'whatever', 'whatever'],
];

export async function testUnits() {
  await test('values in words, in both languages', () => {
    for (const [arabic, english, given, noun = ''] of kFigures) {
      setLanguage('ar');
      assert.equal(describeFigure(figure(given), noun).replace(/[\u00A0\u200E\u200F]/g, (c) => (c === '\u00A0' ? ' ' : '')), arabic);
      setLanguage('en');
      assert.equal(describeFigure(figure(given), noun), english);
    }
    setLanguage('ar');
    assert.equal(exactFigure(figure({ value: 1.4e9, unit: 'USD' })), '1,400,000,000 دولار أمريكي');
    assert.equal(exactFigure(figure({ value: 12, unit: 'USD' })), '');
    assert.equal(shortNumber(3e6), '3 ملايين');
    assert.equal(shortNumber(-2.5e6), '-2.5 مليون');
  });

  await test('times in words, in both languages; the unknown stays as it is', () => {
    for (const [timex, arabic, english] of kTimes) {
      setLanguage('ar');
      assert.equal(describeTimex(timex).replace(/\u00A0/g, ' '), arabic);
      setLanguage('en');
      assert.equal(describeTimex(timex), english);
    }
    setLanguage('ar');
    assert.equal(describeDay('2025-03-11'), 'الثلاثاء، 11 مارس 2025');
  });

  await test('counted nouns follow Arabic number', () => {
    setLanguage('ar');
    assert.deepEqual([0, 1, 2, 3, 11, 100].map((n) => sayCount('names', n)), ['لا أسماء', 'اسم واحد', 'اسمان', '3 أسماء', '11 اسمًا', '100 اسم']);
  });

  await test('both languages have every word, and index.html asks for no other', () => {
    const { ar, en } = stringKeys();
    assert.deepEqual([...ar].sort(), [...en].sort());
    const html = readFileSync(join(root, 'web/index.html'), 'utf8');
    for (const [, key] of html.matchAll(/data-say(?:-\w+)?="(\w+)"/g)) assert.ok(ar.includes(key), key);
  });

  await test('search folds what readers do not type, and finds source offsets', () => {
    assert.equal(fold('إِنْتَاجُ الطّـاقةِ ٢٠٢٥ OpenAI'), 'انتاج الطاقه 2025 openai');
    const text = 'قالت ليلى بنّاني. وبنانى؟';
    assert.deepEqual(findInText(text, 'بناني').map(({ start, end }) => text.slice(start, end)), ['بنّاني', 'بنانى']);
    assert.deepEqual(findInText('abc', '  '), []);
  });

  await test('a paragraph runs as most of its letters do', () => {
    assert.equal(directionOf('DeepSeek شركة صينية'), 'rtl');
    assert.equal(directionOf('An English line with واحد word'), 'ltr');
  });

  await test('rows group entities and equal figures; CSV quotes, and disarms formulas', () => {
    const text = 'نسق "أ" =1 نسق 5 دولارات 5 دولارات';
    const at = (/** @type {string} */ word, from = 0) => ({ start: text.indexOf(word, from), end: text.indexOf(word, from) + word.length });
    const reading = new Reading(text, {
      schema: 'fihris/1', length: text.length, blocks: [], sentences: [], quotes: [], warnings: [],
      mentions: [
        { id: 0, ...at('نسق'), type: 'ORG', entity: 0, confidence: 1, via: 'rule' },
        { id: 1, ...at('"أ"'), type: 'WORK', entity: 1, confidence: 1, via: 'rule' },
        { id: 2, ...at('=1'), type: 'WEB', entity: 2, confidence: 1, via: 'rule' },
        { id: 3, ...at('نسق', 5), type: 'ORG', entity: 0, confidence: 1, via: 'repeat' },
        { id: 4, ...at('سق', 5), type: 'ORG', entity: 0, confidence: 1, via: 'repeat' },
      ],
      entities: ['نسق', '"أ"', '=1'].map((name, id) => ({ id, type: ['ORG', 'WORK', 'WEB'][id], name, aliases: [], mentions: id ? [id] : [0, 3], roles: [] })),
      figures: [figure({ ...at('5 دولارات'), value: 5, unit: 'USD' }), figure({ id: 1, ...at('5 دولارات', 18), value: 5, unit: 'USD' })],
    });
    assert.equal(reading.marks.length, 6, 'an overlapping mark is left out');
    assert.deepEqual(nameGroups(reading).map(({ type, rows }) => [type, rows[0].findings.length]), [['ORG', 2], ['WORK', 1], ['WEB', 1]]);
    assert.deepEqual(figureGroups(reading).map(({ type, rows }) => [type, rows.length, rows[0].findings.length]), [['MONEY', 1, 2]]);
    const csv = toCsv(reading);
    assert.ok(csv.includes(',"""أ"""\r\n'), csv);
    assert.ok(csv.includes(",'=1\r\n"), csv);
    assert.equal(csv.split('\r\n').length, 8);
    assert.throws(() => new Reading('', /** @type {any} */ ({ schema: 'other/9' })), /schema/);
  });

  await test('bytes carried as text come back, whatever they are', () => {
    const all = Uint8Array.from({ length: 70_000 }, (_, i) => (i < 1000 ? 0 : i < 2000 ? 13 : i < 3000 ? 60 : (i * 2654435761) >>> 13) & 255);
    for (const length of [0, 1, 2, 6, 7, 8, 9, 999, 70_000]) {
      const bytes = all.subarray(0, length);
      const text = encodeBytes(bytes);
      assert.ok(!/[\0\r<]/.test(text));
      assert.deepEqual(decodeBytes(new TextDecoder().decode(new TextEncoder().encode(text))), new Uint8Array(bytes));
    }
    assert.ok(Buffer.byteLength(encodeBytes(all.subarray(3000))) < 67_000 * 1.17);
    assert.throws(() => decodeBytes(encodeBytes(all).slice(0, -9)), /cut off/);
    assert.throws(() => decodeBytes('abc'), /no length/);
  });

  await test('bytes that are no text are refused', () => {
    assert.equal(decodeText(new Uint8Array([1, 0, 2]).buffer), undefined);
    assert.equal(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]).buffer), 'a');
  });

  await test('the built file names its own script and style by hash, and no address outside', () => {
    const page = readFileSync(join(root, 'build/page-mock/fihris.html'), 'utf8');
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? '';
    const hash = (/** @type {string} */ source) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;
    const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    assert.ok(policy.includes(`script-src ${hash(script)} 'wasm-unsafe-eval';`));
    assert.ok(policy.includes(`style-src ${hash(style)};`));
    for (const rule of ["default-src 'none'", "connect-src 'none'", "base-uri 'none'", "form-action 'none'", 'worker-src blob:', "require-trusted-types-for 'script'", 'trusted-types w']) assert.ok(policy.includes(rule), rule);
    assert.ok(!/unsafe-inline|'unsafe-eval'/.test(policy));
    const addresses = [...page.matchAll(/https?:\/\/[^'"\s)]+/g)].map(([address]) => address).filter((address) => !address.startsWith('http://www.w3.org/'));
    assert.deepEqual(addresses, []);
  });
}
