// The engine's result as the page sees it: the contract's types (fihris/1) and
// one flat, sorted list of findings, names and figures together. Everything that
// draws or lists reads from here; nothing here touches the DOM.

/** @typedef {{start: number, end: number}} Span */
/** @typedef {Span & {kind: 'heading' | 'paragraph' | 'noise'}} Block */
/** @typedef {Span & {id: number, type: string, entity: number, confidence: number, via: string, evidence?: string}} Mention */
/** @typedef {{id: number, type: string, name: string, aliases: string[], country?: string, latin?: string, mentions: number[], roles: string[]}} Entity */
/**
 * @typedef {Span & {id: number, type: string, value: number | null, low: number | null, high: number | null,
 *   hedge?: string, unit: string | null, per?: string, of?: Span, timex?: string, from?: string, to?: string,
 *   hijri?: string, score?: [number, number], rule?: string, subject?: Span, when?: number, change?: number,
 *   source?: {start?: number, end?: number, mention?: number, quote?: number}}} Figure
 */
/** @typedef {Span & {kind: string, speaker: number | null, speaker_span?: Span, verb?: Span, stance?: string, anonymous?: boolean}} Quote */
/** @typedef {Span & {id: number, direction: string, verb?: Span, from?: number, to?: number, delta?: number, percent?: number}} Change */
/** @typedef {Span & {figure: number, sentence: number, resolved: boolean, from?: string, to?: string}} Event */
/** @typedef {{kind: string, confidence: number, evidence: Span[], figures: number[], stated?: string, expected?: string}} Check */
/** @typedef {{code: string, start?: number, end?: number, message: string}} Warning */
/**
 * @typedef {{schema: string, length: number, blocks: Block[], sentences: Span[], mentions: Mention[],
 *   entities: Entity[], figures: Figure[], quotes: Quote[], changes?: Change[], timeline?: Event[], checks?: Check[],
 *   warnings: Warning[]}} Result
 */

/**
 * One marked stretch of the text. `key` ("m3", "f0", "q1") is its name everywhere in the page.
 * @typedef {Span & {key: string, kind: 'name' | 'figure' | 'quote' | 'check', type: string,
 *   mention?: Mention, figure?: Figure, quote?: Quote}} Finding
 */

export const kNameTypes = ['PERSON', 'ORG', 'GPE', 'LOC', 'FAC', 'NORP', 'OCC', 'PRODUCT', 'EVENT', 'WORK', 'LAW', 'LANGUAGE', 'WEB'];
export const kFigureTypes = ['MONEY', 'PERCENT', 'QUANTITY', 'COUNT', 'CARDINAL', 'ORDINAL', 'RATIO', 'DATE', 'TIME', 'DURATION', 'AGE'];

/** @param {Mention} m @returns {Finding} */
const fromMention = (m) => ({ key: `m${m.id}`, kind: 'name', type: m.type, start: m.start, end: m.end, mention: m });

/** @param {Figure} f @returns {Finding} */
const fromFigure = (f) => ({ key: `f${f.id}`, kind: 'figure', type: f.type, start: f.start, end: f.end, figure: f });

/** @param {Quote} q @param {number} i @returns {Finding} */
const fromQuote = (q, i) => ({ key: `q${i}`, kind: 'quote', type: 'QUOTE', start: q.start, end: q.end, quote: q });

/** A result read once: what was found, in text order, and by key. */
export class Reading {
  /** @param {string} text @param {Result} result */
  constructor(text, result) {
    if (result.schema !== 'fihris/1') throw new Error(`unknown result schema "${result.schema}"`);
    this.text = text;
    this.result = result;
    const marks = [...result.mentions.map(fromMention), ...result.figures.map(fromFigure)];
    marks.sort((a, b) => a.start - b.start || b.end - a.end);
    /** Marks never overlap by contract; one that does is kept out of the text rather than drawn wrongly. */
    this.marks = withoutOverlaps(marks, text.length);
    this.quotes = (result.quotes ?? []).map(fromQuote);
    this.noise = result.blocks.filter((block) => block.kind === 'noise');
    this.headings = result.blocks.filter((block) => block.kind === 'heading');
    /** @type {Map<string, Finding>} */
    this.byKey = new Map([...this.marks, ...this.quotes].map((finding) => [finding.key, finding]));
  }

  /** @param {Span} span */
  surface(span) {
    return this.text.slice(span.start, span.end);
  }

  /** @param {number} id @returns {Entity | undefined} */
  entity(id) {
    return this.result.entities[id];
  }

  /** @param {Entity} entity @returns {Finding[]} in text order */
  mentionsOf(entity) {
    const found = entity.mentions.map((id) => this.byKey.get(`m${id}`));
    return /** @type {Finding[]} */ (found.filter(Boolean)).sort((a, b) => a.start - b.start);
  }
}

/** @param {Finding[]} sorted @param {number} length */
function withoutOverlaps(sorted, length) {
  let end = 0;
  return sorted.filter((mark) => {
    const fits = mark.start >= end && mark.end > mark.start && mark.end <= length;
    if (fits) end = mark.end;
    return fits;
  });
}
