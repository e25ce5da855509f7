// A stand-in for the WebAssembly module, with its exports and memory, for tests of
// the page alone: it finds fixed words wherever they stand, and misbehaves on
// request («!!throw», «!!trap», «!!slow», «!!fetch address»). Results keep the contract's shape.

/** surface -> [type, entity name, extra] */
const mockNames = {
  'نسق': ['ORG', 'نسق', { country: 'MA' }],
  'ليلى بنّاني': ['PERSON', 'ليلى بناني', { roles: ['الرئيسة التنفيذية'] }],
  'ليلى بناني': ['PERSON', 'ليلى بناني', {}],
  'بناني': ['PERSON', 'ليلى بناني', {}],
  'كريم الحلبي': ['PERSON', 'كريم الحلبي', {}],
  'سامر قطّان': ['PERSON', 'سامر قطّان', {}],
  'الرئيسة التنفيذية': ['OCC', 'الرئيسة التنفيذية', {}],
  'أستاذ علوم الحاسوب': ['OCC', 'أستاذ علوم الحاسوب', {}],
  'المغربية': ['NORP', 'مغربي', { country: 'MA' }],
  'السوري': ['NORP', 'سوري', { country: 'SY' }],
  'الصينية': ['NORP', 'صيني', { country: 'CN' }],
  'لندن': ['GPE', 'لندن', { country: 'GB', latin: 'London' }],
  'الرباط': ['GPE', 'الرباط', { country: 'MA', latin: 'Rabat' }],
  'الدار البيضاء': ['GPE', 'الدار البيضاء', { country: 'MA' }],
  'القاهرة': ['GPE', 'القاهرة', { country: 'EG' }],
  'بيروت': ['GPE', 'بيروت', { country: 'LB' }],
  'مراكش': ['GPE', 'مراكش', { country: 'MA' }],
  'باريس': ['GPE', 'باريس', { country: 'FR', latin: 'Paris' }],
  'طنجة': ['GPE', 'طنجة', { country: 'MA' }],
  'Atlas Ventures': ['ORG', 'Atlas Ventures', {}],
  'Nvidia': ['ORG', 'Nvidia', { country: 'US' }],
  'OpenAI': ['ORG', 'OpenAI', { country: 'US' }],
  'DeepSeek': ['ORG', 'DeepSeek', { country: 'CN' }],
  'H100': ['PRODUCT', 'H100', {}],
  'معرض جيتكس أفريقيا': ['EVENT', 'معرض جيتكس أفريقيا', {}],
  'العربية': ['LANGUAGE', 'العربية', {}],
};

/** surface -> what the figure says */
const mockFigures = {
  '120 مليون دولار': { type: 'MONEY', value: 120e6, unit: 'USD' },
  '1.4 مليار دولار': { type: 'MONEY', value: 1.4e9, unit: 'USD', hedge: 'approx' },
  '1 تريليون دولار': { type: 'MONEY', value: 1e12, unit: 'USD' },
  '210 ملايين درهم': { type: 'MONEY', value: 210e6, unit: 'MAD', hedge: 'approx' },
  'عشرات الملايين من الدولارات': { type: 'MONEY', low: 20e6, high: 90e6, unit: 'USD' },
  '30 و35%': { type: 'PERCENT', low: 30, high: 35, unit: '%' },
  '48%': { type: 'PERCENT', value: 48, unit: '%' },
  'ستون بالمئة': { type: 'PERCENT', value: 60, unit: '%' },
  '4,096 شريحة': { type: 'COUNT', value: 4096, noun: 'شريحة' },
  '12 ألف متر مربع': { type: 'QUANTITY', value: 12000, unit: 'm²' },
  '18 ميغاواط': { type: 'QUANTITY', value: 18, unit: 'MW', hedge: 'at_most' },
  'خمسة موظفين': { type: 'COUNT', value: 5, noun: 'موظفين' },
  '15 مارس/آذار 2026': { type: 'DATE', timex: '2026-03-15', from: '2026-03-15', to: '2026-03-16' },
  'عام 2019': { type: 'DATE', timex: '2019', from: '2019-01-01', to: '2020-01-01' },
  'الشهر الماضي': { type: 'DATE', timex: 'P-1M' },
  'أمس': { type: 'DATE', timex: 'P-1D' },
  '38 عامًا': { type: 'AGE', value: 38, unit: 'year' },
  'سبع سنوات': { type: 'DURATION', timex: 'P7Y' },
  'الساعة العاشرة صباحًا': { type: 'TIME', timex: 'T10:00' },
};

function mockPlaces(text, words) {
  const places = [];
  for (const surface of Object.keys(words).sort((a, b) => b.length - a.length)) {
    for (let at = text.indexOf(surface); at >= 0; at = text.indexOf(surface, at + 1)) {
      const end = at + surface.length;
      if (!places.some((place) => place.start < end && place.end > at)) places.push({ start: at, end, surface });
    }
  }
  return places.sort((a, b) => a.start - b.start);
}

