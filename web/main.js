// The page put together: a text comes in, the worker analyses it, the article and
// the lists show the newest answer. Each part draws itself; this file holds what
// they share (the text, its reading, what is hidden) and passes clicks on.
import { Analyser } from './analyser.js';
import { Article } from './article.js';
import { Card } from './card.js';
import { hideNotice, setUpLanguage, setUpPrint, setUpTheme, showNotice, showToast } from './chrome.js';
import { byId, el, fill } from './dom.js';
import { exportReading } from './export.js';
import { paintHighlight } from './highlights.js';
import { kMostMegabytes, listenForText, normalise, readFile } from './intake.js';
import { drawLegend } from './legend.js';
import { checkGroups, timelineGroups } from './links.js';
import { Lists } from './lists.js';
import { Reading } from './result.js';
import { figureGroups, nameGroups, quoteGroups } from './rows.js';
import { findInText } from './search.js';
import { currentLocale, hasString, say, sayCount } from './strings.js';
import { Walker } from './walker.js';
import { makeWorker, readEngine, registerOffline } from './boot.js';

/** @typedef {import('./result.js').Finding} Finding */
/** @typedef {import('./rows.js').Row} Row */

const kTypingPauseMs = 220; // a writer's pause before the text is analysed; a paste does not wait
const kSampleDate = '2025-03-12'; // the sample was written for this day

const editor = /** @type {HTMLTextAreaElement} */ (byId('editor'));
const dateField = /** @type {HTMLInputElement} */ (byId('date'));
const searchField = /** @type {HTMLInputElement} */ (byId('search'));

let text = '';
/** @type {Reading | undefined} of exactly `text`, or nothing */
let reading;
let analysisMs = 0;
let engineVersion = '';
let isSample = false;
/** @type {Set<string>} */
const hidden = new Set();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let typing;

const article = new Article(byId('article'), {
  pick: (finding, mark, byKeyboard) => openCard(finding, mark, byKeyboard),
  drawn: () => paintSearch(),
});
const walker = new Walker(byId('walker'), article, () => lists.activate(walker.chain && { key: walker.chain.key, at: walker.at }));
const lists = new Lists(
  { tabs: byId('tabs'), body: byId('list-body') },
  { walk: (row) => walkRow(row), walkHits: () => walkHits(), tab: () => byId('list-body').scrollTo({ top: 0 }) },
);
const card = new Card(byId('card'), { go: (finding) => goTo(finding) });

/** @type {Analyser | undefined} */
let analyser;

// ---- text in, reading out

/** @param {string} next @param {{date?: string, keep?: boolean, sample?: boolean}} [how] */
function setText(next, how = {}) {
  const before = { text, date: dateField.value, sample: isSample };
  text = next;
  reading = undefined;
  isSample = how.sample ?? false;
  if (how.date !== undefined) dateField.value = how.date;
  if (editor.value !== next) editor.value = next;
  setMode(next ? 'read' : 'edit');
  article.show(text);
  drawAll();
  void analyse();
  window.scrollTo({ top: 0 });
  if (before.text && !how.keep) {
    const undo = () => setText(before.text, { date: before.date, keep: true, sample: before.sample });
    showToast(say(next ? 'replaced' : 'cleared'), { label: say('undo'), act: undo });
  }
}

/** @param {'edit' | 'read'} mode */
function setMode(mode) {
  document.body.dataset.mode = mode;
  editor.hidden = mode === 'read';
  byId('article').hidden = mode !== 'read';
  card.close();
  if (mode === 'edit') walker.stop();
  drawTools();
}

async function analyse() {
  clearTimeout(typing);
  if (!analyser) return;
  if (!text.trim()) {
    analyser.cancel();
    reading = undefined;
    drawAll();
    return;
  }
  const asked = { text, date: dateField.value };
  document.body.classList.add('busy');
  const outcome = await analyser.ask(asked.text, asked.date);
  if (outcome.kind === 'superseded') return;
  document.body.classList.remove('busy');
  if (outcome.kind === 'failed') {
    showNotice(say(outcome.restarted ? 'crashed' : 'failed', { error: outcome.error }), { label: say('retry'), act: () => void analyse() });
    drawAll();
    return;
  }
  if (asked.text !== text || asked.date !== dateField.value) return;
  hideNotice();
  reading = new Reading(text, outcome.result);
  analysisMs = outcome.ms;
  drawReading();
}

