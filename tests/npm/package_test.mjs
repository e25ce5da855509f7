// The library package as a stranger meets it: packed, unpacked into an empty
// folder, imported by name, asked one question.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'fihris-npm-'));
let passed = 0;
let failed = 0;
/** @param {string} name @param {boolean} good @param {unknown} [seen] */
function check(name, good, seen) {
  good ? passed++ : failed++;
  console.log(`${good ? 'ok  ' : 'FAIL'} ${name}${good ? '' : ' ' + JSON.stringify(seen)}`);
}

const listed = JSON.parse(
  execFileSync('npm', ['pack', '--json', '--offline', '--pack-destination', folder, join(root, 'dist/npm')], { encoding: 'utf8' }),
);
const packed = Array.isArray(listed) ? listed[0] : Object.values(listed)[0];
const names = packed.files.map((/** @type {{path: string}} */ file) => file.path);
for (const name of ['index.js', 'index.d.ts', 'engine.js', 'engine.d.ts', 'fihris.cjs', 'fihris.wasm', 'README.md', 'LICENSE']) {
  check(`the package holds ${name}`, names.includes(name), names);
}

const home = join(folder, 'node_modules/fihris');
mkdirSync(home, { recursive: true });
const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
execFileSync('tar', ['-xzf', join(folder, tarball), '-C', home, '--strip-components=1']);
writeFileSync(join(folder, 'use.mjs'), `
  import { openFihris } from 'fihris';
  const engine = await openFihris();
  const result = engine.analyse('بلغ العدد 1250 طالبا', { date: '2025-02-26' });
  console.log(JSON.stringify({ version: engine.version, ...result }));
`);
const result = JSON.parse(execFileSync(process.execPath, [join(folder, 'use.mjs')], { encoding: 'utf8' }));
check('it answers in schema fihris/1', result.schema === 'fihris/1', result);
check('it finds the figure and its value', result.figures?.[0]?.value === 1250, result.figures);
check('its version is the package\'s', result.version === packed.version, [result.version, packed.version]);
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
