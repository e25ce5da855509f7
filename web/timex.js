// TIMEX3 values in the reader's words: «2024-07» becomes «يوليو 2024» and «P-1M»
// «الشهر الماضي». Whatever is not understood comes back unchanged, so a new kind
// of value is shown raw and never wrongly.
import { currentLanguage, currentLocale } from './strings.js';

/** @typedef {'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year'} Unit */

/** @type {Record<string, Unit>} */
const kDateUnits = { D: 'day', W: 'week', M: 'month', Q: 'quarter', Y: 'year' };
/** @type {Record<string, Unit>} */
const kClockUnits = { H: 'hour', M: 'minute', S: 'second' };

/** @type {Record<string, [string, string]>} */
const kPhrases = {
  PAST_REF: ['في الماضي', 'in the past'],
  PRESENT_REF: ['الآن', 'now'],
  FUTURE_REF: ['في المستقبل', 'in the future'],
  TMO: ['صباحًا', 'in the morning'],
  TAF: ['بعد الظهر', 'in the afternoon'],
  TEV: ['مساءً', 'in the evening'],
  TNI: ['ليلًا', 'at night'],
  SP: ['الربيع', 'spring'], SU: ['الصيف', 'summer'], FA: ['الخريف', 'autumn'], WI: ['الشتاء', 'winter'],
  WE: ['عطلة نهاية الأسبوع', 'weekend'],
  some: ['عدة', 'several'], tens: ['عشرات من ال', 'tens of '], hundreds: ['مئات من ال', 'hundreds of '], thousands: ['آلاف من ال', 'thousands of '], millions: ['ملايين من ال', 'millions of '],
  ago: ['قبل', 'ago'], ahead: ['بعد', 'from now'],
  and: [' و', ' and '],
  day: ['أيام', 'days'], week: ['أسابيع', 'weeks'], month: ['أشهر', 'months'], quarter: ['أرباع', 'quarters'],
  year: ['أعوام', 'years'], hour: ['ساعات', 'hours'], minute: ['دقائق', 'minutes'], second: ['ثوانٍ', 'seconds'],
};

/** Zeros of a vague amount: PX00Y is hundreds of years. @type {Record<number, string>} */
const kTens = { 1: 'tens', 2: 'hundreds', 6: 'millions' };

const isArabic = () => currentLanguage() === 'ar';
/** @param {string} key */
const phrase = (key) => kPhrases[key][isArabic() ? 0 : 1];

/** @param {number} n @param {Unit} unit */
function counted(n, unit) {
  if (unit === 'quarter') return `${n} ${phrase(unit)}`;
  return new Intl.NumberFormat(currentLocale(), { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 2 }).format(n);
}

/** @param {Intl.DateTimeFormatOptions} parts @param {number} year @param {number} month @param {number} [day] */
function dated(parts, year, month, day = 1) {
  const date = new Date(Date.UTC(2000, month - 1, day));
  if (date.getUTCMonth() !== month - 1) throw new RangeError('no such day');
  date.setUTCFullYear(year);
  return new Intl.DateTimeFormat(currentLocale(), { ...parts, timeZone: 'UTC' }).format(date);
}

/** @param {string} iso "2025-03-11" @returns {string} with its weekday */
export function describeDay(iso) {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso);
  if (!match) return describeTimex(iso);
  const [year, month, day] = match.slice(1).map(Number);
  return dated({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, year, month, day);
}