function drawReading() {
  walker.stop();
  card.close();
  article.hidden = hidden;
  article.show(text, reading);
  drawAll();
}

// ---- drawing

function drawAll() {
  lists.groups = {
    names: reading ? nameGroups(reading) : [],
    figures: reading ? figureGroups(reading) : [],
    quotes: reading ? quoteGroups(reading) : [],
    timeline: reading ? timelineGroups(reading) : [],
    checks: reading ? checkGroups(reading) : [],
  };
  lists.isKnown = reading !== undefined;
  lists.hidden = hidden;
  lists.opened.clear();
  searchText();
  drawLegend(byId('legend'), reading, hidden, toggleType);
  drawWarnings();
  drawTools();
  drawSummary();
}

function drawTools() {
  const toggle = byId('toggle');
  const isEmpty = text.trim() === '';
  toggle.hidden = isEmpty;
  toggle.textContent = say(document.body.dataset.mode === 'read' ? 'edit' : 'read');
  byId('export').hidden = !reading;
  byId('clear').hidden = isEmpty;
  byId('empty').hidden = text !== '';
  byId('sample').hidden = isEmpty;
  byId('sample-note').hidden = !isSample;
  document.body.classList.toggle('has-text', !isEmpty);
  byId('footer').textContent = say('footer', { version: engineVersion });
}

function drawSummary() {
  const summary = byId('summary');
  if (!text.trim()) fill(summary, engineVersion ? '' : say('starting'));
  else if (!reading) fill(summary, document.body.classList.contains('busy') ? say('analysing') : '');
  else {
    const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}.,'’\u0640-]*/gu)?.length ?? 0;
    const figures = reading.marks.filter((mark) => mark.kind === 'figure').length;
    const ms = new Intl.NumberFormat(currentLocale(), { maximumFractionDigits: analysisMs < 10 ? 1 : 0 }).format(analysisMs);
    const parts = [sayCount('names', reading.result.entities.length), sayCount('figures', figures), ...(reading.quotes.length ? [sayCount('quotes', reading.quotes.length)] : []), sayCount('words', words)];
    fill(summary, el('span', {}, parts.join(' · ')), ' ', el('span', { class: 'took' }, say('summaryMs', { ms })));
  }
}

function drawWarnings() {
  const warnings = reading?.result.warnings ?? [];
  const node = byId('warnings');
  node.hidden = warnings.length === 0;
  const seen = new Set(warnings.map((warning) => (hasString(`warning_${warning.code}`) ? say(`warning_${warning.code}`) : warning.message)));
  fill(node, el('strong', {}, say('warnings')), el('ul', {}, [...seen].slice(0, 8).map((message) => el('li', { dir: 'auto' }, message))));
}

/** @param {string | null} type */
function toggleType(type) {
  if (type === null) hidden.clear();
  else if (!hidden.delete(type)) hidden.add(type);
  article.hide(hidden);
  lists.draw();
  drawLegend(byId('legend'), reading, hidden, toggleType);
  const chip = type && document.querySelector(`.chip[data-type="${type}"]`);
  if (chip instanceof HTMLElement) chip.focus();
}

// ---- search, walking, cards

let hits = /** @type {import('./result.js').Span[]} */ ([]);

function searchText() {
  lists.query = searchField.value;
  hits = reading ? findInText(text, searchField.value) : [];
  lists.hits = hits.length;
  lists.draw();
  paintSearch();
}

function paintSearch() {
  paintHighlight(article, 'search', hits);
  if (walker.chain) walker.paint();
}

/** @param {Row} row */
function walkRow(row) {
  showText();
  card.close();
  walker.walk({ key: row.key, title: row.title, places: row.findings });
}

function walkHits() {
  showText();
  walker.walk({ key: 'hits', title: searchField.value.trim(), places: hits });
}

/** The text must be on screen before it can be scrolled. */
function showText() {
  if (document.body.dataset.mode !== 'read') setMode('read');
  document.body.dataset.view = 'text';
}

/** @param {Finding} finding @param {HTMLElement | null} mark @param {boolean} byKeyboard */
function openCard(finding, mark, byKeyboard) {
  if (!reading) return;
  const found = lists.rowWith(finding.key);
  const chain = found?.row.findings ?? [finding];
  if (found) {
    if (found.tab !== lists.tab) lists.choose(found.tab);
    walker.goTo({ key: found.row.key, title: found.row.title, places: chain }, chain.indexOf(finding), false);
  }
  card.open(reading, finding, chain, mark, byKeyboard);
}

