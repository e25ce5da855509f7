// Figures in words: a number with its scale, unit, hedge and rate, short for the
// lists and exact for the card. Formatting is the browser's (Intl); the scales
// and their plurals are ours, since news says «تريليون» and «210 ملايين».
import { currentLanguage, currentLocale } from './strings.js';
import { hedgeLabel, rateLabel, unitLabel } from './labels.js';
import { describeTimex } from './timex.js';

/** @typedef {import('./result.js').Figure} Figure */

/** Scale, its singular and its plural of paucity. @type {[number, string, string, string][]} */
const kScales = [
  [1e12, 'تريليون', 'تريليونات', 'trillion'],
  [1e9, 'مليار', 'مليارات', 'billion'],
  [1e6, 'مليون', 'ملايين', 'million'],
];

/** @param {number} n @returns {string} every digit that counts, grouped */
export function exactNumber(n) {
  return new Intl.NumberFormat(currentLocale(), { maximumFractionDigits: 6 }).format(n).replace(/[\u200E\u200F\u061C]/g, '');
}

/** @param {number} n @returns {string} «1.4 مليار»; below a million every digit */
export function shortNumber(n) {
  const scale = kScales.find(([size]) => Math.abs(n) >= size);
  if (!scale || Math.abs(n) >= 1e15) return Math.abs(n) >= 1e15 ? n.toExponential(3) : exactNumber(n);
  const [size, one, few, english] = scale;
  const count = n / size;
  const rounded = Math.round(count * 1000) / 1000;
  if (currentLanguage() === 'en') return `${exactNumber(rounded)} ${english}`;
  const isFew = new Intl.PluralRules('ar').select(rounded) === 'few';
  return `${exactNumber(rounded)} ${isFew ? few : one}`;
}

/** @param {string} code ISO 4217 @returns {string} «دولار أمريكي» */
export function currencyName(code) {
  try {
    const format = new Intl.NumberFormat(currentLocale(), { style: 'currency', currency: code, currencyDisplay: 'name' });
    return format.formatToParts(100).find((part) => part.type === 'currency')?.value ?? code;
  } catch {
    return unitLabel(code); // barrels, points: money by another unit
  }
}

/** @param {Figure} figure @returns {string} */
export function unitName(figure) {
  if (!figure.unit) return '';
  return figure.type === 'MONEY' ? currencyName(figure.unit) : unitLabel(figure.unit);
}

/** @param {Figure} figure @param {(n: number) => string} number @returns {string} the amount alone, or its ends */
function amount(figure, number) {
  const { value, low, high } = figure;
  if (value !== null && value !== undefined) return number(value);
  if (low !== null && high !== null) return `${number(low)} – ${number(high)}`;
  if (low !== null) return `≥ ${number(low)}`;
  return high !== null ? `≤ ${number(high)}` : '';
}

/** @param {string} words @param {Figure} figure */
function withUnit(words, figure) {
  if (figure.unit === '%' || figure.unit === '‰') return words + figure.unit;
  if (figure.type === 'PERCENT' && !figure.unit) return `${words}%`;
  if (figure.unit === 'x') return `×${words}`;
  const unit = unitName(figure);
  return unit ? `${words} ${unit}` : words;
}

/** @param {number} n @returns {string} «2/9» where that is exactly it */
function fraction(n) {
  for (let below = 2; n > 0 && n < 1 && below <= 20; below++) {
    const above = Math.round(n * below);
    if (Math.abs(n - above / below) < 1e-9) return `${above}/${below}`;
  }
  return shortNumber(n);
}

const kArabicOrdinals = ['الأول', 'الثاني', 'الثالث', 'الرابع', 'الخامس', 'السادس', 'السابع', 'الثامن', 'التاسع', 'العاشر'];
/** @type {Record<string, string>} */
const kEnglishEndings = { one: 'st', two: 'nd', few: 'rd', other: 'th' };

/** @param {number} n */
function ordinal(n) {
  if (currentLanguage() === 'ar') return kArabicOrdinals[n - 1] ?? `ال${exactNumber(n)}`;
  return exactNumber(n) + kEnglishEndings[new Intl.PluralRules('en', { type: 'ordinal' }).select(n)];
}

/** How the lists write a number of this kind. @param {Figure} figure */
function writerOf(figure) {
  if (figure.type === 'ORDINAL') return ordinal;
  return figure.type === 'RATIO' ? fraction : shortNumber;
}

/** Kinds whose value is a point or stretch of time. */
const kTimed = new Set(['DATE', 'TIME', 'DURATION']);

/** @param {Figure} figure */
const isTimed = (figure) => kTimed.has(figure.type) || (figure.type === 'AGE' && !!figure.timex && figure.low === null);

/**
 * @param {Figure} figure
 * @param {string} [noun] the counted noun as the article has it
 * @param {(n: number) => string} [number]
 * @returns {string} empty when the engine gave no value
 */
export function describeFigure(figure, noun = '', number = writerOf(figure)) {
  const hedge = figure.hedge ? `${hedgeLabel(figure.hedge)} ` : '';
  const rate = figure.per ? ` ${rateLabel(figure.per)}` : '';
  if (isTimed(figure)) return figure.timex ? hedge + describeTimex(figure.timex) + rate : '';
  const words = amount(figure, number);
  if (!words) return '';
  const age = figure.type === 'AGE' && !figure.unit ? (currentLanguage() === 'ar' ? ' عامًا' : ' years') : '';
  return hedge + withUnit(words, figure) + age + (noun ? ` ${noun}` : '') + rate;
}

/** The exact value when the short one hides digits. @param {Figure} figure */
export function exactFigure(figure) {
  if (isTimed(figure) || figure.type === 'ORDINAL') return '';
  const exact = amount(figure, exactNumber);
  return exact === amount(figure, shortNumber) ? '' : withUnit(exact, figure);
}

/** Two figures with one sign are the same value said twice. @param {Figure} figure @param {string} noun */
export function figureSign(figure, noun) {
  const { type, value, low, high, unit, per = '', timex = '', hedge = '' } = figure;
  const has = value !== null || low !== null || high !== null || timex;
  return has ? [type, value, low, high, unit, per, timex, hedge, noun].join('|') : `#${figure.id}`;
}