function mockNamesOf(text) {
  const entities = [];
  const mentions = mockPlaces(text, mockNames).map(({ start, end, surface }, id) => {
    const [type, name, extra] = mockNames[surface];
    let entity = entities.find((known) => known.name === name && known.type === type);
    if (!entity) entities.push((entity = { id: entities.length, type, name, aliases: [], mentions: [], roles: [], ...extra }));
    const isRepeat = entity.mentions.length > 0;
    entity.mentions.push(id);
    if (surface !== name && !entity.aliases.includes(surface)) entity.aliases.push(surface);
    return { id, start, end, type, entity: entity.id, confidence: 0.93, via: isRepeat ? 'repeat' : 'lexicon', evidence: 'mock' };
  });
  return { entities, mentions };
}

function mockResult(text, date) {
  const { entities, mentions } = mockNamesOf(text);
  const free = mockPlaces(text, mockFigures).filter((place) => !mentions.some((m) => m.start < place.end && m.end > place.start));
  const figures = free.map(({ start, end, surface }, id) => {
    const { noun, ...figure } = { value: null, low: null, high: null, unit: null, ...mockFigures[surface] };
    if (noun) figure.of = { start: start + surface.indexOf(noun), end };
    if (figure.timex === 'P-1M' && date) Object.assign(figure, { timex: '2025-02', from: '2025-02-01', to: '2025-03-01' });
    return { id, start, end, ...figure };
  });
  const blocks = [];
  for (const match of text.matchAll(/(\(وكالات\) - |^اقرأ أيضًا.*$)/gm)) blocks.push({ start: match.index, end: match.index + match[0].length, kind: 'noise' });
  const quotes = [...text.matchAll(/«[^»]+»/g)].map((match) => {
    const before = mentions.filter((m) => m.type === 'PERSON' && m.end <= match.index).pop();
    return { start: match.index + 1, end: match.index + match[0].length - 1, kind: 'direct', speaker: before ? before.id : null };
  });
  const dates = figures.filter((figure) => figure.type === 'DATE');
  const timeline = dates
    .map(({ id, start, end, from, to }) => ({ start, end: Math.min(text.length, end + 20), figure: id, sentence: 0, resolved: !!from, from, to }))
    .sort((a, b) => Number(b.resolved) - Number(a.resolved) || String(a.from).localeCompare(String(b.from)));
  const money = figures.filter((figure) => figure.type === 'MONEY').slice(0, 2);
  const checks = money.length < 2 ? [] : [{ kind: 'told_twice', confidence: 0.8, evidence: money.map(({ start, end }) => ({ start, end })), figures: money.map(({ id }) => id), stated: '120', expected: '1400' }];
  const changes = money.length < 2 ? [] : [{ id: 0, start: money[0].start, end: money[1].end, direction: 'rise', from: money[0].id, to: money[1].id }];
  for (const figure of money) if (changes.length) figure.change = 0;
  if (money.length && dates.length) Object.assign(money[0], { when: dates[0].id, source: { mention: 0 } });
  return { schema: 'fihris/1', unit: 'utf16', length: text.length, blocks, sentences: [], mentions, entities, figures, quotes, changes, timeline, checks, warnings: [] };
}

// eslint-disable-next-line no-unused-vars
function createFihris() {
  const buffer = new ArrayBuffer(64 * 2 ** 20);
  const module = { HEAPU8: new Uint8Array(buffer), HEAPU16: new Uint16Array(buffer) };
  const answerAt = 40 * 2 ** 20;
  module.HEAPU8.set(new TextEncoder().encode('mock\0'), 16);
  module._malloc = () => 64;
  module._free = () => {};
  module._fihris_version = () => 16;
  module._fihris_result = () => answerAt;
  module._fihris_analyse = (pointer, length, year) => {
    const text = new TextDecoder('utf-16le').decode(module.HEAPU8.slice(pointer, pointer + length * 2));
    if (text.includes('!!throw')) throw new Error('mock failure');
    if (text.includes('!!trap')) throw new WebAssembly.RuntimeError('unreachable');
    const address = /!!fetch (\S+)/.exec(text)?.[1];
    if (address) {
      const request = new XMLHttpRequest(); // the engine betrays its reader, or tries to
      request.open('GET', address, false);
      request.send();
    }
    if (text.includes('!!slow')) for (const end = Date.now() + 8000; Date.now() < end; );
    return new TextEncoder().encodeInto(JSON.stringify(mockResult(text, year > 0)), module.HEAPU8.subarray(answerAt)).written;
  };
  return Promise.resolve(module);
}