/** @param {Finding} finding from the card's list of places */
function goTo(finding) {
  const found = lists.rowWith(finding.key);
  if (!found) return;
  walker.goTo({ key: found.row.key, title: found.row.title, places: found.row.findings }, found.row.findings.indexOf(finding));
  const mark = article.markOf(finding.key);
  setTimeout(() => reading && card.open(reading, finding, found.row.findings, mark, false), 350);
}

// ---- wiring

function takeSample() {
  setText(byId('sample-text').textContent?.trim() ?? '', { date: kSampleDate, sample: true });
}

/** @param {string} action */
async function exportAs(action) {
  byId('export').removeAttribute('open');
  if (action === 'print') window.print();
  else if (reading) await exportReading(reading, action, (key) => showToast(say(key)));
}

function listenToEditor() {
  editor.addEventListener('input', (event) => {
    const wasEmpty = text === '';
    const isPaste = /** @type {InputEvent} */ (event).inputType === 'insertFromPaste';
    if (isPaste && (wasEmpty || editor.value.length > text.length + 200)) return setText(editor.value, { keep: true });
    text = editor.value;
    reading = undefined;
    isSample = false;
    drawTools();
    clearTimeout(typing);
    typing = setTimeout(() => void analyse(), isPaste ? 0 : kTypingPauseMs);
  });
}

function listenToTools() {
  byId('toggle').addEventListener('click', () => {
    setMode(document.body.dataset.mode === 'read' ? 'edit' : 'read');
    if (document.body.dataset.mode === 'edit') editor.focus();
  });
  byId('sample').addEventListener('click', takeSample);
  byId('sample-big').addEventListener('click', takeSample);
  byId('clear').addEventListener('click', () => {
    setText('', { date: '' });
    editor.focus();
  });
  const file = /** @type {HTMLInputElement} */ (byId('file'));
  byId('open').addEventListener('click', () => file.click());
  file.addEventListener('change', () => {
    if (file.files?.[0]) void readFile(file.files[0], receiver);
    file.value = '';
  });
  dateField.addEventListener('change', () => void analyse());
  searchField.addEventListener('input', searchText);
  searchField.addEventListener('keydown', (event) => event.key === 'Enter' && hits.length > 0 && walkHits());
  for (const node of document.querySelectorAll('[data-export]')) {
    node.addEventListener('click', () => void exportAs(/** @type {HTMLElement} */ (node).dataset.export ?? ''));
  }
  for (const node of document.querySelectorAll('[data-view]:not(body)')) {
    node.addEventListener('click', () => (document.body.dataset.view = /** @type {HTMLElement} */ (node).dataset.view));
  }
}

function listenToPage() {
  document.addEventListener('keydown', (event) => {
    const inField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (event.key === 'Escape') byId('card').hidden ? walker.stop() : card.close();
    if (event.key !== '/' || inField || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    searchField.focus();
  });
  document.addEventListener('click', (event) => {
    const target = /** @type {Element} */ (event.target);
    if (!target.closest('.card, .mark, .walker, .row')) card.close();
    if (!target.closest('.menu')) byId('export').removeAttribute('open');
  });
}

/** @type {import('./intake.js').Receiver} */
const receiver = {
  text: (dropped) => setText(normalise(dropped)),
  refuse: (name, reason) => showNotice(say(reason, { name, limit: kMostMegabytes })),
};

function startEngine() {
  if (typeof DecompressionStream === 'undefined' || typeof WebAssembly === 'undefined') return showNotice(say('tooOld'));
  analyser = new Analyser(makeWorker, readEngine, {
    ready: (version) => {
      engineVersion = version;
      document.body.dataset.ready = String(Math.round(performance.now()));
      drawTools();
      drawSummary();
    },
    broken: (error) => showNotice(say('broken', { error })),
  });
}

setUpTheme();
setUpLanguage(() => {
  drawAll();
  walker.show();
  card.close();
});
setUpPrint(
  () => {
    setMode(text ? 'read' : 'edit');
    article.drawEverything();
    lists.drawForPrint();
  },
  () => lists.draw(),
);
listenForText(receiver);
listenToEditor();
listenToTools();
listenToPage();
startEngine();
setText(editor.value, { keep: true });
registerOffline();
