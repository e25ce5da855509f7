// The engine's codes in the reader's words: types, hedges, how a name was found,
// units and rates. Currencies and countries come from the browser (Intl), and a
// code nobody translated yet is shown as it is rather than hidden.
import { currentLanguage, currentLocale } from './strings.js';

/** code -> [Arabic, English] @typedef {Record<string, [string, string]>} Words */

/** @type {Words} */
const kTypes = {
  PERSON: ['أشخاص', 'People'],
  ORG: ['جهات', 'Organisations'],
  GPE: ['دول ومدن', 'Countries and cities'],
  LOC: ['أماكن', 'Places'],
  FAC: ['منشآت', 'Facilities'],
  NORP: ['جنسيات وجماعات', 'Nationalities and groups'],
  OCC: ['صفات ومناصب', 'Roles'],
  PRODUCT: ['منتجات', 'Products'],
  EVENT: ['أحداث', 'Events'],
  WORK: ['أعمال', 'Works'],
  LAW: ['قوانين', 'Laws'],
  LANGUAGE: ['لغات', 'Languages'],
  WEB: ['روابط وحسابات', 'Links and accounts'],
  MONEY: ['مبالغ', 'Money'],
  PERCENT: ['نسب مئوية', 'Percentages'],
  QUANTITY: ['مقادير', 'Quantities'],
  COUNT: ['أعداد', 'Counts'],
  CARDINAL: ['أرقام مجردة', 'Plain numbers'],
  ORDINAL: ['ترتيب', 'Ordinals'],
  RATIO: ['نسب وكسور', 'Ratios'],
  DATE: ['تواريخ', 'Dates'],
  TIME: ['أوقات', 'Times'],
  DURATION: ['مدد', 'Durations'],
  AGE: ['أعمار', 'Ages'],
  QUOTE: ['اقتباسات', 'Quotes'],
  DATED: ['بترتيب الزمن', 'In order of time'],
  UNDATED: ['بلا تاريخ محدّد', 'Without a resolved date'],
  CHECK_percent_mismatch: ['نسبة لا توافق المبلغين', 'Percentage against its amounts'],
  CHECK_parts_total: ['أجزاء لا تساوي المجموع', 'Parts against their total'],
  CHECK_told_twice: ['كمية واحدة بقيمتين', 'One quantity told twice'],
  CHECK_headline_body: ['العنوان والمتن', 'Headline against body'],
  CHECK_weekday_date: ['يوم الأسبوع والتاريخ', 'Weekday against date'],
  CHECK_age_birth: ['العمر وسنة الميلاد', 'Age against birth year'],
  CHECK_repeated_text: ['نص مكرّر', 'Repeated text'],
};

/** @type {Words} */
const kSingular = {
  PERSON: ['شخص', 'Person'],
  ORG: ['جهة', 'Organisation'],
  GPE: ['دولة أو مدينة', 'Country or city'],
  LOC: ['مكان', 'Place'],
  FAC: ['منشأة', 'Facility'],
  NORP: ['جنسية أو جماعة', 'Nationality or group'],
  OCC: ['صفة أو منصب', 'Role'],
  PRODUCT: ['منتج', 'Product'],
  EVENT: ['حدث', 'Event'],
  WORK: ['عمل', 'Work'],
  LAW: ['قانون', 'Law'],
  LANGUAGE: ['لغة', 'Language'],
  WEB: ['رابط أو حساب', 'Link or account'],
  MONEY: ['مبلغ', 'Money'],
  PERCENT: ['نسبة مئوية', 'Percentage'],
  QUANTITY: ['مقدار', 'Quantity'],
  COUNT: ['عدد', 'Count'],
  CARDINAL: ['رقم مجرد', 'Plain number'],
  ORDINAL: ['ترتيب', 'Ordinal'],
  RATIO: ['نسبة أو كسر', 'Ratio'],
  DATE: ['تاريخ', 'Date'],
  TIME: ['وقت', 'Time'],
  DURATION: ['مدة', 'Duration'],
  AGE: ['عمر', 'Age'],
  QUOTE: ['اقتباس', 'Quote'],
};

