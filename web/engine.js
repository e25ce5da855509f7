// The engine for JavaScript: one WebAssembly instance behind two functions. The
// page's worker, the node tests and the npm package all come through here. It
// touches neither the DOM nor the network: the caller brings the bytes.

/**
 * @typedef {object} Engine
 * @property {(text: string, options?: {date?: string}) => string} analyseToJson the result as JSON text
 * @property {(text: string, options?: {date?: string}) => any} analyse the result, schema fihris/1
 * @property {string} version
 */

/**
 * @param {string | undefined} date "2025-02-26" or nothing
 * @returns {[number, number, number]} year, month, day; zeros for no date
 */
function splitDate(date) {
  if (date === undefined || date === '') return [0, 0, 0];
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const parts = match ? match.slice(1).map(Number) : [];
  const day = match ? new Date(Date.UTC(parts[0], parts[1] - 1, parts[2])) : undefined;
  if (!day || day.getUTCMonth() !== parts[1] - 1) {
    throw new RangeError(`date must be an existing day as YYYY-MM-DD, not "${date}"`);
  }
  return [parts[0], parts[1], parts[2]];
}

/**
 * Starts the engine.
 * @param {(options: {wasmBinary: Uint8Array}) => Promise<any>} createFihris the Emscripten factory (fihris.js)
 * @param {Uint8Array} wasmBinary the bytes of fihris.wasm
 * @returns {Promise<Engine>}
 */
export async function startEngine(createFihris, wasmBinary) {
  const module = await createFihris({ wasmBinary });
  const utf8 = new TextDecoder();

  /** @param {number} pointer */
  const readName = (pointer) => {
    const heap = module.HEAPU8;
    return utf8.decode(heap.subarray(pointer, heap.indexOf(0, pointer)));
  };

  /** @type {Engine['analyseToJson']} */
  const analyseToJson = (text, options = {}) => {
    if (typeof text !== 'string') throw new TypeError('text must be a string');
    const [year, month, day] = splitDate(options.date);
    const pointer = module._malloc(Math.max(2, text.length * 2));
    if (pointer === 0) throw new RangeError('the text is too long for the engine');
    try {
      const units = module.HEAPU16.subarray(pointer >> 1, (pointer >> 1) + text.length);
      for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
      const bytes = module._fihris_analyse(pointer, text.length, year, month, day);
      const result = module._fihris_result();
      return utf8.decode(module.HEAPU8.subarray(result, result + bytes));
    } finally {
      module._free(pointer);
    }
  };

  return {
    analyseToJson,
    analyse: (text, options) => JSON.parse(analyseToJson(text, options)),
    version: readName(module._fihris_version()),
  };
}
