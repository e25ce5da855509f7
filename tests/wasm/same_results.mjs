// The command line and the WebAssembly module must answer byte for byte the
// same: on the project's own texts, on every gold file as one text, and on
// ../shared/samples where they are there. Also holds engine.js to its errors.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { startEngine } from '../../web/engine.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);
// The build folder lies below a package of type "module"; the glue is CommonJS.
const glue = join(mkdtempSync(join(tmpdir(), 'fihris-')), 'fihris.cjs');
writeFileSync(glue, readFileSync(join(root, 'build/wasm/fihris.js')));
const engine = await startEngine(require(glue), readFileSync(join(root, 'build/wasm/fihris.wasm')));

let passed = 0;
let failed = 0;
/** @param {string} name @param {boolean} good @param {string} [why] */
function report(name, good, why = '') {
  good ? passed++ : failed++;
  if (!good) console.log(`FAIL ${name} ${why}`);
}

/** @param {string} a @param {string} b */
function firstDifference(a, b) {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return `at ${i}: native ...${a.slice(Math.max(0, i - 60), i + 60)} wasm ...${b.slice(Math.max(0, i - 60), i + 60)}`;
}

/** @param {string} folder */
const textsIn = (folder) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => join(folder, name)) : [];

const samples = textsIn(join(root, '../shared/samples'));
if (samples.length === 0) console.log('no ../shared/samples here: compared on the project\'s own texts only');
const own = [...textsIn(join(root, 'tests/texts')), ...textsIn(join(root, 'tests/gold'))];
report('there are texts of our own to compare', own.length >= 3);
for (const file of [...own, ...samples]) {
  const native = execFileSync(join(root, 'build/native/fihris'), ['--format', 'json', '--date', '2025-02-26', file], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  }).trimEnd();
  const wasm = engine.analyseToJson(readFileSync(file, 'utf8'), { date: '2025-02-26' });
  report(file, native === wasm, native === wasm ? '' : firstDifference(native, wasm));
}

/** @param {() => unknown} call */
function throws(call) {
  try {
    call();
    return false;
  } catch {
    return true;
  }
}
report('a day that does not exist is refused', throws(() => engine.analyse('x', { date: '2025-02-30' })));
report('text that is no string is refused', throws(() => engine.analyse(/** @type {any} */ (5))));
report('empty text has an empty result', engine.analyse('').length === 0);
report('lone surrogates pass', engine.analyse('a\ud83d').length === 2);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
