// The engine's side of the page: runs in a classic worker made from a Blob. It
// unpacks the WebAssembly once, then answers every request by its id, failures
// too. It knows no DOM, and the page's policy leaves it no network.
import { decodeBytes } from './bytes.js';
import { startEngine } from './engine.js';

/** @typedef {{kind: 'start', wasm: string}} StartRequest the gzipped module as bytes.js carries it */
/** @typedef {{kind: 'analyse', id: number, text: string, date: string}} AnalyseRequest */
/** @typedef {import('./engine.js').Engine} Engine */

/** A name, a role, a sum and a day: one of each path. */
const kWarmUp = 'قالت المديرة ليلى في باريس أمس إن 5 ملايين دولار، أي 3%، أُنفقت عام 2020.';

/** @type {Promise<Engine> | undefined} */
let engine;

/** @param {unknown} error */
const describe = (error) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));

/** @param {string} carried @returns {Promise<Uint8Array>} */
async function unpack(carried) {
  const stream = new Blob([decodeBytes(carried)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** @param {StartRequest} request */
async function start(request) {
  // The Emscripten glue stands before this file in the worker's source.
  const factory = /** @type {any} */ (globalThis).createFihris;
  engine = unpack(request.wasm).then((bytes) => startEngine(factory, bytes));
  try {
    const ready = await engine;
    postMessage({ kind: 'ready', version: ready.version });
    // The first analysis builds lookups and compiles hot code; better now than under a waiting reader.
    ready.analyse(kWarmUp);
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
