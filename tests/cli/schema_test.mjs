// Every result keeps src/output/result.schema.json: on the project's own texts,
// on every gold file as one text, on the README's example, and on ../shared/samples
// where they are there. The schema itself refuses what it should.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv/dist/2020.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const schema = JSON.parse(readFileSync(join(root, 'src/output/result.schema.json'), 'utf8'));
const validate = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);

let passed = 0;
let failed = 0;
/** @param {string} name @param {() => void} body */
function test(name, body) {
  try {
    body();
    passed++;
  } catch (error) {
    failed++;
    console.log(`FAIL ${name}\n     ${/** @type {Error} */ (error).message.slice(0, 800)}`);
  }
}

/** @param {string[]} options @returns {any} */
const analyse = (...options) =>
  JSON.parse(execFileSync(join(root, 'build/native/fihris'), ['--format', 'json', ...options], { encoding: 'utf8', maxBuffer: 1 << 28 }));

/** @param {any} result */
const check = (result) => assert.ok(validate(result), JSON.stringify(validate.errors?.slice(0, 3)));

/** @param {string} folder */
const textsIn = (folder) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => join(folder, name)) : [];

const own = [...textsIn(join(root, 'tests/texts')), ...textsIn(join(root, 'tests/gold'))];
const samples = textsIn(join(root, '../shared/samples'));
if (samples.length === 0) console.log("no ../shared/samples here: checked on the project's own texts only");
test('there are texts to check', () => assert.ok(own.length >= 10));

/** Lists of the result that some text must fill, or the schema of their items was never tried. */
const filled = new Set();
for (const file of [...own, ...samples]) {
  for (const date of [[], ['--date', '2025-02-26']]) {
    test(`${file} ${date[1] ?? 'undated'}`, () => {
      const result = analyse(...date, file);
      check(result);
      for (const [key, value] of Object.entries(result)) if (Array.isArray(value) && value.length > 0) filled.add(key);
    });
  }
}
test('every list was filled by some text', () => {
  const lists = Object.keys(schema.properties).filter((key) => schema.properties[key].type === 'array' && key !== 'warnings');
  assert.deepEqual(lists.filter((key) => !filled.has(key)), []);
});

test('the README example keeps it', () => {
  check(JSON.parse(/```json\n([\s\S]*?)\n```/.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1] ?? '{}'));
});
test('an unknown type, a missing list and a half interval are refused', () => {
  const good = analyse(own[0]);
  assert.ok(!validate({ ...good, mentions: [{ id: 0, start: 0, end: 1, type: 'PLANET', entity: 0, confidence: 1, via: 'rule' }] }));
  const { quotes, ...without } = good;
  assert.ok(Array.isArray(quotes) && !validate(without));
  const figure = { id: 0, start: 0, end: 1, type: 'DATE', value: null, low: null, high: null, unit: null, from: '2024-01-01' };
  assert.ok(!validate({ ...good, figures: [figure] }));
});

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
