// Runs every test of the page: its pure parts under node, the page with a
// stand-in engine and with the real one in Chromium and in Firefox, the site
// offline. Prints «N passed, N failed» and exits 1 when something failed.
//   node tests/page/run.mjs [chromium|firefox|units ...]
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { counts, launch, root, test } from './harness.mjs';
import { testBehaviour } from './behaviour.mjs';
import { testBrokenEngine } from './broken_engine.mjs';
import { testIntake } from './intake.mjs';
import { testLooks } from './looks.mjs';
import { testRealEngine } from './real_engine.mjs';
import { testSite } from './site.mjs';
import { testUnits } from './units.mjs';

const wanted = process.argv.slice(2);
const wants = (/** @type {string} */ part) => wanted.length === 0 || wanted.includes(part);

execFileSync(process.execPath, ['scripts/build-page.mjs', '--engine', 'tests/page/mock_engine.js', '--out', 'build/page-mock'], { cwd: root });
if (wants('units')) await testUnits();

for (const name of /** @type {const} */ (['chromium', 'firefox'])) {
  if (!wants(name)) continue;
  await test(`${name}: the built page is there`, () => {
    if (!existsSync(join(root, 'dist/fihris.html'))) throw new Error('dist/fihris.html is missing; run scripts/build-page');
  });
  const browser = await launch(name);
  try {
    console.log(`-- ${await browser.version()}`);
    await testBehaviour(browser, name);
    await testBrokenEngine(browser, name);
    await testIntake(browser, name);
    await testLooks(browser, name);
    await testRealEngine(browser, name);
    await testSite(browser, name);
  } catch (error) {
    await test(`${name}: the tests themselves run`, () => Promise.reject(error));
  } finally {
    await browser.close();
  }
}

console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
