// The findings as files: the engine's own JSON, and a table with the command
// line's columns for spreadsheets. Made in memory and handed to the reader; the
// text goes nowhere else.

/** @typedef {import('./result.js').Reading} Reading */
/** @typedef {import('./result.js').Finding} Finding */

const kColumns = ['start', 'end', 'type', 'value', 'low', 'high', 'hedge', 'unit', 'per', 'timex', 'from', 'to', 'entity', 'country', 'confidence', 'via', 'surface'];

/** A cell that a spreadsheet would run as a formula is shown as text. @param {unknown} value */
function cell(value) {
  if (typeof value === 'number') return String(value);
  let text = String(value ?? '');
  if (/^[=+\-@\t\r]/.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @param {Reading} reading @returns {string} with a byte order mark, which spreadsheets need for Arabic */
export function toCsv(reading) {
  const rows = reading.marks.map((finding) => {
    const entity = finding.mention && reading.entity(finding.mention.entity);
    /** @type {Record<string, unknown>} */
    const values = { ...finding.figure, ...finding.mention, entity: entity?.name, country: entity?.country, surface: reading.surface(finding) };
    return kColumns.map((column) => cell(values[column])).join(',');
  });
  return `\uFEFF${[kColumns.join(','), ...rows].join('\r\n')}\r\n`;
}

/** @param {Reading} reading */
export const toJson = (reading) => JSON.stringify(reading.result, null, 2);

/** @param {string} name @param {string} type @param {string} content */
function saveFile(name, type, content) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * @param {Reading} reading
 * @param {string} action copyJson, saveJson, copyCsv or saveCsv
 * @param {(key: 'copied' | 'copyFailed') => void} tell
 */
export async function exportReading(reading, action, tell) {
  const isJson = action.endsWith('Json');
  const content = isJson ? toJson(reading) : toCsv(reading);
  if (action.startsWith('save')) {
    saveFile(isJson ? 'fihris.json' : 'fihris.csv', isJson ? 'application/json' : 'text/csv', content);
    return;
  }
  try {
    await navigator.clipboard.writeText(content);
    tell('copied');
  } catch {
    tell('copyFailed');
  }
}