/** @type {Words} */
const kHedges = {
  approx: ['نحو', 'about'],
  at_least: ['لا يقل عن', 'at least'],
  at_most: ['حتى', 'up to'],
  more_than: ['أكثر من', 'more than'],
  less_than: ['أقل من', 'less than'],
};

/** @type {Words} */
const kVia = {
  model: ['بالنموذج المدرَّب', 'by the trained model'],
  lexicon: ['من المعجم', 'in the lexicon'],
  rule: ['بقاعدة من السياق', 'by a rule of context'],
  repeat: ['تكرار لاسم سبق', 'as a repeat of a name'],
};

/** @type {Words} */
const kUnits = {
  km: ['كيلومتر', 'km'], m: ['متر', 'm'], cm: ['سنتيمتر', 'cm'], mm: ['مليمتر', 'mm'], dm: ['ديسيمتر', 'dm'],
  'µm': ['ميكرومتر', 'µm'], nm: ['نانومتر', 'nm'], mi: ['ميل', 'mi'], nmi: ['ميل بحري', 'nautical mi'],
  yd: ['ياردة', 'yd'], ft: ['قدم', 'ft'], in: ['بوصة', 'in'], ly: ['سنة ضوئية', 'light years'], au: ['وحدة فلكية', 'au'],
  'km²': ['كيلومتر مربع', 'km²'], 'm²': ['متر مربع', 'm²'], 'cm²': ['سنتيمتر مربع', 'cm²'], 'mi²': ['ميل مربع', 'mi²'],
  'ft²': ['قدم مربعة', 'ft²'], ha: ['هكتار', 'ha'], feddan: ['فدان', 'feddans'], dunam: ['دونم', 'dunams'], acre: ['أكر', 'acres'],
  'm³': ['متر مكعب', 'm³'], 'km³': ['كيلومتر مكعب', 'km³'], 'cm³': ['سنتيمتر مكعب', 'cm³'], 'ft³': ['قدم مكعبة', 'ft³'],
  L: ['لتر', 'L'], mL: ['مليلتر', 'mL'], cL: ['سنتيلتر', 'cL'], hL: ['هكتولتر', 'hL'], gal: ['غالون', 'gallons'], bbl: ['برميل', 'barrels'],
  bushel: ['بوشل', 'bushels'], cup: ['كوب', 'cups'], tbsp: ['ملعقة كبيرة', 'tbsp'], tsp: ['ملعقة صغيرة', 'tsp'], ardeb: ['إردب', 'ardebs'],
  g: ['غرام', 'g'], kg: ['كيلوغرام', 'kg'], mg: ['مليغرام', 'mg'], 'µg': ['ميكروغرام', 'µg'], t: ['طن', 't'], kt: ['كيلوطن', 'kt'],
  Mt: ['ميغاطن', 'Mt'], lb: ['رطل', 'lb'], oz: ['أونصة', 'oz'], ct: ['قيراط', 'carats'], qtl: ['قنطار', 'quintals'],
  W: ['واط', 'W'], kW: ['كيلوواط', 'kW'], MW: ['ميغاواط', 'MW'], GW: ['غيغاواط', 'GW'], TW: ['تيراواط', 'TW'],
  Wh: ['واط ساعة', 'Wh'], kWh: ['كيلوواط ساعة', 'kWh'], MWh: ['ميغاواط ساعة', 'MWh'], GWh: ['غيغاواط ساعة', 'GWh'], TWh: ['تيراواط ساعة', 'TWh'],
  J: ['جول', 'J'], kJ: ['كيلوجول', 'kJ'], cal: ['سعرة', 'cal'], kcal: ['سعرة حرارية', 'kcal'], BTU: ['وحدة حرارية بريطانية', 'BTU'],
  MMBtu: ['مليون وحدة حرارية بريطانية', 'MMBtu'], boe: ['برميل مكافئ نفط', 'boe'], toe: ['طن مكافئ نفط', 'toe'], hp: ['حصان', 'hp'],
  V: ['فولت', 'V'], kV: ['كيلوفولت', 'kV'], A: ['أمبير', 'A'], mAh: ['مللي أمبير ساعة', 'mAh'], Hz: ['هرتز', 'Hz'], kHz: ['كيلوهرتز', 'kHz'],
  MHz: ['ميغاهرتز', 'MHz'], GHz: ['غيغاهرتز', 'GHz'], Pa: ['باسكال', 'Pa'], hPa: ['هكتوباسكال', 'hPa'], bar: ['بار', 'bar'], dB: ['ديسيبل', 'dB'],
  B: ['بايت', 'B'], kB: ['كيلوبايت', 'kB'], MB: ['ميغابايت', 'MB'], GB: ['غيغابايت', 'GB'], TB: ['تيرابايت', 'TB'],
  kbit: ['كيلوبت', 'kbit'], Mbit: ['ميغابت', 'Mbit'], Gbit: ['غيغابت', 'Gbit'], 'Mbit/s': ['ميغابت في الثانية', 'Mbit/s'], 'Gbit/s': ['غيغابت في الثانية', 'Gbit/s'],
  'kbit/s': ['كيلوبت في الثانية', 'kbit/s'], 'km/h': ['كيلومتر في الساعة', 'km/h'], 'm/s': ['متر في الثانية', 'm/s'], 'km/s': ['كيلومتر في الثانية', 'km/s'],
  'm³/s': ['متر مكعب في الثانية', 'm³/s'], mph: ['ميل في الساعة', 'mph'], kn: ['عقدة', 'knots'], rpm: ['دورة في الدقيقة', 'rpm'], fps: ['إطار في الثانية', 'fps'],
  '°': ['درجة', '°'], '°C': ['درجة مئوية', '°C'], '°F': ['درجة فهرنهايت', '°F'], K: ['كلفن', 'K'], Mw: ['درجة بمقياس العزم', 'Mw'],
  MP: ['ميغابكسل', 'MP'], px: ['بكسل', 'px'], TEU: ['حاوية نمطية', 'TEU'], pt: ['نقطة', 'points'], ppm: ['جزء في المليون', 'ppm'], ppb: ['جزء في المليار', 'ppb'],
  pp: ['نقطة مئوية', 'percentage points'], bp: ['نقطة أساس', 'basis points'], mmHg: ['مليمتر زئبق', 'mmHg'],
};

