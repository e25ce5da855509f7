// The key to the colours: each type that occurs, drawn exactly as its marks are,
// and a switch that hides or shows it. It keeps no state of its own.
import { el, fill } from './dom.js';
import { typeLabel } from './labels.js';
import { kFigureTypes, kNameTypes } from './result.js';
import { say } from './strings.js';

/**
 * @param {HTMLElement} root
 * @param {import('./result.js').Reading | undefined} reading
 * @param {Set<string>} hidden
 * @param {(type: string | null) => void} toggle null shows every type again
 */
export function drawLegend(root, reading, hidden, toggle) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const mark of reading?.marks ?? []) counts.set(mark.type, (counts.get(mark.type) ?? 0) + 1);
  const chip = (/** @type {string} */ type, /** @type {string} */ kind) =>
    el(
      'button',
      { type: 'button', class: 'chip', 'aria-pressed': String(!hidden.has(type)), data: { type }, on: { click: () => toggle(type) } },
      el('span', { class: `swatch ${kind} t-${type}`, 'aria-hidden': 'true' }),
      typeLabel(type),
      el('span', { class: 'count' }, counts.get(type)),
    );
  const row = (/** @type {string[]} */ types, /** @type {string} */ kind, /** @type {string} */ title) => {
    const present = types.filter((type) => counts.has(type));
    return present.length > 0 && el('div', { class: 'legend-row', role: 'group', 'aria-label': title }, present.map((type) => chip(type, kind)));
  };
  root.hidden = counts.size === 0;
  fill(
    root,
    row(kNameTypes, 'name', say('names')),
    row(kFigureTypes, 'figure', say('figures')),
    hidden.size > 0 && el('button', { type: 'button', class: 'link', on: { click: () => toggle(null) } }, say('showAll')),
  );
}
