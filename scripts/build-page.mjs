// Builds the page: dist/fihris.html, one file that needs no network, and
// dist/site, the same page as an installable site. The sources are bundled by
// esbuild; the engine goes in gzipped, as text (web/bytes.js); the policy names the hash of the
// one script and the one style, so nothing else can run.
//   node scripts/build-page.mjs [--wasm DIR] [--out DIR] [--engine FILE]
// --engine FILE bundles another engine in place of the WebAssembly (for tests).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

import { encodeBytes } from '../web/bytes.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** @param {string} name @param {string} fallback @returns {string} */
function option(name, fallback) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : resolve(process.argv[at + 1]);
}

const wasmDir = option('wasm', join(root, 'build/wasm'));
const outDir = option('out', join(root, 'dist'));
const otherEngine = option('engine', '');

/** @param {string} file */
const web = (file) => readFileSync(join(root, 'web', file), 'utf8');

/** @param {string} entry @returns {Promise<string>} one classic script */
async function bundle(entry) {
  const result = await build({
    entryPoints: [join(root, 'web', entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['chrome105', 'firefox113', 'safari16.4'],
    charset: 'utf8',
    legalComments: 'none',
  });
  return result.outputFiles[0].text.trim();
}

/** The style, minified by the same tool. */
async function bundleStyle() {
  const result = await build({ entryPoints: [join(root, 'web/style.css')], bundle: true, minify: true, write: false, charset: 'utf8' });
  return result.outputFiles[0].text.trim();
}

/** The worker's source: the engine's factory, then the worker itself. */
async function bundleWorker() {
  const factory = otherEngine ? readFileSync(otherEngine, 'utf8') : readFileSync(join(wasmDir, 'fihris.js'), 'utf8');
  return `${factory}\n${await bundle('worker.js')}`;
}

/** Gzip as small as zopfli makes it (in seconds), or plain where it is not installed. @param {string} file */
function compress(file) {
  const zopfli = spawnSync('zopfli', ['--i5', '-c', file], { maxBuffer: 1 << 28 });
  if (zopfli.status === 0 && zopfli.stdout.length > 0) return new Uint8Array(zopfli.stdout);
  console.log('zopfli is not there: the page will be some 6% larger');
  return new Uint8Array(gzipSync(readFileSync(file), { level: 9 }));
}

function packEngine() {
  const bytes = otherEngine ? new Uint8Array(gzipSync(new Uint8Array(1))) : compress(join(wasmDir, 'fihris.wasm'));
  return encodeBytes(bytes);
}

/** Text inside a script element must not end it. @param {string} source */
const inScript = (source) => source.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');

/** @param {string} source */
const hash = (source) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`;

/** @param {string} script @param {string} style @param {boolean} isSite */
function policy(script, style, isSite) {
  const rules = [
    "default-src 'none'",
    `script-src ${hash(script)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    `worker-src blob:${isSite ? " 'self'" : ''}`,
    ...(isSite ? ["manifest-src 'self'"] : []),
    `img-src data:${isSite ? " 'self'" : ''}`,
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types w',
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${rules.join('; ')}" />`;
}

/** @param {Record<string, string>} parts @param {boolean} isSite */
function assemble(parts, isSite) {
  let page = web('index.html').replace(/\n\s+/g, '\n');
  if (isSite) page = page.replace('<html lang', '<html data-site lang');
  const site = isSite ? '<link rel="manifest" href="manifest.webmanifest" />' : '';
  const fill = { ...parts, policy: policy(parts.main, parts.style, isSite), site };
  for (const [name, value] of Object.entries(fill)) {
    const slot = name === 'style' ? '/*style*/' : `<!--${name}-->`;
    if (!page.includes(slot)) throw new Error(`web/index.html has no place for ${name}`);
    page = page.replace(slot, () => value);
  }
  return page;
}

function checkInputs() {
  if (otherEngine) return;
  for (const file of ['fihris.js', 'fihris.wasm']) {
    if (existsSync(join(wasmDir, file))) continue;
    console.error(`error: ${join(wasmDir, file)} is missing; build the engine first (scripts/build-wasm)`);
    process.exit(1);
  }
}

/** @param {Record<string, string>} parts */
function writeSite(parts) {
  const site = join(outDir, 'site');
  rmSync(site, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  const page = assemble(parts, true);
  writeFileSync(join(site, 'index.html'), page);
  for (const file of ['manifest.webmanifest', 'icon.svg']) cpSync(join(root, 'web/site', file), join(site, file));
  const version = createHash('sha256').update(page).digest('hex').slice(0, 12);
  writeFileSync(join(site, 'sw.js'), web('site/sw.js').replace('VERSION', version));
}

checkInputs();
mkdirSync(outDir, { recursive: true });
const [main, worker, style] = await Promise.all([bundle('main.js'), bundleWorker(), bundleStyle()]);
const parts = { main: inScript(main), worker: inScript(worker), style, sample: inScript(web('sample.txt')), engine: packEngine() };
const page = assemble(parts, false);
writeFileSync(join(outDir, 'fihris.html'), page);
writeSite(parts);
const kb = (/** @type {number} */ n) => `${Math.round(n / 1024)} KB`;
console.log(`fihris.html ${kb(Buffer.byteLength(page))}: engine ${kb(parts.engine.length)}, worker ${kb(worker.length)}, page ${kb(main.length)}, style ${kb(style.length)}`);
