// The library for Node.js: loads the bytes that lie beside this file. In a
// browser call startEngine from 'fihris/engine.js' with bytes of your own.
import { readFile } from 'node:fs/promises';
import createFihris from './fihris.cjs';
import { startEngine } from './engine.js';

export { startEngine };

/** @returns {Promise<import('./engine.js').Engine>} */
export async function openFihris() {
  return startEngine(createFihris, await readFile(new URL('./fihris.wasm', import.meta.url)));
}
