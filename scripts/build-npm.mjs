// Packs the library: dist/npm holds the engine's module and bytes, its types
// and a README of its own, ready for `npm pack`. The page's build is
// build-page.mjs; nothing here is fetched or bundled.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'dist/npm');
const version = /project\(fihris VERSION ([\d.]+)/.exec(readFileSync(join(root, 'CMakeLists.txt'), 'utf8'))?.[1];
if (!version) throw new Error('CMakeLists.txt names no version');

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
/** @param {string} from @param {string} to */
const copy = (from, to) => copyFileSync(join(root, from), join(out, to));
/** @param {string} name @param {string} text */
const write = (name, text) => writeFileSync(join(out, name), text);

copy('web/engine.js', 'engine.js');
copy('build/wasm/fihris.js', 'fihris.cjs');
copy('build/wasm/fihris.wasm', 'fihris.wasm');
copy('LICENSE', 'LICENSE');
copy('src/output/result.schema.json', 'result.schema.json');
copy('scripts/npm/index.js', 'index.js');
copy('scripts/npm/README.md', 'README.md');

const typescript = join(root, 'node_modules/typescript/bin/tsc');
execFileSync(process.execPath, [
  typescript, join(root, 'web/engine.js'), '--allowJs', '--declaration', '--emitDeclarationOnly', '--outDir', out,
  '--target', 'es2022', '--module', 'es2022', '--moduleResolution', 'bundler', '--lib', 'es2022,dom', '--skipLibCheck',
]);
copy('scripts/npm/index.d.ts', 'index.d.ts');

write('package.json', JSON.stringify({
  name: 'fihris',
  version,
  description: 'Names and figures in Arabic news: mentions, entities, amounts and dates, offline in WebAssembly',
  license: 'MIT',
  type: 'module',
  main: './index.js',
  types: './index.d.ts',
  exports: {
    '.': { types: './index.d.ts', default: './index.js' },
    './engine.js': { types: './engine.d.ts', default: './engine.js' },
    './fihris.cjs': './fihris.cjs',
    './fihris.wasm': './fihris.wasm',
    './result.schema.json': './result.schema.json',
  },
  files: ['index.js', 'index.d.ts', 'engine.js', 'engine.d.ts', 'fihris.cjs', 'fihris.wasm', 'result.schema.json', 'README.md', 'LICENSE'],
  engines: { node: '>=18' },
  keywords: ['arabic', 'ner', 'nlp', 'numbers', 'dates', 'wasm'],
}, null, 2) + '\n');
