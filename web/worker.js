// The engine's side of the page: runs in a classic worker made from a Blob. It
// unpacks the WebAssembly once, then answers every request by its id, failures
// too. It knows no DOM, and the page's policy leaves it no network.
import { startEngine } from './engine.js';

/** @typedef {{kind: 'start', wasm: string}} StartRequest the gzipped module in base64 */
/** @typedef {{kind: 'analyse', id: number, text: string, date: string}} AnalyseRequest */
/** @typedef {import('./engine.js').Engine} Engine */

/** @type {Promise<Engine> | undefined} */
let engine;

/** @param {unknown} error */
const describe = (error) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));

/** @param {string} base64 @returns {Promise<Uint8Array>} */
async function unpack(base64) {
  const packed = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** @param {StartRequest} request */
async function start(request) {
  // The Emscripten glue stands before this file in the worker's source.
  const factory = /** @type {any} */ (globalThis).createFihris;
  engine = unpack(request.wasm).then((bytes) => startEngine(factory, bytes));
  try {
    postMessage({ kind: 'ready', version: (await engine).version });
  } catch (error) {
    postMessage({ kind: 'broken', error: describe(error) });
  }
}

/** @param {AnalyseRequest} request */
async function analyse(request) {
  const { id, text, date } = request;
  try {
    if (!engine) throw new Error('the engine was not started');
    const ready = await engine;
    const began = performance.now();
    const result = ready.analyse(text, { date });
    postMessage({ kind: 'answer', id, result, ms: performance.now() - began });
  } catch (error) {
    // After a trap the module's memory cannot be trusted: the page starts a new worker.
    const fatal = error instanceof WebAssembly.RuntimeError;
    postMessage({ kind: 'failure', id, error: describe(error), fatal });
  }
}

self.addEventListener('message', (/** @type {MessageEvent<StartRequest | AnalyseRequest>} */ event) => {
  if (event.data.kind === 'start') void start(event.data);
  else void analyse(event.data);
});