/** @type {Words} */
const kRates = {
  year: ['سنويًا', 'per year'], month: ['شهريًا', 'per month'], week: ['أسبوعيًا', 'per week'], day: ['يوميًا', 'per day'],
  h: ['في الساعة', 'per hour'], min: ['في الدقيقة', 'per minute'], s: ['في الثانية', 'per second'], capita: ['للفرد', 'per capita'],
  bbl: ['للبرميل', 'per barrel'], oz: ['للأونصة', 'per ounce'], t: ['للطن', 'per tonne'], kg: ['للكيلوغرام', 'per kg'], L: ['للتر', 'per litre'],
  gal: ['للغالون', 'per gallon'], share: ['للسهم', 'per share'], 'm²': ['للمتر المربع', 'per m²'], km: ['للكيلومتر', 'per km'],
  'km²': ['للكيلومتر المربع', 'per km²'], ha: ['للهكتار', 'per hectare'], MMBtu: ['لكل مليون وحدة حرارية', 'per MMBtu'],
};

/** @param {Words} words @param {string} code */
const pick = (words, code) => words[code]?.[currentLanguage() === 'ar' ? 0 : 1] ?? code;

/** @param {string} type */
export const typeLabel = (type) => pick(kTypes, type);
/** @param {string} type */
export const typeName = (type) => pick(kSingular, type);
/** @param {string} hedge */
export const hedgeLabel = (hedge) => pick(kHedges, hedge);
/** @param {string} via */
export const viaLabel = (via) => pick(kVia, via);
/** @param {string} unit */
export const unitLabel = (unit) => pick(kUnits, unit);
/** @param {string} rate */
export const rateLabel = (rate) => (kRates[rate] ? pick(kRates, rate) : `/ ${unitLabel(rate)}`);

/** @param {string} code ISO 3166 alpha-2 */
export function countryName(code) {
  try {
    return new Intl.DisplayNames([currentLocale()], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}
