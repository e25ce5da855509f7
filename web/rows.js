// What the lists show, as plain values: entities and figures as rows grouped by
// type, each with its title, what stands under it, and the findings it walks
// through. Built once per result and language; the DOM comes later, in lists.js.
import { kFigureTypes, kNameTypes } from './result.js';
import { countryName } from './labels.js';
import { currentLanguage, say } from './strings.js';
import { describeFigure, figureSign } from './values.js';
import { fold } from './search.js';

/** @typedef {import('./result.js').Reading} Reading */
/** @typedef {import('./result.js').Finding} Finding */
/** @typedef {import('./result.js').Span} Span */
/**
 * @typedef {object} Row
 * @property {string} key "e3", "f0", "q1": stable within one result
 * @property {string} type
 * @property {string} title
 * @property {string} note what stands under the title
 * @property {Finding[]} findings in text order
 * @property {string} folded what the search box looks at
 */
/** @typedef {{type: string, rows: Row[]}} Group */

/** @param {Reading} reading @returns {Group[]} */
export function nameGroups(reading) {
  /** @type {Row[]} */
  const rows = [];
  for (const entity of reading.result.entities) {
    const findings = reading.mentionsOf(entity);
    if (findings.length === 0) continue;
    const country = entity.country ? countryName(entity.country) : '';
    const latin = entity.latin && entity.latin !== entity.name ? entity.latin : '';
    const note = [entity.roles.join('، '), country !== entity.name ? country : '', latin].filter(Boolean).join(' · ');
    const folded = fold([entity.name, ...entity.aliases, note].join(' '));
    rows.push({ key: `e${entity.id}`, type: entity.type, title: entity.name, note, findings, folded });
  }
  rows.sort((a, b) => b.findings.length - a.findings.length || a.findings[0].start - b.findings[0].start);
  return grouped(rows, kNameTypes);
}

/** @param {Reading} reading @returns {Group[]} */
export function figureGroups(reading) {
  /** @type {Map<string, Row>} */
  const rows = new Map();
  for (const finding of reading.marks) {
    const figure = finding.figure;
    if (!figure) continue;
    const noun = figure.of ? reading.surface(figure.of) : '';
    const sign = figureSign(figure, fold(noun));
    const row = rows.get(sign);
    if (row) {
      row.findings.push(finding);
      continue;
    }
    const surface = tidy(reading.surface(finding));
    const words = describeFigure(figure, noun);
    const folded = fold(`${surface} ${words} ${figure.value ?? ''}`);
    const note = words && words !== surface ? surface : '';
    rows.set(sign, { key: finding.key, type: figure.type, title: words || surface, note, findings: [finding], folded });
  }
  return grouped([...rows.values()], kFigureTypes);
}

/** @param {Reading} reading @returns {Group[]} quotes grouped by their speaker */
export function quoteGroups(reading) {
  const rows = reading.quotes.map((finding) => ({
    key: finding.key,
    type: 'QUOTE',
    title: tidy(reading.surface(finding)),
    note: speakerOf(reading, finding),
    findings: [finding],
    folded: fold(`${reading.surface(finding)} ${speakerOf(reading, finding)}`),
  }));
  return rows.length ? [{ type: 'QUOTE', rows }] : [];
}

/** @param {Reading} reading @param {Finding} finding @returns {string} */
export function speakerOf(reading, finding) {
  const quote = finding.quote;
  if (!quote) return '';
  const mention = quote.speaker === null ? undefined : reading.byKey.get(`m${quote.speaker}`)?.mention;
  const entity = mention && reading.entity(mention.entity);
  if (entity) return entity.name;
  return quote.speaker_span ? tidy(reading.surface(quote.speaker_span)) : say('noSpeaker');
}

/** @param {Row[]} rows @param {string[]} order @returns {Group[]} in the given order, unknown types last */
function grouped(rows, order) {
  /** @type {Map<string, Row[]>} */
  const groups = new Map(order.map((type) => [type, []]));
  for (const row of rows) {
    const group = groups.get(row.type);
    if (group) group.push(row);
    else groups.set(row.type, [row]);
  }
  return [...groups].filter(([, found]) => found.length > 0).map(([type, found]) => ({ type, rows: found }));
}

/** @param {string} text one line, without the marks' own line breaks */
export const tidy = (text) => text.replace(/\s+/g, ' ').trim();

/** @param {string} text @returns {'rtl' | 'ltr'} by its letters, not by its first one */
export function directionOf(text) {
  const arabic = text.match(/[\u0620-\u06FF\u0750-\u077F\uFB50-\uFDFF\uFE70-\uFEFC]/g)?.length ?? 0;
  const latin = text.match(/[A-Za-z\u00C0-\u024F]/g)?.length ?? 0;
  if (arabic === 0 && latin === 0) return currentLanguage() === 'ar' ? 'rtl' : 'ltr';
  return arabic * 2 >= latin ? 'rtl' : 'ltr';
}
