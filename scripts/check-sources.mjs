// The house rules that a compiler does not check, each a test:
//   - C++ sources are ASCII: Arabic lives in src/data
//   - a room includes only itself and the rooms before it; only text includes ICU; only output writes JSON
//   - clang-format has nothing to change; tsc finds nothing in web/
//   - nothing but the contract's names at the top level; no file of the page or engine is oversized
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter(Boolean);
const read = (/** @type {string} */ file) => readFileSync(join(root, file), 'utf8');
const sources = files.filter((file) => /\.(cpp|h)$/.test(file));

/** The rooms in the order of the straight line; a room sees those before it. */
const rooms = ['text', 'figures', 'names', 'links', 'output'];

/** @param {string} file @returns {string[]} what is wrong with its includes */
function wrongIncludes(file) {
  const room = rooms.indexOf(/^src\/(\w+)\//.exec(file)?.[1] ?? '');
  const wrong = [];
  for (const [, name] of read(file).matchAll(/^#include [<"]([^>"]+)[>"]/gm)) {
    if (name.startsWith('unicode/') && room !== 0 && !file.startsWith('src/data/')) wrong.push(`${file}: ${name} outside src/text`);
    if (name.startsWith('nlohmann/') && !file.startsWith('src/output/') && !file.startsWith('src/train/')) {
      wrong.push(`${file}: ${name} outside src/output`);
    }
    const other = rooms.indexOf(name.split('/')[0]);
    if (room >= 0 && other > room) wrong.push(`${file}: ${name} is a later room`);
  }
  return wrong;
}

/** @type {Record<string, () => string[]>} */
const checks = {
  'C++ sources are ASCII': () =>
    sources.filter((file) => file.startsWith('src/') && /[^\x00-\x7f]/.test(read(file))),
  'rooms include only the rooms before them': () =>
    sources.filter((file) => file.startsWith('src/')).flatMap(wrongIncludes),
  'the top level holds what the contract names': () => {
    const allowed =
      /^(CMakeLists\.txt|CMakePresets\.json|README\.md|CHANGELOG\.md|LICENSE|package(-lock)?\.json|tsconfig\.json|\.[\w.-]+|(src|web|tests|scripts)\/.*|\.(ci|github)\/.*)$/;
    return files.filter((file) => !allowed.test(file));
  },
  'no file has outgrown its room (400 lines)': () =>
    files
      .filter((file) => /^(src|web|scripts|tests)\/.*(\.(cpp|h|js|mjs|css|sh)|\/[\w-]+)$/.test(file))
      .filter((file) => read(file).split('\n').length > 401),
  'no registry is named in the lockfile': () => (/"resolved": "http/.test(read('package-lock.json')) ? ['package-lock.json'] : []),
  'clang-format changes nothing': () => runTool('clang-format', ['--dry-run', '--Werror', ...sources]),
  'tsc finds nothing in the page': () => runTool(process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']),
};

/** @param {string} command @param {string[]} args @returns {string[]} its complaints */
function runTool(command, args) {
  try {
    execFileSync(command, args, { cwd: root, encoding: 'utf8', stdio: 'pipe' });
    return [];
  } catch (error) {
    const { stdout = '', stderr = '', message } = /** @type {any} */ (error);
    return (stdout + stderr || message).split('\n').slice(0, 20);
  }
}

let passed = 0;
let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  const wrong = check();
  wrong.length === 0 ? passed++ : failed++;
  console.log(`${wrong.length === 0 ? 'ok  ' : 'FAIL'} ${name}`);
  for (const line of wrong) console.log(`       ${line}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