/** @type {[RegExp, (match: RegExpExecArray) => string][]} */
const kReadings = [
  [/^(\d{4})$/, ([, year]) => (isArabic() ? `عام ${Number(year)}` : String(Number(year)))],
  [/^(\d{3})X$/, ([, decade]) => (isArabic() ? `العقد ${decade}0–${decade}9` : `the ${decade}0s`)],
  [/^(\d{2})XX$/, ([, century]) => (isArabic() ? `القرن ${Number(century) + 1}` : `century ${Number(century) + 1}`)],
  [/^(\d{4})-(\d\d)$/, ([, y, m]) => dated({ month: 'long', year: 'numeric' }, +y, +m)],
  [/^(\d{4})-(\d\d)-(\d\d)$/, ([, y, m, d]) => dated({ day: 'numeric', month: 'long', year: 'numeric' }, +y, +m, +d)],
  [/^XXXX-(\d\d)$/, ([, m]) => dated({ month: 'long' }, 2000, +m)],
  [/^XXXX-(\d\d)-(\d\d)$/, ([, m, d]) => dated({ day: 'numeric', month: 'long' }, 2000, +m, +d)],
  [/^XXXX-XX-(\d\d)$/, ([, d]) => (isArabic() ? `يوم ${Number(d)} من الشهر` : `day ${Number(d)} of the month`)],
  [/^XXXX-WXX-(\d)$/, ([, d]) => dated({ weekday: 'long' }, 2024, 1, +d)],
  [/^(?:(\d{4})|XXXX)-Q(\d)$/, ([, y, q]) => `${quarter(+q)}${y ? ` ${y}` : ''}`],
  [/^(?:(\d{4})|XXXX)-H(\d)$/, ([, y, h]) => `${half(+h)}${y ? ` ${y}` : ''}`],
  [/^(?:(\d{4})|XXXX)-(SP|SU|FA|WI)$/, ([, y, season]) => `${phrase(season)}${y ? ` ${y}` : ''}`],
  [/^(.+)-WE$/, ([, week]) => `${phrase('WE')}${isArabic() ? '، ' : ', '}${describeTimex(week)}`],
  [/^BC(\d+)$/, ([, year]) => (isArabic() ? `${+year} قبل الميلاد` : `${+year} BC`)],
  [/^(\d{4})-W(\d\d)$/, ([, y, w]) => (isArabic() ? `الأسبوع ${+w} من ${y}` : `week ${+w} of ${y}`)],
  [/^T(\d\d)(?::(\d\d))?(?::(\d\d))?$/, ([, h, m, s]) => clock(h, m, s)],
  [/^(TMO|TAF|TEV|TNI)$/, ([, part]) => phrase(part)],
  [/^([^/]+)\/([^/]+)$/, ([, from, to]) => `${describeTimex(from)} – ${describeTimex(to)}`],
  [/^(.+?)(T(?:\d\d.*|MO|AF|EV|NI))$/, ([, day, time]) => `${describeTimex(day)}${isArabic() ? '، ' : ', '}${describeTimex(time)}`],
  [/^(PAST_REF|PRESENT_REF|FUTURE_REF)$/, ([, ref]) => phrase(ref)],
  [/^P([+-]\d+|0)(D|W|M|Q|Y)$/, ([, n, unit]) => relative(+n, kDateUnits[unit])],
  [/^PT([+-]\d+|0)(H|M|S)$/, ([, n, unit]) => relative(+n, kClockUnits[unit])],
  [/^P([+-])(X0?)(D|W|M|Y)$/, ([, sign, vague, unit]) => vaguely(sign, `P${vague}${unit}`)],
  [/^PX(0+)(D|W|M|Y)$/, ([, zeros, unit]) => phrase(kTens[zeros.length] ?? 'thousands') + phrase(kDateUnits[unit])],
  [/^PTX(0+)(H|M|S)$/, ([, zeros, unit]) => phrase(kTens[zeros.length] ?? 'thousands') + phrase(kClockUnits[unit])],
  [/^PX(D|W|M|Y)$/, ([, unit]) => `${phrase('some')} ${phrase(kDateUnits[unit])}`],
  [/^PTX(H|M|S)$/, ([, unit]) => `${phrase('some')} ${phrase(kClockUnits[unit])}`],
  [/^P((?:[\d.]+[YMWDQ])*)(?:T((?:[\d.]+[HMS])+))?$/, ([, days = '', times = '']) => duration(days, times)],
];

/** @param {number} n @param {Unit} unit */
const relative = (n, unit) => new Intl.RelativeTimeFormat(currentLocale(), { numeric: 'auto' }).format(n, unit);

/** @param {string} sign @param {string} length a vague duration */
function vaguely(sign, length) {
  const side = phrase(sign === '-' ? 'ago' : 'ahead');
  return isArabic() ? `${side} ${describeTimex(length)}` : `${describeTimex(length)} ${side}`;
}

/** @param {string} h @param {string} [m] @param {string} [s] */
const clock = (h, m = '00', s = '') => `${h}:${m}${s ? `:${s}` : ''}`;

/** @param {number} q */
const quarter = (q) => (isArabic() ? `الربع ${['الأول', 'الثاني', 'الثالث', 'الرابع'][q - 1]}` : `Q${q}`);

/** @param {number} h */
const half = (h) => (isArabic() ? `النصف ${['الأول', 'الثاني'][h - 1]}` : `H${h}`);

/** @param {string} days "1Y2M" @param {string} times "2.5H" */
function duration(days, times) {
  /** @type {string[]} */
  const parts = [];
  for (const [, n, unit] of days.matchAll(/([\d.]+)([YMWDQ])/g)) parts.push(counted(+n, kDateUnits[unit]));
  for (const [, n, unit] of times.matchAll(/([\d.]+)([HMS])/g)) parts.push(counted(+n, kClockUnits[unit]));
  return parts.join(phrase('and')) || `P${days}`;
}

/** @param {string} timex @returns {string} */
export function describeTimex(timex) {
  for (const [pattern, read] of kReadings) {
    const match = pattern.exec(timex);
    if (!match) continue;
    try {
      return read(match);
    } catch {
      return timex; // a number no calendar has: show what the engine said
    }
  }
  return timex;
}
